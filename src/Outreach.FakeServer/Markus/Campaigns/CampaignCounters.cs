namespace Outreach.FakeServer.Markus;

/// <summary>Figures of a campaign, kept as things happen so that nothing needs counting.</summary>
internal sealed record CampaignCounters
{
    /// <summary>Contacts that are not deleted.</summary>
    public int Contacts { get; init; }

    /// <summary>Contacts ever added.</summary>
    public int ContactsUsed { get; init; }

    /// <summary>Messages approved or sent directly, failed and withdrawn ones not counted.</summary>
    public int MessagesUsed { get; init; }

    public int AiUsed { get; init; }

    public int Pending { get; init; }

    public int Approved { get; init; }

    public int Rejected { get; init; }

    public int Sent { get; init; }

    public int Delivered { get; init; }

    public int Opened { get; init; }

    public int Bounced { get; init; }

    public int Failed { get; init; }

    /// <summary>Inbound messages.</summary>
    public int Replies { get; init; }

    public int Conversations { get; init; }

    /// <summary>Conversations with an inbound message.</summary>
    public int ConversationsReplied { get; init; }

    /// <summary>Whether a contact was moved in, so that the order of entry is not that of creation.</summary>
    public bool MovedIn { get; init; }

    /// <summary>Approved messages that have a slot.</summary>
    public int Planned { get; init; }
}
