namespace Outreach.Sdk.Markus;

/// <summary>Days covered, both inclusive, UTC.</summary>
public sealed record DateRange
{
    /// <summary>First day.</summary>
    public DateOnly StartDate { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly EndDate { get; init; }
}
