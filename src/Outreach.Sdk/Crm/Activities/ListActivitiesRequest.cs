namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="ActivitiesClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListActivitiesRequest
{
    /// <summary>Only this event type.</summary>
    public string? Type { get; init; }

    /// <summary>Only this category.</summary>
    public ActivityCategory? Category { get; init; }

    /// <summary>Only this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Only this producing service.</summary>
    public string? SourceService { get; init; }

    /// <summary>Occurred at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Occurred before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call) => call
        .With("type", Type)
        .With("category", Category)
        .With("channel", Channel)
        .With("sourceService", SourceService)
        .With("from", From)
        .With("to", To)
        .With("skip", Skip)
        .With("take", Take);
}
