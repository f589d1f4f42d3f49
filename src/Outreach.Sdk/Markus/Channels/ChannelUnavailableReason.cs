using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Why a channel cannot be used now.</summary>
/// <param name="Value">The value as it stands on the wire; null only in a default instance.</param>
[JsonConverter(typeof(OpenEnumConverter<ChannelUnavailableReason>))]
public readonly record struct ChannelUnavailableReason(string? Value) : IOpenEnum<ChannelUnavailableReason>
{
    /// <summary><c>no_connected_account</c>.</summary>
    public static ChannelUnavailableReason NoConnectedAccount { get; } = new("no_connected_account");

    /// <summary><c>account_not_connected</c>.</summary>
    public static ChannelUnavailableReason AccountNotConnected { get; } = new("account_not_connected");

    /// <summary><c>daily_limit_reached</c>.</summary>
    public static ChannelUnavailableReason DailyLimitReached { get; } = new("daily_limit_reached");

    /// <summary><c>contact_unreachable</c>.</summary>
    public static ChannelUnavailableReason ContactUnreachable { get; } = new("contact_unreachable");

    /// <summary><c>contact_unsubscribed</c>.</summary>
    public static ChannelUnavailableReason ContactUnsubscribed { get; } = new("contact_unsubscribed");

    /// <summary><c>not_in_plan</c>.</summary>
    public static ChannelUnavailableReason NotInPlan { get; } = new("not_in_plan");

    /// <inheritdoc/>
    public static IReadOnlyList<ChannelUnavailableReason> Known { get; } =
    [
        NoConnectedAccount, AccountNotConnected, DailyLimitReached, ContactUnreachable, ContactUnsubscribed,
        NotInPlan
    ];

    /// <inheritdoc/>
    public static ChannelUnavailableReason From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
