using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Notices for the account's user.</summary>
public sealed class NotificationTests
{
    [Fact]
    public async Task Notices_are_listed_newest_first_and_filtered()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string[] ids = [.. Enumerable.Range(0, 3).Select(i => fake.Markus.Account.Notify($"Notice {i}", "Text"))];
        await client.Markus.Notifications.UpdateAsync(ids[1], new() { IsRead = true });

        (await client.Markus.Notifications.ListAsync()).Items.Select(notice => notice.Id).Should().Equal(ids.Reverse());
        (await client.Markus.Notifications.ListAsync(new() { IsRead = true })).Items.Select(notice => notice.Id).Should().Equal(ids[1]);
        (await client.Markus.Notifications.ListAsync(new() { IsRead = false })).Items.Select(notice => notice.Id).Should().Equal(ids[2], ids[0]);
        (await client.Markus.Notifications.ListAsync(new() { Type = NotificationType.UsageWarning })).Items.Should().BeEmpty();
        List<string> all = [];
        await foreach (Notification notice in client.Markus.Notifications.ListAllAsync(new() { Limit = 1 })) all.Add(notice.Id);
        all.Should().Equal(ids.Reverse());
    }

    [Fact]
    public async Task Reading_sets_the_time_once_and_unreading_clears_it()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string id = fake.Markus.Account.Notify("Notice", "Text");
        DateTimeOffset first = fake.Clock.Now;
        await client.Markus.Notifications.UpdateAsync(id, new() { IsRead = true });
        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        Notification again = await client.Markus.Notifications.UpdateAsync(id, new() { IsRead = true });
        Notification unread = await client.Markus.Notifications.UpdateAsync(id, new() { IsRead = false });

        (again.IsRead, again.ReadAt).Should().Be((true, first));
        (unread.IsRead, unread.ReadAt).Should().Be((false, null));
    }

    [Fact]
    public async Task All_are_marked_read_at_once_and_a_deleted_one_is_gone()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string[] ids = [.. Enumerable.Range(0, 3).Select(i => fake.Markus.Account.Notify($"Notice {i}", "Text"))];
        await client.Markus.Notifications.UpdateAsync(ids[0], new() { IsRead = true });

        (await client.Markus.Notifications.MarkAllReadAsync()).Should().Be(new MarkAllReadResult { Updated = 2, ReadAt = fake.Clock.Now });
        (await client.Markus.Notifications.MarkAllReadAsync()).Updated.Should().Be(0);
        (await client.Markus.Notifications.DeleteAsync(ids[0])).Should().Be(new DeletedResource { Id = ids[0], Deleted = true });
        await FluentActions.Awaiting(() => client.Markus.Notifications.DeleteAsync(ids[0])).Should().ThrowAsync<OutreachNotFoundException>();
        (await client.Markus.Notifications.ListAsync()).Items.Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_accounts_notice_is_not_found()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string id = fake.Markus.CreateAccount().Notify("Theirs", "Text");

        (await FluentActions.Awaiting(() => client.Markus.Notifications.UpdateAsync(id, new() { IsRead = true })).Should().ThrowAsync<OutreachNotFoundException>()).Which.Code.Value.Should().Be("SERVER_003");
    }

    [Fact]
    public async Task An_update_must_say_read_or_unread()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = world.Fake.Markus.Account.Notify("Notice", "Text");

        (await world.PatchAsync($"notifications/{id}", "{}")).Code.Should().Be("SERVER_002");
        (await world.PatchAsync($"notifications/{id}", """{"is_read":"yes"}""")).Fields.Should().Equal("is_read");
        (await world.GetAsync("notifications?is_read=1")).Code.Should().Be("SERVER_005");
    }
}
