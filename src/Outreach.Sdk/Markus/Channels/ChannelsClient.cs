namespace Outreach.Sdk.Markus;

/// <summary>Connected accounts and direct sending.</summary>
public class ChannelsClient
{
    private static readonly Operation ListAccounts = Operation.Get(
        "markus.channels.listAccounts", "channels/accounts",
        scope: "channels:read", buckets: ["global", "burst"]);
    private static readonly Operation Availability = Operation.Get(
        "markus.channels.availability", "channels/availability",
        scope: "channels:read", buckets: ["global", "burst"]);
    private static readonly Operation Send = Operation.Post(
        "markus.channels.send", "channels/send",
        RetryClass.ThrottleOnly, scope: "channels:write", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal ChannelsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ChannelsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [ListAccounts, Availability, Send];

    /// <summary>Returns the connected accounts, by channel, then oldest first. Needs scope <c>channels:read</c>.</summary>
    /// <param name="channel">Only this channel.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<ConnectedAccount>> ListAccountsAsync(Channel? channel = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(ListAccounts.At().With("channel", channel), MarkusJson.Default.ListConnectedAccount, options, cancellationToken);

    /// <summary>
    /// Says for each of the four channels whether a message could be sent now, in general or to one contact. Needs scope
    /// <c>channels:read</c>.
    /// </summary>
    /// <param name="contactId">Contact to check.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Availability of all four channels.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONT_001: No such contact, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<ChannelAvailability> AvailabilityAsync(string? contactId = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Availability.At().With("contact_id", contactId), MarkusJson.Default.ChannelAvailability, options, cancellationToken);

    /// <summary>Sends a message at once, without the approval workflow. Needs scope <c>channels:write</c>.</summary>
    /// <param name="request">A direct message. Exactly one of <c>contact_id</c> and <c>conversation_id</c> is required.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A message of a conversation or of the approval queue.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CONT_001: No such contact, or it is deleted; CONV_001: No such conversation; SERVER_003: Unknown path, or a resource kind
    /// without a code of its own.
    /// </exception>
    /// <exception cref="OutreachApiException">
    /// CONV_003: The provider refused a reply in an existing conversation; MSG_001: The provider refused the message.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">MSG_015: The message allowance is used up.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>
    /// Counts against the message allowance. Fires conversation.created when it opens a conversation, then message.sent. The path
    /// is inferred, not published.
    /// </remarks>
    public virtual Task<Message> SendAsync(SendChannelMessageRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Send.At(), request, MarkusJson.Default.SendChannelMessageRequest, MarkusJson.Default.Message, options, cancellationToken);
}
