using System.Text.Json;

namespace Outreach.Sdk.Mailmark;

/// <summary>The Mailmark API: transactional and campaign e-mail, sequences, domain health and statistics.</summary>
/// <remarks>
/// Besides its own errors every operation can fail with: unauthorized (401): No usable key: header missing, not <c>Bearer </c>, key
/// unknown or revoked. The documentation's example shows <c>Invalid or revoked API key</c> instead; internal_error (500): Uncaught
/// failure, e.g. a field of the wrong JSON type; route_not_found (404): Unknown path or method; plain text, not JSON; there is no
/// 405.
/// </remarks>
public class MailmarkClient
{
    private readonly ApiTransport _api = null!;

    internal MailmarkClient(ApiTransport api)
    {
        _api = api;
        Mailboxes = new(api);
        SenderGroups = new(api);
        Emails = new(api);
        Contacts = new(api);
        Sequences = new(api);
        DomainHealth = new(api);
        Warmup = new(api);
        Bounces = new(api);
        Suppressions = new(api);
        CampaignStats = new(api);
    }

    /// <summary>For mocking.</summary>
    protected MailmarkClient() { }

    /// <summary>Every operation of the API, in the contract's order.</summary>
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. MailboxesClient.Operations,
        .. SenderGroupsClient.Operations,
        .. EmailsClient.Operations,
        .. ContactsClient.Operations,
        .. SequencesClient.Operations,
        .. DomainHealthClient.Operations,
        .. WarmupClient.Operations,
        .. BouncesClient.Operations,
        .. SuppressionsClient.Operations,
        .. CampaignStatsClient.Operations,
    ];

    /// <summary>Addresses of the domain that send and receive.</summary>
    public virtual MailboxesClient Mailboxes { get; } = null!;

    /// <summary>Sets of sender mailboxes with a recipient list.</summary>
    public virtual SenderGroupsClient SenderGroups { get; } = null!;

    /// <summary>Sending, and the stored email records.</summary>
    public virtual EmailsClient Emails { get; } = null!;

    /// <summary>Remembered correspondents of the account.</summary>
    public virtual ContactsClient Contacts { get; } = null!;

    /// <summary>Multi-step automated follow-ups and their enrollments.</summary>
    public virtual SequencesClient Sequences { get; } = null!;

    /// <summary>Stored DNS, block list and bounce checks per domain.</summary>
    public virtual DomainHealthClient DomainHealth { get; } = null!;

    /// <summary>Warmup progress per mailbox.</summary>
    public virtual WarmupClient Warmup { get; } = null!;

    /// <summary>Delivery counts and rates per domain.</summary>
    public virtual BouncesClient Bounces { get; } = null!;

    /// <summary>Unsubscribed addresses per domain.</summary>
    public virtual SuppressionsClient Suppressions { get; } = null!;

    /// <summary>Counts and rates per sequence and per batch.</summary>
    public virtual CampaignStatsClient CampaignStats { get; } = null!;

    /// <summary>
    /// Sends an operation by its name, with its arguments and its answer as JSON: for generic tools, scripts and bridges. Retries,
    /// errors, pacing and telemetry are those of the typed methods.
    /// </summary>
    /// <param name="operation">The contract's operationId, such as <c>emails.send</c>; the API may stand before it.</param>
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
