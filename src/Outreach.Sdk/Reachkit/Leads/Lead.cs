using System.Collections.ObjectModel;

namespace Outreach.Sdk.Reachkit;

/// <summary>A person in a campaign.</summary>
public sealed record Lead
{
    /// <summary>Lead id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Address, lower case; unique within the campaign.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>First name; null when unset.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name; null when unset.</summary>
    public string? LastName { get; init; }

    /// <summary>How far a lead got: nothing sent, something sent, or answered.</summary>
    public LeadStatus Status { get; init; }

    /// <summary>An email to this lead bounced.</summary>
    public bool IsBounced { get; init; }

    /// <summary>The lead opted out.</summary>
    public bool IsUnsubscribed { get; init; }

    /// <summary>Mail provider of the lead; null until it has been detected.</summary>
    public LeadProvider? Provider { get; init; }

    /// <summary>Merge-tag values by name, as submitted, e.g. company and role.</summary>
    public IReadOnlyDictionary<string, JsonScalar> Variables { get => field ?? ReadOnlyDictionary<string, JsonScalar>.Empty; init; }

    /// <summary>When it was added. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change. ISO 8601, UTC, ends in Z.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
