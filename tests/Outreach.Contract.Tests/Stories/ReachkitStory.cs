using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.Contract.Tests.Stories;

/// <summary>A campaign of cold mail, from the inbox to the answer.</summary>
internal sealed class ReachkitStory(OutreachFake fake, ReachkitClient reachkit) : Story(fake)
{
    private string _inbox = "";
    private Campaign _campaign = new();
    private Lead _lead = new();

    public override async Task PlayAsync()
    {
        await InboxesAsync();
        await BlocklistAsync();
        await CampaignAsync();
        await SequencesAsync();
        await LeadsAsync();
        await SendingAsync();
        await ConversationsAsync();
        await EndAsync();
    }

    private async Task InboxesAsync()
    {
        _inbox = Fake.Reachkit.AddInbox(new() { Email = "sam@reach.example", IsWarming = true });
        await reachkit.Inboxes.UpdateAsync(_inbox, new() { FirstName = "Sam", Signature = "<p>Sam</p>", ReplyTo = "", DailyCampaignLimit = 50 });
        (await reachkit.Inboxes.ListAsync(new() { Search = "sam", SortBy = "email", SortOrder = SortOrder.Asc })).Items.Should().ContainSingle();
        await Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await reachkit.Inboxes.WarmupStatsAsync(_inbox)).Sent.Should().BePositive();
    }

    private async Task BlocklistAsync()
    {
        BlocklistEntry entry = await reachkit.Blocklist.CreateAsync(new() { Email = "Never@acme.example" });
        (await reachkit.Blocklist.CheckAsync("never@acme.example")).Blocked.Should().BeTrue();
        (await reachkit.Blocklist.ListAsync(new() { PageSize = 5 })).Items.Should().ContainSingle();
        await reachkit.Blocklist.DeleteAsync(entry.Id);
    }

    private async Task CampaignAsync()
    {
        _campaign = await reachkit.Campaigns.CreateAsync(new() { Name = "Q1" });
        await reachkit.Campaigns.AttachInboxesAsync(_campaign.Id, new() { InboxIds = [_inbox] });
        await reachkit.Campaigns.DetachInboxesAsync(_campaign.Id, new() { InboxIds = [_inbox] });
        await reachkit.Campaigns.AttachInboxesAsync(_campaign.Id, new() { InboxIds = [_inbox] });
        await reachkit.Campaigns.UpdateScheduleAsync(_campaign.Id, new()
        {
            Timezone = ScheduleTimezone.London,
            DefaultWindow = new UpdateTimeWindow { Start = "08:00", End = "17:00" },
            Days = new UpdateScheduleDays { Saturday = new UpdateDaySchedule { Enabled = true, Start = "09:10", End = (string?)null } },
        });
    }

    private async Task SequencesAsync()
    {
        Sequence first = (await reachkit.Sequences.ListAsync(_campaign.Id))[0];
        await reachkit.Sequences.UpdateVariantAsync(_campaign.Id, first.Variants[0].Id, new() { Subject = "Hi {{first_name}}", BodyHtml = "<p>Hello</p>" });
        Variant second = await reachkit.Sequences.CreateVariantAsync(_campaign.Id, first.Id, new() { Subject = "Hello", Enabled = false });
        await reachkit.Sequences.DeleteVariantAsync(_campaign.Id, second.Id);
        Sequence followUp = await reachkit.Sequences.CreateAsync(_campaign.Id, new() { DelayDays = 4 });
        await reachkit.Sequences.UpdateAsync(_campaign.Id, first.Id, new() { DelayDays = 2 });
        await reachkit.Sequences.DeleteAsync(_campaign.Id, followUp.Id);
    }

    private async Task LeadsAsync()
    {
        _lead = await reachkit.Leads.CreateAsync(_campaign.Id, new() { Email = "dana@acme.example", FirstName = "Dana", Variables = new Dictionary<string, JsonScalar> { ["company"] = "Acme", ["seats"] = 12, ["vip"] = true } });
        await reachkit.Leads.CreateAsync(_campaign.Id, new() { Email = "dana@acme.example", LastName = "Reed", IfExists = LeadIfExists.Update });
        (await reachkit.Leads.GetAsync(_campaign.Id, _lead.Id)).LastName.Should().Be("Reed");
        (await reachkit.Leads.ListAsync(_campaign.Id, new() { Search = "reed" })).Items.Should().ContainSingle();
    }

    private async Task SendingAsync()
    {
        await reachkit.Campaigns.UpdateAsync(_campaign.Id, new() { Status = CampaignStatus.Active, DailyLimit = 10 });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        Fake.Outbox.Should().ContainSingle(message => message.To == "dana@acme.example");
        (await reachkit.Campaigns.AnalyticsAsync(_campaign.Id)).Sent.Should().Be(1);
        (await reachkit.Campaigns.GetAsync(_campaign.Id)).Status.Should().Be(CampaignStatus.Active);
        (await reachkit.Campaigns.ListAsync(new() { Search = "q1" })).Items.Should().ContainSingle();
        (await reachkit.Inboxes.GetAsync(_inbox)).Campaigns.Should().ContainSingle();
    }

    private async Task ConversationsAsync()
    {
        string thread = Fake.Reachkit.Receive(new() { InboxId = _inbox, From = "dana@acme.example", Text = "Sounds good", Attachments = [new("a.txt", "text/plain", "bytes"u8.ToArray())] })!;
        Conversation conversation = await reachkit.Conversations.GetAsync(thread);
        using (Download file = await reachkit.Conversations.DownloadAttachmentAsync(thread, conversation.Messages[^1].Attachments[0].Id)) file.FileName.Should().Be("a.txt");
        await reachkit.Conversations.UpdateAsync(thread, new() { LabelOverride = ConversationLabel.Referral, IsRead = true });
        await reachkit.Conversations.UpdateAsync(thread, new() { LabelOverride = (ConversationLabel?)null });
        await reachkit.Conversations.ReplyAsync(thread, new() { Content = "Let us talk on Friday" });
        await reachkit.Conversations.CreateAsync(new() { InboxId = _inbox, To = [new MailAddress { Email = "lee@acme.example", Name = "Lee" }], Subject = "Friday", Content = "Can we talk?" });
        (await reachkit.Conversations.ListAsync(new() { Folder = ConversationFolder.Known[0] })).Items.Should().NotBeEmpty();
    }

    private async Task EndAsync()
    {
        await reachkit.Leads.DeleteAsync(_campaign.Id, _lead.Id);
        await reachkit.Campaigns.DeleteAsync(_campaign.Id);
    }
}
