using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the body of a new activity.</summary>
internal static partial class ActivityInput
{
    private static readonly string[] ReadOnly = ["id", "tenantId", "customerId", "createdAt"];

    /// <summary>Reads an activity.</summary>
    public static RecordedActivity Create(JsonElement body) => CrmInput.Read(body, ReadOnly, fields =>
    {
        Optional<string?> type = fields.Text("type", required: true);
        if (type is { IsSet: true, Value: { } text } && !TypeForm().IsMatch(text)) fields.Rule("type", "must be upper snake case");
        return new RecordedActivity(
            type.Or(null) ?? "",
            fields.OneOf<ActivityCategory>("category", required: true).Or(null) ?? default,
            fields.Text("title", required: true, min: 1, max: 200).Or(null) ?? "")
        {
            Channel = fields.Text("channel", max: 50).Or(null),
            Description = fields.Text("description", max: 5000).Or(null),
            Metadata = Metadata(fields),
            SourceService = fields.Text("sourceService", max: 50).Or(null) ?? "crm",
            SourceId = fields.Text("sourceId", max: 200).Or(null),
            SourceEventId = fields.Text("sourceEventId", max: 200).Or(null),
            OccurredAt = fields.Time("occurredAt").Or(null),
        };
    });

    private static Dictionary<string, JsonElement>? Metadata(Fields fields)
    {
        if (fields.Object("metadata") is not { IsSet: true, Value: { } metadata }) return null;
        if (!CrmJsonDepth.IsDeeper(metadata.Element, CrmJsonDepth.Stored))
        {
            Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
            foreach (JsonProperty member in metadata.Element.EnumerateObject()) members[member.Name] = member.Value.Clone();
            return members;
        }

        fields.Rule("metadata", $"must not be nested deeper than {CrmJsonDepth.Stored} levels");
        return null;
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]{1,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeForm();
}
