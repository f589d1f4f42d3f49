using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.Contract.Tests.Stories;

/// <summary>A shop that writes to its customers and watches how its domain is seen.</summary>
internal sealed class MailmarkStory(OutreachFake fake, MailmarkClient mailmark) : Story(fake)
{
    public override async Task PlayAsync()
    {
        await MailboxesAsync();
        await SenderGroupsAsync();
        await ContactsAsync();
        await EmailsAsync();
        await SequencesAsync();
        await NumbersAsync();
    }

    private async Task MailboxesAsync()
    {
        await mailmark.Mailboxes.CreateAsync(new() { Address = "news", DisplayName = "News" });
        (await mailmark.Mailboxes.ListAsync()).Should().HaveCount(3);
        await mailmark.Mailboxes.DeleteAsync("news@acme.dev");
    }

    private async Task SenderGroupsAsync()
    {
        SenderGroup all = await mailmark.SenderGroups.CreateAsync(new() { Name = "All", Mailboxes = MailboxSelector.All });
        SenderGroup group = await mailmark.SenderGroups.CreateAsync(new() { Name = "Launch", Mailboxes = MailboxSelector.Of("hello", "sales@acme.dev"), Emails = ["dana@acme.example"] });
        await mailmark.SenderGroups.UpdateAsync(group.Id, new() { Name = "Launch 2", AddEmails = ["lee@acme.example"], RemoveEmails = ["dana@acme.example"] });
        (await mailmark.SenderGroups.ListAsync()).Should().HaveCount(2);
        await mailmark.SenderGroups.DeleteAsync(all.Id);
    }

    private async Task ContactsAsync()
    {
        await mailmark.Contacts.UpsertAsync(new() { Email = "Dana@acme.example", Name = "Dana" });
        Contact contact = (await mailmark.Contacts.ListAsync()).Should().ContainSingle().Subject;
        await mailmark.Contacts.DeleteAsync(contact.Id);
    }

    private async Task EmailsAsync()
    {
        await mailmark.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["dana@acme.example", "lee@acme.example"], Subject = "Receipt", Text = "Thank you" });
        await mailmark.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["dana@acme.example"], Subject = "Later", Html = "<p>Soon</p>", ScheduledAt = Fake.Clock.Now.AddHours(1) });
        await mailmark.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["dana@acme.example", "lee@acme.example"], Subject = "News", Html = "<a href=\"https://acme.dev/\">Look</a>", Type = SendType.Campaign });
        await mailmark.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["dana@acme.example"], Subject = "More news", Text = "More", Type = SendType.Campaign, ScheduledAt = Fake.Clock.Now.AddHours(2) });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        Fake.Outbox.Should().HaveCount(5);

        IReadOnlyList<EmailSummary> sent = await mailmark.Emails.ListAsync(new() { Mailbox = "hello", Folder = "sent", Limit = 10 });
        EmailDetail receipt = await mailmark.Emails.GetAsync(sent[^1].Id);
        receipt.Subject.Should().Be("Receipt");
        await mailmark.Emails.DeleteAsync(receipt.Id);
        await mailmark.Emails.DeleteAsync(receipt.Id);
    }

    private async Task SequencesAsync()
    {
        CreatedSequence sequence = await mailmark.Sequences.CreateAsync(new()
        {
            Name = "Onboarding",
            From = "sales@acme.dev",
            Steps = [new SendEmailStep { Subject = "Hi {{name}}", Html = "<p>Welcome</p>" }, new DelayStep { Delay = TimeSpan.FromDays(1) }, new SendEmailStep { Subject = "Still there?", Html = "<p>?</p>" }],
        });
        await mailmark.Sequences.EnrollAsync(sequence.Id, new() { Contacts = [new() { Email = "dana@acme.example", MergeFields = new Dictionary<string, JsonScalar> { ["name"] = "Dana" } }, new() { Email = "lee@acme.example" }] });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await mailmark.Sequences.UpdateAsync(sequence.Id, new() { Status = SequenceStatus.Paused });
        await mailmark.Sequences.UpdateAsync(sequence.Id, new() { Status = SequenceStatus.Active });
        (await mailmark.Sequences.ListAsync()).Should().ContainSingle().Which.Stats.Total.Should().Be(2);
        await mailmark.Sequences.CancelAsync(sequence.Id);
    }

    private async Task NumbersAsync()
    {
        (await mailmark.DomainHealth.GetAsync()).Should().NotBeNull();
        (await mailmark.Warmup.ListAsync()).Should().NotBeNull();
        (await mailmark.Bounces.GetAsync(days: 7)).TotalSent.Should().BePositive();
        (await mailmark.Suppressions.ListAsync(new() { Limit = 10 })).Should().NotBeNull();
        (await mailmark.CampaignStats.GetAsync(new() { Type = CampaignType.Known[0] })).Should().NotBeNull();
    }
}
