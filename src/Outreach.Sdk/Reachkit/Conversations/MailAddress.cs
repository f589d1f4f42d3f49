namespace Outreach.Sdk.Reachkit;

/// <summary>An address with an optional name.</summary>
public sealed record MailAddress
{
    /// <summary>Address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }
}
