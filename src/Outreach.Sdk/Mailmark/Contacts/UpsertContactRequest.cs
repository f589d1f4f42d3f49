namespace Outreach.Sdk.Mailmark;

/// <summary>Contact to create or rename.</summary>
public sealed record UpsertContactRequest
{
    /// <summary>Address; trimmed, lower-cased; not validated further.</summary>
    public required string Email { get; init; }

    /// <summary>Name; trimmed.</summary>
    public required string Name { get; init; }
}
