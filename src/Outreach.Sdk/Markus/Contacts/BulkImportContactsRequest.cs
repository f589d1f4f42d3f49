using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>Contacts to import.</summary>
public sealed record BulkImportContactsRequest
{
    /// <summary>Campaign to add all rows to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CampaignId { get; init; }

    /// <summary>True: a row whose e-mail exists is skipped. False: it is reported as failed. Default: <c>true</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SkipDuplicates { get; init; }

    /// <summary>Rows, 1 to 500.</summary>
    public required IReadOnlyList<ImportContactRow> Contacts { get; init; }
}
