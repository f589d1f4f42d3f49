namespace Outreach.Sdk.Crm;

/// <summary>Filters and page of <see cref="SegmentsClient.MembersAsync"/>. Members that are null are not sent.</summary>
public sealed record ListSegmentMembersRequest
{
    /// <summary>Offset of the first item. Default: <c>0</c>.</summary>
    public int? Skip { get; init; }

    /// <summary>Page size. 1 to 100. Default: <c>25</c>.</summary>
    public int? Take { get; init; }

    internal OperationCall On(OperationCall call) => call.With("skip", Skip).With("take", Take);
}
