namespace Outreach.Sdk.Mailmark;

/// <summary>A remembered correspondent of the account (shared by all its domains).</summary>
public sealed record Contact
{
    /// <summary>
    /// Contact id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Address, lower case.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string Name { get => field ?? ""; init; }
}
