using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class ClientTests
{
    [Fact]
    public async Task Every_operation_of_the_client_is_served()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Start = ReachkitApi.MondayMorning });
        using OutreachClient client = fake.CreateClient();
        ReachkitClient api = client.Reachkit;
        string inbox = fake.Reachkit.AddInbox(new() { Email = "s@x.io", IsWarming = true });

        BlocklistEntry entry = await api.Blocklist.CreateAsync(new() { Email = "no@x.io" });
        (await api.Blocklist.CheckAsync("no@x.io")).Blocked.Should().BeTrue();
        (await api.Blocklist.ListAllAsync().ToListAsync()).Should().ContainSingle();
        await api.Blocklist.DeleteAsync(entry.Id);

        Campaign campaign = await api.Campaigns.CreateAsync(new() { Name = "Q1" });
        await api.Campaigns.AttachInboxesAsync(campaign.Id, new() { InboxIds = [inbox] });
        await api.Campaigns.DetachInboxesAsync(campaign.Id, new() { InboxIds = [inbox] });
        await api.Campaigns.AttachInboxesAsync(campaign.Id, new() { InboxIds = [inbox] });
        (await api.Campaigns.UpdateScheduleAsync(campaign.Id, new() { Days = new UpdateScheduleDays { Monday = new UpdateDaySchedule { End = "18:10" } } })).Days.Monday.End.Should().Be("18:00");
        IReadOnlyList<Sequence> steps = await api.Sequences.ListAsync(campaign.Id);
        await api.Sequences.UpdateVariantAsync(campaign.Id, steps[0].Variants[0].Id, new() { Subject = "Hi {{first_name}}" });
        Variant second = await api.Sequences.CreateVariantAsync(campaign.Id, steps[0].Id, new() { Subject = "B" });
        await api.Sequences.DeleteVariantAsync(campaign.Id, second.Id);
        Sequence extra = await api.Sequences.CreateAsync(campaign.Id);
        await api.Sequences.UpdateAsync(campaign.Id, steps[0].Id, new() { DelayDays = 2 });
        await api.Sequences.DeleteAsync(campaign.Id, extra.Id);
        Lead lead = await api.Leads.CreateAsync(campaign.Id, new() { Email = "dana@acme.io", FirstName = "Dana", Variables = new Dictionary<string, JsonScalar> { ["seats"] = 12 } });
        (await api.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active })).Status.Should().Be(CampaignStatus.Active);
        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));

        (await api.Leads.GetAsync(campaign.Id, lead.Id)).Status.Should().Be(LeadStatus.Contacted);
        (await api.Leads.ListAllAsync(campaign.Id).ToListAsync()).Should().ContainSingle();
        (await api.Campaigns.AnalyticsAsync(campaign.Id)).Sent.Should().Be(1);
        string thread = fake.Reachkit.Receive(new() { InboxId = inbox, From = "dana@acme.io", Text = "Sounds good", Attachments = [new("a.txt", "text/plain", "bytes"u8.ToArray())] })!;
        Conversation conversation = await api.Conversations.GetAsync(thread);
        conversation.IsPositive.Should().BeTrue();
        using (Download file = await api.Conversations.DownloadAttachmentAsync(thread, conversation.Messages[^1].Attachments[0].Id))
            file.FileName.Should().Be("a.txt");
        (await api.Conversations.UpdateAsync(thread, new() { LabelOverride = ConversationLabel.Referral, IsRead = true })).Label.Should().Be("referral");
        (await api.Conversations.ReplyAsync(thread, new() { Content = "ok" })).Subject.Should().Be("Re: Hi Dana");
        await api.Conversations.CreateAsync(new() { To = [new MailAddress { Email = "a@b.io" }], Subject = "s", Content = "c" });
        (await api.Conversations.ListAllAsync().ToListAsync()).Should().HaveCount(2);
        (await api.Inboxes.ListAllAsync().ToListAsync()).Should().ContainSingle();
        (await api.Inboxes.UpdateAsync(inbox, new() { ReplyTo = "r@x.io" })).ReplyTo.Should().Be("r@x.io");
        (await api.Inboxes.GetAsync(inbox)).Campaigns.Should().ContainSingle();
        (await api.Inboxes.WarmupStatsAsync(inbox)).Sent.Should().Be(2);
        (await api.Campaigns.ListAllAsync().ToListAsync()).Should().ContainSingle();
        (await api.Campaigns.GetAsync(campaign.Id)).Stats.PositiveReplies.Should().Be(0);
        await api.Leads.DeleteAsync(campaign.Id, lead.Id);
        await api.Campaigns.DeleteAsync(campaign.Id);

        fake.Journal.Select(entry => entry.Operation).Distinct().Should().BeEquivalentTo(ReachkitClient.Operations.Select(operation => operation.Name));
        ReachkitClient.Operations.Should().HaveCount(34);
    }

    [Fact]
    public async Task Errors_arrive_as_their_types_with_code_and_fields()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        ReachkitClient api = client.Reachkit;
        Campaign campaign = await api.Campaigns.CreateAsync(new() { Name = "Q1" });
        (await FluentActions.Awaiting(() => api.Campaigns.GetAsync("0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10")).Should().ThrowAsync<OutreachNotFoundException>()).Which.Code.ToString().Should().Be(ReachkitErrorCodes.NotFound);
        OutreachValidationException bad = (await FluentActions.Awaiting(() => api.Campaigns.UpdateAsync(campaign.Id, new() { Name = "", DailyLimit = -1 })).Should().ThrowAsync<OutreachValidationException>()).Which;
        bad.Code.ToString().Should().Be(ReachkitErrorCodes.ValidationFailed);
        bad.Fields.Select(error => error.Field).Should().BeEquivalentTo("name", "daily_limit");
        (await FluentActions.Awaiting(() => api.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active })).Should().ThrowAsync<OutreachApiException>()).Which.Code.ToString().Should().Be(ReachkitErrorCodes.CampaignNotLaunchable);
    }

    [Fact]
    public async Task What_is_null_empty_or_left_out_arrives_as_that()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Start = ReachkitApi.MondayMorning });
        using OutreachClient client = fake.CreateClient();
        ReachkitClient api = client.Reachkit;
        string inbox = fake.Reachkit.AddInbox(new() { Email = "s@x.io", FirstName = "Sam", ReplyTo = "r@x.io" });
        Campaign campaign = await api.Campaigns.CreateAsync(new() { Name = "Q1" });
        UpdateScheduleDays monday = new() { Monday = new UpdateDaySchedule { Start = "10:00", End = "12:00" } };

        CampaignSchedule schedule = await api.Campaigns.UpdateScheduleAsync(campaign.Id, new() { Timezone = ScheduleTimezone.Paris, DefaultWindow = new UpdateTimeWindow { End = "18:00" }, Days = monday });
        schedule.Days.Monday.Should().Be(new DaySchedule { Enabled = true, Start = "10:00", End = "12:00" });
        schedule.DefaultWindow.Should().Be(new TimeWindow { Start = "09:00", End = "18:00" });
        schedule = await api.Campaigns.UpdateScheduleAsync(campaign.Id, new() { Days = new UpdateScheduleDays { Monday = new UpdateDaySchedule { Start = null } } });
        schedule.Days.Monday.Should().Be(new DaySchedule { Enabled = true, Start = null, End = "12:00" });
        schedule.Timezone.Should().Be(ScheduleTimezone.Paris);

        InboxDetail sender = await api.Inboxes.UpdateAsync(inbox, new() { ReplyTo = "", DailyCampaignLimit = 7 });
        (sender.FirstName, sender.ReplyTo, sender.DailyCampaignLimit, sender.DailyWarmupLimit).Should().Be(("Sam", null, 7, 20));

        Conversation thread = await api.Conversations.GetAsync(fake.Reachkit.Receive(new() { InboxId = inbox, From = "who@x.io", Text = "sounds good", Attachments = [new("Übersicht 1.pdf", "application/pdf", [1, 2])] })!);
        thread = await api.Conversations.UpdateAsync(thread.Id, new() { LabelOverride = ConversationLabel.Question });
        (thread.Label, thread.IsPositive, thread.Messages[0].IsRead).Should().Be(("question", false, false));
        thread = await api.Conversations.UpdateAsync(thread.Id, new() { IsRead = true });
        (thread.Label, thread.Messages[0].IsRead).Should().Be(("question", true));
        thread = await api.Conversations.UpdateAsync(thread.Id, new() { LabelOverride = (ConversationLabel?)null });
        (thread.Label, thread.IsPositive, thread.Messages[0].IsRead).Should().Be(("interested", true, true));
        using Download file = await api.Conversations.DownloadAttachmentAsync(thread.Id, thread.Messages[0].Attachments[0].Id);
        (file.FileName, file.ContentType, file.Length).Should().Be(("Übersicht 1.pdf", "application/pdf", 2));

        Lead lead = await api.Leads.CreateAsync(campaign.Id, new() { Email = "Dana+x@Acme.io", Variables = new Dictionary<string, JsonScalar> { ["a"] = "x", ["b"] = 1.5, ["c"] = true, ["d"] = default } });
        (lead.Email, lead.FirstName, lead.Provider).Should().Be(("dana+x@acme.io", null, null));
        lead.Variables.Should().Equal(new Dictionary<string, JsonScalar> { ["a"] = "x", ["b"] = 1.5, ["c"] = true, ["d"] = default });
        (await api.Leads.CreateAsync(campaign.Id, new() { Email = "dana+x@acme.io", IfExists = LeadIfExists.Skip, FirstName = "New" })).Should().BeEquivalentTo(lead);
    }

    [Fact]
    public async Task Queries_carry_their_characters_and_pages_their_figures()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        ReachkitClient api = client.Reachkit;
        foreach (string email in (string[])["a+b&c@x.io", "50%@x.io", "d#e@x.io"]) await api.Blocklist.CreateAsync(new() { Email = email });

        (await api.Blocklist.CheckAsync(" A+b&C@x.io ")).Blocked.Should().BeTrue();
        (await api.Blocklist.CheckAsync("a+b&c@y.io")).Blocked.Should().BeFalse();
        (await api.Blocklist.ListAsync(new() { Search = "50%" })).Items.Should().ContainSingle();
        (await api.Blocklist.ListAsync(new() { Search = "#" })).Items.Should().ContainSingle();
        Page<BlocklistEntry> page = await api.Blocklist.ListAsync(new() { PageSize = 2, Page = 2, SortBy = "email", SortOrder = SortOrder.Desc });
        page.Items.Select(entry => entry.Email).Should().Equal("50%@x.io");
        (page.Number, page.Size, page.Total, page.TotalPages).Should().Be((2, 2, 3, 2));
        (await api.Blocklist.ListAllAsync(new() { PageSize = 1 }).ToListAsync()).Should().HaveCount(3);
    }
}
