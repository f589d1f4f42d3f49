namespace Outreach.Sdk.Crm;

/// <summary>A customer inside a segment.</summary>
public sealed record SegmentMember
{
    /// <summary>Identifier of the profile.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Engagement score, 0-100.</summary>
    public int? EngagementScore { get; init; }

    /// <summary>When the customer entered the segment.</summary>
    public DateTimeOffset JoinedSegmentAt { get; init; }
}
