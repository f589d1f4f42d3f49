using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>What time does in Markus: section 6. Each job looks whether it is still wanted.</summary>
internal sealed class MarkusLife
{
    private readonly MarkusState _state;

    public MarkusLife(MarkusState state)
    {
        _state = state;
        Scheduler jobs = state.World.Jobs;
        jobs.Handle(SendPlan.SlotJob, Slot, ExplainSlot, of: state.Campaigns);
        jobs.Handle(SendRules.DeliveryJob, Delivery, job => $"{Name(job.Subject)}: reports on the messages of {Rfc3339.Write(At(job))}", data: JobData.Instant);
        jobs.Handle(SendRules.ReactionJob, Reaction, job => $"{Recipient(job.Subject)}: {job.Data}", of: state.Messages);
        jobs.Handle(SendRules.FollowUpJob, FollowUp, job => $"{Name(job.Subject)}: drafts follow-ups for {_state.FollowUps.Count(MarkusState.InstantKey(job.Subject, At(job)))} contacts who have not answered", of: state.Campaigns, data: JobData.Instant);
        jobs.Handle(CampaignRules.EndJob, job => _state.CampaignRules.EndByTime(job.Subject, job.Due), job => $"{Name(job.Subject)}: reaches its end date", of: state.Campaigns);
        jobs.Handle(ProductAnalysisRules.Job, job => _state.ProductAnalyses.Finish(job.Subject, job.Data), job => $"{Name(job.Subject)}: product analysis ends", of: state.Campaigns);
    }

    private void Slot(Job job)
    {
        if (_state.Campaigns.Find(job.Subject)?.NextSend != job.Due) return;
        _state.Sends.SendSlot(job.Subject, job.Due);
        _state.Plan.AwaitNext(job.Subject);
    }

    private string ExplainSlot(Job job)
        => _state.Campaigns.Find(job.Subject) is { } campaign && campaign.NextSend == job.Due && campaign.Counters.Planned > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{campaign.Name}: sends {_state.PlannedMessages.Count(MarkusState.InstantKey(campaign.Id, job.Due))} of {campaign.Counters.Planned} planned messages; waits: {_state.Plan.Why(campaign, job.Due)}")
            : $"{Name(job.Subject)}: nothing, its messages were planned anew or are planned no more";

    private void Delivery(Job job)
    {
        foreach (MessageRow message in _state.SentMessages[MarkusState.InstantKey(job.Subject, At(job))]) _state.Sends.Report(message);
    }

    private void FollowUp(Job job)
    {
        int waiting = 0;
        foreach (MessageRow message in _state.FollowUps[MarkusState.InstantKey(job.Subject, At(job))])
            if (_state.Drafts.FollowUp(message)) waiting++;
        _state.Drafts.Announce(job.Subject, waiting);
    }

    private void Reaction(Job job)
    {
        if (_state.Messages.Find(job.Subject) is not { } message || job.Data is not { } data) return;
        string text = data[(data.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (data == "bounce") _state.Sends.Bounce(message, "mailbox does not exist");
        else if (data == "open") _state.Sends.Open(message);
        else if (message.Status != MessageStatus.Bounced && _state.Conversations.Find(message.ConversationId) is { } conversation && _state.Contacts.Find(message.ContactId) is { DeletedAt: null })
            _state.Inbound.Receive(conversation, text, unsubscribes: data.StartsWith("unsubscribe ", StringComparison.Ordinal));
    }

    private string Name(string campaignOrAccount) => _state.Campaigns.Find(campaignOrAccount)?.Name ?? _state.Accounts.Find(campaignOrAccount)?.Name ?? campaignOrAccount;

    private string Recipient(string messageId)
        => _state.Messages.Find(messageId) is not { } message || _state.Contacts.Find(message.ContactId) is not { } contact ? $"the recipient of message {messageId}"
            : (contact.AddressOn(message.Channel) ?? contact.Email ?? contact.Name ?? contact.Id) + (message.Subject is null ? "" : $" to '{message.Subject}'");

    private static DateTimeOffset At(Job job) => new(long.Parse(job.Data!, CultureInfo.InvariantCulture), TimeSpan.Zero);
}
