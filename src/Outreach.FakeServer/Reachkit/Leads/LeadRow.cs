using System.Text.Json;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A person in a campaign, as submitted; what happened to them is in <see cref="LeadStateRow"/>.</summary>
internal sealed record LeadRow : Row
{
    /// <summary>The campaign's place.</summary>
    public required int Campaign { get; init; }

    /// <summary>The campaign's id.</summary>
    public required string CampaignId { get; init; }

    /// <summary>The address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The object of variables as submitted; null for none.</summary>
    public JsonElement? Variables { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>First and last name joined by a space, blanks left out; empty for none.</summary>
    public string FullName => FirstName is null ? LastName ?? "" : LastName is null ? FirstName : $"{FirstName} {LastName}";
}
