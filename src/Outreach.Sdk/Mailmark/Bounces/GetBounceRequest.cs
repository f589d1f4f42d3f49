namespace Outreach.Sdk.Mailmark;

/// <summary>What to ask for with <see cref="BouncesClient.GetAsync"/>. Members that are null are not sent.</summary>
public sealed record GetBounceRequest
{
    /// <summary>Window in days; 1 to 90, values outside are cut to the bound, text or 0 means 30. Default: <c>30</c>.</summary>
    public int? Days { get; init; }

    /// <summary>Only this domain (exact match); for org-wide keys.</summary>
    public string? Domain { get; init; }

    internal OperationCall On(OperationCall call) => call.With("days", Days).With("domain", Domain);
}
