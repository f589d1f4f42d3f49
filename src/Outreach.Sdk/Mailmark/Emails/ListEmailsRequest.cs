namespace Outreach.Sdk.Mailmark;

/// <summary>What to ask for with <see cref="EmailsClient.ListAsync"/>. Members that are null are not sent.</summary>
public sealed record ListEmailsRequest
{
    /// <summary>Local part or full address.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Folder; an unknown one is empty. Default: <c>inbox</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>How many; above 100 is cut to 100, text or 0 means 50. 1 to 100. Default: <c>50</c>.</summary>
    public int? Limit { get; init; }

    internal OperationCall On(OperationCall call) => call.With("mailbox", Mailbox).With("folder", Folder).With("limit", Limit);
}
