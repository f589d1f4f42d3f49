using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>
/// State of a message. The outbound states follow the published message events; <c>failed</c> is implied by the retry operation;
/// <c>received</c> (inbound) is inferred.
/// </summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<MessageStatus>))]
public readonly record struct MessageStatus(string? Value) : IOpenEnum<MessageStatus>
{
    /// <summary><c>pending_approval</c>.</summary>
    public static MessageStatus PendingApproval { get; } = new("pending_approval");

    /// <summary><c>approved</c>.</summary>
    public static MessageStatus Approved { get; } = new("approved");

    /// <summary><c>rejected</c>.</summary>
    public static MessageStatus Rejected { get; } = new("rejected");

    /// <summary><c>sent</c>.</summary>
    public static MessageStatus Sent { get; } = new("sent");

    /// <summary><c>delivered</c>.</summary>
    public static MessageStatus Delivered { get; } = new("delivered");

    /// <summary><c>opened</c>.</summary>
    public static MessageStatus Opened { get; } = new("opened");

    /// <summary><c>bounced</c>.</summary>
    public static MessageStatus Bounced { get; } = new("bounced");

    /// <summary><c>failed</c>.</summary>
    public static MessageStatus Failed { get; } = new("failed");

    /// <summary><c>received</c>.</summary>
    public static MessageStatus Received { get; } = new("received");

    /// <inheritdoc/>
    public static IReadOnlyList<MessageStatus> Known { get; } =
    [
        PendingApproval, Approved, Rejected, Sent, Delivered, Opened, Bounced, Failed, Received
    ];

    /// <inheritdoc/>
    public static MessageStatus From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
