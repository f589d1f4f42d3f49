using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What happens to leads, and what that moves elsewhere (contract sections 3.4 and 5).</summary>
internal sealed class LeadRules(ReachkitModule module, World world)
{
    private ReachkitState State => module.State;

    /// <summary>Adds a person to a campaign.</summary>
    public LeadRow Add(CampaignRow campaign, string email, string? firstName, string? lastName, JsonElement? variables)
    {
        DateTimeOffset now = world.Clock.Now;
        LeadRow lead = State.Leads.Add(new LeadRow
        {
            Campaign = campaign.Ordinal,
            CampaignId = campaign.Id,
            Email = email,
            FirstName = firstName,
            LastName = lastName,
            Variables = variables?.Clone(),
            CreatedAt = now,
        });
        LeadStateRow current = State.LeadStates.Add(new LeadStateRow { Id = lead.Id, CampaignId = campaign.Id, Status = LeadStatus.Uncontacted, UpdatedAt = now });
        module.Queue.Enqueue(campaign, current);
        module.Passes.WakeToDetect(now);
        if (campaign.IsActive) module.Passes.Wake();
        return lead;
    }

    /// <summary>Changes what is known of a person.</summary>
    public LeadRow Change(LeadRow old, Optional<string?> firstName, Optional<string?> lastName, JsonElement? variables)
    {
        LeadRow lead = old with
        {
            FirstName = firstName.IsSet ? firstName.Value : old.FirstName,
            LastName = lastName.IsSet ? lastName.Value : old.LastName,
            Variables = LeadVariables.Merge(old.Variables, variables),
        };
        if (lead.FirstName != old.FirstName || lead.LastName != old.LastName || !LeadVariables.AreSame(lead.Variables, old.Variables)) Touch(State.StateOf(lead));
        return State.Leads.Update(lead);
    }

    /// <summary>Removes a lead with its emails.</summary>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="counted">Whether the numbers of the campaign follow; not when the campaign goes as well.</param>
    public void Remove(CampaignRow campaign, LeadRow lead, bool counted = true)
    {
        LeadStateRow current = State.StateOf(lead);
        ConversationRow? thread = current.Thread >= 0 ? State.Conversations.At(current.Thread) : null;
        if (counted) Uncount(campaign, current, thread);
        if (thread is not null) State.Conversations.Update(thread with { Lead = -1, UpdatedAt = world.Clock.Now });
        for (EmailRow? email = State.Emails.At(current.LastEmail); email is not null; email = State.Emails.At(email.Previous))
        {
            // An answer that comes later still belongs into the thread.
            if (thread is not null) State.Addressed.Add(new AddressedRow { Address = ReachkitState.AddressKey(campaign.Workspace, lead.Email), Conversation = thread.Ordinal, Inbox = email.Inbox, At = email.SentAt, Email = email.Ordinal });
            State.Emails.Remove(email);
        }

        State.LeadStates.Remove(current);
        State.Leads.Remove(lead);
        if (counted && current.RepliedDomain is not null)
        {
            module.Queue.UnparkAll(campaign);
            module.Passes.Wake();
        }
    }

    /// <summary>The unsubscribe link of a lead was used.</summary>
    public void Unsubscribe(LeadRow lead)
    {
        LeadStateRow current = State.StateOf(lead);
        if (current.IsUnsubscribed) return;
        Touch(State.LeadStates.Update(current with { IsUnsubscribed = true }));
        Emit("lead.unsubscribed", lead);
    }

    /// <summary>A campaign email came back.</summary>
    public void Bounce(EmailRow email)
    {
        if (email.IsBounced) return;
        State.Emails.Update(email with { IsBounced = true });
        LeadRow lead = State.Leads.At(email.Lead)!;
        CampaignTallyRow tally = State.Tallies.At(lead.Campaign)!;
        State.Tallies.Update(tally with { Bounced = tally.Bounced + 1 });
        LeadStateRow current = State.StateOf(lead);
        if (current.IsBounced) return;
        Touch(State.LeadStates.Update(current with { IsBounced = true }));
        Emit("lead.bounced", lead);
    }

