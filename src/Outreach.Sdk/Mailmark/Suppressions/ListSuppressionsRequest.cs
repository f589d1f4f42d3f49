namespace Outreach.Sdk.Mailmark;

/// <summary>What to ask for with <see cref="SuppressionsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListSuppressionsRequest
{
    /// <summary>
    /// Page size; 1 to 500, values outside are cut to the bound, text or 0 means 100. Per domain for org-wide keys. Default:
    /// <c>100</c>.
    /// </summary>
    public int? Limit { get; init; }

    /// <summary>Cursor: <c>unsubscribedAt</c> of the last item seen; only strictly older entries follow.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Only this domain (exact match); for org-wide keys.</summary>
    public string? Domain { get; init; }

    internal OperationCall On(OperationCall call) => call.With("limit", Limit).With("after", After?.ToUnixTimeMilliseconds()).With("domain", Domain);
}
