using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>A step of a kind that this version of the client does not know.</summary>
public sealed record UnknownStep : SequenceStep
{
    /// <summary>Reads the step from its JSON.</summary>
    public UnknownStep(JsonElement json) => Json = json;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Type => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("type", out JsonElement type) ? type.ToString() : "";

    /// <summary>The whole step as it came.</summary>
    [JsonIgnore]
    public JsonElement Json { get; }
}
