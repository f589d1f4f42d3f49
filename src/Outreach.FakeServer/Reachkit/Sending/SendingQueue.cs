using System.Globalization;

namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// Leads that wait for their next email, in groups of leads that are alike (<see cref="GroupRow"/>). A lead that something stops
/// is parked outside until that ends.
/// </summary>
internal sealed class SendingQueue
{
    private readonly ReachkitState _state;
    private readonly Index<GroupRow> _byKind;

    public SendingQueue(ReachkitState state)
    {
        _state = state;
        _byKind = state.Groups.IndexBy(group => KindOf(group.Bucket, group.Inbox, group.Provider, group.Position));
    }

    /// <summary>The key of a campaign's groups with a due day.</summary>
    public static string Bucket(int campaign, int dueDay) => string.Create(CultureInfo.InvariantCulture, $"{campaign}:{dueDay}");

    /// <summary>By what leads of one due date are ordered: the time of the last email; first emails go by insertion alone.</summary>
    public long LastSent(LeadStateRow current) => current.Position == 0 ? 0 : _state.Emails.At(current.LastEmail)?.SentAt.UtcTicks ?? 0;

    /// <summary>Puts a lead where it waits for its next email; nowhere when it has had the last step.</summary>
    public void Enqueue(CampaignRow campaign, LeadStateRow current)
    {
        EmailRow? latest = _state.Emails.At(current.LastEmail);
        if (latest is not null && current.Position >= campaign.Steps.Length)
        {
            if (current.Queue is not null || current.IsParked) _state.LeadStates.Update(current with { Queue = null, IsParked = false });
            return;
        }

        int due = latest is null || current.Position == 0 ? 0 : campaign.Schedule.DueDate(latest.SentAt, _state.Steps.At(campaign.Steps[current.Position - 1])!.DelayDays).DayNumber;
        string bucket = Bucket(campaign.Ordinal, due);
        int inbox = latest?.Inbox ?? -1;
        ProviderKind provider = LeadProviders.KindOf(current.Provider);
        GroupRow group = FindGroup(KindOf(bucket, inbox, provider, current.Position), current)
            ?? _state.Groups.Add(new GroupRow { DueDay = due, Inbox = inbox, Provider = provider, Position = current.Position, Bucket = bucket });
        _state.LeadStates.Update(current with { Queue = group.Id, IsParked = false });
        CampaignTallyRow tally = _state.TallyOf(campaign);
        if (!tally.DueDays.Contains(due)) _state.Tallies.Update(tally with { DueDays = tally.DueDays.Add(due) });
    }

    /// <summary>Takes a lead out that something stops.</summary>
    public void Park(LeadStateRow current) => _state.LeadStates.Update(current with { Queue = null, IsParked = true });

    /// <summary>Puts a parked lead back; whether it is still stopped is seen when its turn comes.</summary>
    public void Unpark(LeadStateRow current)
    {
        if (current.IsParked) Enqueue(_state.Campaigns.At(_state.Leads.At(current.Ordinal)!.Campaign)!, current);
    }

    /// <summary>Puts all parked leads of a campaign back.</summary>
    public void UnparkAll(CampaignRow campaign)
    {
        foreach (LeadStateRow current in _state.ParkedLeads[campaign.Id].ToList()) Enqueue(campaign, current);
    }

    /// <summary>Puts all leads of a campaign where they belong, after a change of what decides it.</summary>
    public void Rebuild(CampaignRow campaign)
    {
        foreach (LeadRow lead in _state.LeadsByCampaign[campaign.Id])
            if (_state.StateOf(lead) is { Queue: not null } waiting) _state.LeadStates.Update(waiting with { Queue = null });
        Clear(campaign);
        List<LeadStateRow> leads = [.. _state.LeadsByCampaign[campaign.Id].Select(_state.StateOf)];
        foreach (LeadStateRow current in leads.OrderBy(LastSent).ThenBy(lead => lead.Ordinal)) Enqueue(campaign, current);
    }

    /// <summary>Forgets the groups of a campaign.</summary>
    public void Clear(CampaignRow campaign)
    {
        CampaignTallyRow tally = _state.TallyOf(campaign);
        foreach (int due in tally.DueDays)
            foreach (GroupRow group in _state.GroupsByBucket[Bucket(campaign.Ordinal, due)]) _state.Groups.Remove(group);
        _state.Tallies.Update(tally with { DueDays = [] });
    }

    /// <summary>Forgets the groups of some due days that are empty by now.</summary>
    public void Tidy(CampaignRow campaign, IEnumerable<int> dueDays)
    {
        CampaignTallyRow tally = _state.TallyOf(campaign);
        foreach (int due in dueDays)
        {
            string bucket = Bucket(campaign.Ordinal, due);
            foreach (GroupRow group in _state.GroupsByBucket[bucket])
                if (_state.QueuedLeads.Count(group.Id) == 0) _state.Groups.Remove(group);
            if (_state.GroupsByBucket.Count(bucket) == 0) tally = tally with { DueDays = tally.DueDays.Remove(due) };
        }

        _state.Tallies.Update(tally);
    }

    private static string KindOf(string bucket, int inbox, ProviderKind provider, int position)
        => string.Create(CultureInfo.InvariantCulture, $"{bucket}:{inbox}:{(int)provider}:{position}");

    // Rows of a group stand in their order of entry, which is that of their places too: a state file keeps no other. A lead that
    // comes out of order gets a group beside; passes merge them.
    private GroupRow? FindGroup(string kind, LeadStateRow current)
    {
        foreach (GroupRow group in _byKind[kind])
        {
            if (current.Queue == group.Id) return group;
            if (_state.QueuedLeads.Last(group.Id) is not { } last) return group;
            if (LastSent(last) <= LastSent(current) && last.Ordinal < current.Ordinal) return group;
        }

        return null;
    }
}
