namespace Outreach.Sdk.Mailmark;

/// <summary>Echo of the stored contact; note that the id is not returned.</summary>
public sealed record UpsertedContact
{
    /// <summary>Normalised address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Trimmed name.</summary>
    public string Name { get => field ?? ""; init; }
}
