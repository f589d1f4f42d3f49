namespace Outreach.Sdk.Mailmark;

/// <summary>An address on the key's domain that can send and receive.</summary>
public sealed record Mailbox
{
    /// <summary>
    /// Mailbox id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Local part, lower case.</summary>
    public string Address { get => field ?? ""; init; }

    /// <summary>Local part, <c>@</c>, domain name.</summary>
    public string FullAddress { get => field ?? ""; init; }

    /// <summary>Sender name put in front of the address in From, or null when none is stored.</summary>
    public string? DisplayName { get; init; }
}
