using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Which mailboxes belong to a group: all of the domain, or those named by local part or full address.</summary>
[JsonConverter(typeof(MailboxSelectorConverter))]
public readonly struct MailboxSelector : IEquatable<MailboxSelector>
{
    private readonly IReadOnlyList<string>? _addresses;

    private MailboxSelector(IReadOnlyList<string> addresses) => _addresses = addresses;

    /// <summary>Every mailbox of the domain, as they are when the group is stored.</summary>
    public static MailboxSelector All => default;

    /// <summary>Whether all mailboxes are meant.</summary>
    public bool IsAll => _addresses is null;

    /// <summary>The named mailboxes; empty when all are meant.</summary>
    public IReadOnlyList<string> Addresses => _addresses ?? [];

    /// <summary>The named mailboxes.</summary>
    /// <param name="addresses">Local parts or full addresses.</param>
    public static MailboxSelector Of(params IReadOnlyList<string> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return new(addresses);
    }

    /// <inheritdoc/>
    public bool Equals(MailboxSelector other) => IsAll == other.IsAll && Addresses.SequenceEqual(other.Addresses, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MailboxSelector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsAll ? 0 : Addresses.Aggregate(1, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => IsAll ? "all" : string.Join(", ", Addresses);

    /// <summary>The same mailboxes in the same order.</summary>
    public static bool operator ==(MailboxSelector left, MailboxSelector right) => left.Equals(right);

    /// <summary>Other mailboxes, or another order.</summary>
    public static bool operator !=(MailboxSelector left, MailboxSelector right) => !left.Equals(right);
}