    /// <summary>A lead answered; only the first counted reply changes anything.</summary>
    public void Reply(LeadRow lead)
    {
        LeadStateRow current = State.StateOf(lead);
        if (current.Status == LeadStatus.Replied) return;
        DateTimeOffset now = world.Clock.Now;
        VariantRow? variant = State.Emails.At(current.LastEmail) is { } latest ? State.Variants.At(latest.Variant) : null;
        State.LeadStates.Update(current with
        {
            Status = LeadStatus.Replied,
            RepliedAt = now,
            Credited = variant?.Ordinal ?? -1,
            RepliedDomain = Halting.CompanyKey(lead.Campaign, lead.Email),
            UpdatedAt = now,
        });
        CampaignTallyRow tally = State.Tallies.At(lead.Campaign)!;
        State.Tallies.Update(tally with { Replies = tally.Replies + 1, LastSlot = SlotLedger.Add(State.Slots, tally.LastSlot, now, replies: 1) });
        bool positive = current.Thread >= 0 && State.Conversations.At(current.Thread)!.IsPositive;
        if (variant is not null) State.Variants.Update(variant with { Replies = variant.Replies + 1, Positive = variant.Positive + (positive ? 1 : 0) });
        Emit("lead.replied", lead);
    }

    /// <summary>Looks up the providers of leads that are a minute old.</summary>
    /// <returns>The place of the first lead that is younger.</returns>
    public int Detect(int from, DateTimeOffset now)
    {
        DateTimeOffset latest = now.AddSeconds(-60);
        int place = from;
        for (; place < State.Leads.Extent; place++)
        {
            if (State.Leads.At(place) is not { } lead) continue;
            if (lead.CreatedAt > latest) break;
            CampaignRow campaign = State.Campaigns.At(lead.Campaign)!;
            LeadProvider provider = LeadProviders.Of(State, State.Workspaces.At(campaign.Workspace)!, lead.Email[(lead.Email.LastIndexOf('@') + 1)..]);
            LeadStateRow current = State.LeadStates.Update(State.StateOf(lead) with { Provider = provider, UpdatedAt = now });
            if (current.Queue is not null) module.Queue.Enqueue(campaign, current);
        }

        return place;
    }

    private void Touch(LeadStateRow current) => State.LeadStates.Update(current with { UpdatedAt = world.Clock.Now });

    private void Emit(string type, LeadRow lead)
        => module.Events.Emit(State.Campaigns.At(lead.Campaign)!.Workspace, type, world.Clock.Now, ("lead_id", lead.Id), ("campaign_id", lead.CampaignId));

    private void Uncount(CampaignRow campaign, LeadStateRow current, ConversationRow? thread)
    {
        CampaignTallyRow tally = State.TallyOf(campaign);
        int newest = tally.LastSlot;
        int bounced = 0;
        for (EmailRow? email = State.Emails.At(current.LastEmail); email is not null; email = State.Emails.At(email.Previous))
        {
            newest = SlotLedger.Add(State.Slots, newest, email.SentAt, sent: -1);
            if (email.IsBounced) bounced++;
            if (State.Variants.At(email.Variant) is { } variant) State.Variants.Update(variant with { Sent = variant.Sent - 1 });
        }

        int replied = current.RepliedAt is null ? 0 : 1;
        int positive = thread is { IsPositive: true } ? 1 : 0;
        if (current.RepliedAt is { } at) newest = SlotLedger.Add(State.Slots, newest, at, replies: -1);
        if (State.Variants.At(current.Credited) is { } credited) State.Variants.Update(credited with { Replies = credited.Replies - 1, Positive = credited.Positive - positive });
        State.Tallies.Update(tally with
        {
            LastSlot = newest,
            Sent = tally.Sent - current.Emails,
            Contacted = tally.Contacted - (current.Emails > 0 ? 1 : 0),
            Replies = tally.Replies - replied,
            Positive = tally.Positive - positive,
            Bounced = tally.Bounced - bounced,
            Positions = tally.Positions - current.Position,
        });
    }
}
