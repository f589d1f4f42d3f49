using System.Text.Json;

namespace Outreach.Sdk.Reachkit;

/// <summary>The Reachkit API: cold e-mail campaigns, sequences with variants, leads, inboxes and the unibox.</summary>
/// <remarks>
/// Besides its own errors every operation can fail with: unauthorized (401): No usable API key; plan_required (403): The
/// workspace's plan has no API access (only Scale has); rate_limited (429): Too many calls; see Retry-After. Not published;
/// reserved; internal_error (500): Unexpected failure.
/// </remarks>
public class ReachkitClient
{
    private readonly ApiTransport _api = null!;

    internal ReachkitClient(ApiTransport api)
    {
        _api = api;
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

    /// <summary>
    /// Sends an operation by its name, with its arguments and its answer as JSON: for generic tools, scripts and bridges. Retries,
    /// errors, pacing and telemetry are those of the typed methods.
    /// </summary>
    /// <param name="operation">The contract's operationId, such as <c>leads.create</c>; the API may stand before it.</param>
    /// <param name="arguments">
    /// One flat object. Members named like a parameter of the operation's path go into the path; the others go into the query of a
    /// GET or DELETE (null is left out, an array becomes a comma-separated list) and into the body of everything else.
    /// </param>
    /// <param name="options">What this call does differently from the client's options; headers that an operation takes go here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The whole answer as it came, envelope and page figures included; undefined when it has no content. A file comes as an object
    /// with <c>file_name</c>, <c>content_type</c>, <c>length</c> and, in Base64, <c>content</c>.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such operation, or an argument is missing from the path or cannot stand where it belongs.</exception>
    /// <exception cref="OutreachException">As the operation's typed method throws it.</exception>
    public virtual Task<JsonElement> SendAsync(string operation, JsonElement arguments = default, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendRawAsync(operation, arguments, null, options, cancellationToken);
}
