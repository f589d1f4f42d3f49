namespace Outreach.Sdk.Reachkit;

/// <summary>The Reachkit API: cold e-mail campaigns, sequences with variants, leads, inboxes and the unibox.</summary>
/// <remarks>
/// Besides its own errors every operation can fail with: unauthorized (401): No usable API key; plan_required (403): The
/// workspace's plan has no API access (only Scale has); rate_limited (429): Too many calls; see Retry-After. Not published;
/// reserved; internal_error (500): Unexpected failure.
/// </remarks>
public class ReachkitClient
{
    internal ReachkitClient(ApiTransport api)
    {
        Blocklist = new(api);
        Campaigns = new(api);
        Conversations = new(api);
        Inboxes = new(api);
        Leads = new(api);
        Sequences = new(api);
    }

    /// <summary>For mocking.</summary>
    protected ReachkitClient() { }

    /// <summary>Every operation of the API, in the contract's order.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. BlocklistClient.Operations,
        .. CampaignsClient.Operations,
        .. ConversationsClient.Operations,
        .. InboxesClient.Operations,
        .. LeadsClient.Operations,
        .. SequencesClient.Operations,
    ];

    /// <summary>Addresses that no campaign of the workspace mails.</summary>
    public virtual BlocklistClient Blocklist { get; } = null!;

    /// <summary>Outreach campaigns: options, schedule, senders, numbers.</summary>
    public virtual CampaignsClient Campaigns { get; } = null!;

    /// <summary>Unibox threads: reading, answering, labelling.</summary>
    public virtual ConversationsClient Conversations { get; } = null!;

    /// <summary>Sending mailboxes and their warmup.</summary>
    public virtual InboxesClient Inboxes { get; } = null!;

    /// <summary>People in a campaign.</summary>
    public virtual LeadsClient Leads { get; } = null!;

    /// <summary>Steps of a campaign and their variants.</summary>
    public virtual SequencesClient Sequences { get; } = null!;
}
