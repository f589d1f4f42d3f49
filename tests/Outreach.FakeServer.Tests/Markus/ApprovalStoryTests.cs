using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>The approval workflow as a user of the client meets it, with the documented limits on.</summary>
public sealed class ApprovalStoryTests
{
    [Fact]
    public async Task Activate_approve_and_three_days_later_somebody_has_replied()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        MarkusClient markus = client.Markus;
        Campaign campaign = await markus.Campaigns.CreateAsync(new()
        {
            Name = "Tidepool launch",
            ObjectiveType = ObjectiveType.ProductPromotion,
            Product = new ProductDetails { Name = "Tidepool", KeyBenefits = ["cuts green-coffee overstock"] },
            Settings = new CampaignSettingsInput { Timezone = "Europe/Berlin", DailySendLimit = 20 },
        });
        BulkImportResult imported = await markus.Contacts.BulkImportAsync(new()
        {
            CampaignId = campaign.Id,
            Contacts = [.. Enumerable.Range(0, 40).Select(i => new ImportContactRow { Email = i == 7 ? "dana+open+reply@acme.example" : $"c{i}@acme.example", Name = $"Contact {i}" })],
        });
        imported.Created.Should().Be(40);
        (await markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active })).Status.Should().Be(CampaignStatus.Active);

        List<PendingMessage> pending = [];
        await foreach (PendingMessage message in markus.Messages.ListAllPendingAsync()) pending.Add(message);
        pending.Should().HaveCount(40).And.OnlyContain(message => message.Contact.Status == ContactStatus.New && message.Campaign!.Id == campaign.Id);
        Message revised = await markus.Messages.SubmitFeedbackAsync(pending[0].Id, new() { Feedback = "Shorter, please." });
        revised.Revision.Should().Be(2);
        (await markus.Messages.RejectAsync(pending[1].Id, new() { Reason = "not him" })).Status.Should().Be(MessageStatus.Rejected);
        BulkMessageActionResult decided = await markus.Messages.BulkActionAsync(new() { Action = BulkMessageAction.Approve, MessageIds = [.. pending.Select(message => message.Id)] });
        (decided.Succeeded, decided.Failed).Should().Be((39, 1));

        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        fake.Outbox.Count(mail => mail.Subject is { } subject && !subject.StartsWith("Re: ", StringComparison.Ordinal)).Should().Be(39);
        CampaignDetail after = await markus.Campaigns.GetAsync(campaign.Id);
        (after.Stats.Sent, after.Stats.Delivered, after.Stats.Opened, after.Stats.Replies, after.Stats.Rejected).Should().Be((39, 39, 1, 1, 1));
        Page<Conversation> waiting = await markus.Conversations.ListAsync(new() { Status = ConversationStatus.NeedsReply });
        Conversation conversation = waiting.Items.Should().ContainSingle().Subject;
        conversation.Contact.Email.Should().Be("dana+open+reply@acme.example");
        List<Message> thread = [];
        await foreach (Message message in markus.Conversations.ListAllMessagesAsync(conversation.Id)) thread.Add(message);
        thread.Select(message => message.Direction).Should().Equal(MessageDirection.Outbound, MessageDirection.Inbound);
        (await markus.Conversations.MarkReadAsync(conversation.Id)).MarkedRead.Should().Be(1);

        Func<Task> again = () => markus.Messages.ApproveAsync(thread[0].Id);
        (await again.Should().ThrowAsync<OutreachConflictException>()).Which.Code.Should().Be(new ErrorCode(MarkusErrorCodes.Msg004));
    }

    [Fact]
    public async Task A_bulk_of_writes_outlasts_the_limits_on_virtual_time()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        DateTimeOffset start = fake.Clock.Now;
        for (int i = 0; i < 70; i++) await client.Markus.Contacts.CreateAsync(new() { Email = $"c{i}@acme.example" });
        (await client.Markus.Contacts.UsageAsync()).ContactsUsed.Should().Be(70);
        (fake.Clock.Now - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1), "sixty contacts may be written in a minute");
        fake.Journal.Should().Contain(entry => entry.Status == 429);
    }
}
