namespace Outreach.Sdk.Mailmark;

/// <summary>A named set of sender mailboxes plus a recipient list.</summary>
public sealed record SenderGroup
{
    /// <summary>
    /// Group id. Opaque lower-case document id (Crockford base32, 31 to 37 characters on the live service; the reference server
    /// issues 32).
    /// </summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Group name; not unique.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Ids of the member mailboxes, in the order given at creation.</summary>
    public IReadOnlyList<string> MailboxIds { get => field ?? []; init; }

    /// <summary>Recipient addresses, stored as given (no lower-casing, no validation).</summary>
    public IReadOnlyList<string> Emails { get => field ?? []; init; }
}
