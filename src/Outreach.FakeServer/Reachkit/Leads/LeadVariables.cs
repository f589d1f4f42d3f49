using System.Buffers;
using System.Collections.ObjectModel;
using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The merge variables of leads (contract section 3.4).</summary>
internal static class LeadVariables
{
    /// <summary>Reads them: a flat object.</summary>
    public static JsonElement? Read(Fields fields)
    {
        if (fields.Object("variables").Or(null) is not { } variables) return null;
        foreach (JsonProperty member in variables.Element.EnumerateObject())
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) variables.Report(member.Name, ViolationKind.Type);
        return variables.Element;
    }

    /// <summary>Puts new values over old ones; names that are one when normalised replace each other, in the new spelling.</summary>
    public static JsonElement? Merge(JsonElement? old, JsonElement? changes)
    {
        if (changes is not { } values) return old;
        if (old is not { } stored) return values.Clone();
        HashSet<string> replaced = [.. values.EnumerateObject().Select(member => MergeName.Normalise(member.Name))];
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, JsonBody.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in stored.EnumerateObject().Where(member => !replaced.Contains(MergeName.Normalise(member.Name)))) member.WriteTo(writer);
            foreach (JsonProperty member in values.EnumerateObject()) member.WriteTo(writer);
            writer.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Whether two sets are shown alike, numbers to the digit; neither the order of names nor blanks between them count.</summary>
    public static bool AreSame(JsonElement? one, JsonElement? other)
    {
        Dictionary<string, JsonElement> left = ByName(one), right = ByName(other);
        return left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out JsonElement value) && IsSame(pair.Value, value));
    }

    /// <summary>The values as an answer shows them.</summary>
    public static IReadOnlyDictionary<string, JsonScalar> Show(JsonElement? variables)
    {
        if (variables is not { } values) return ReadOnlyDictionary<string, JsonScalar>.Empty;
        Dictionary<string, JsonScalar> shown = new(StringComparer.Ordinal);
        foreach (JsonProperty member in values.EnumerateObject()) shown[member.Name] = JsonScalar.From(member.Value);
        return shown;
    }

    /// <summary>The values as templates ask for them.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>>? Pairs(JsonElement? variables)
        => variables is { } values ? values.EnumerateObject().Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value)) : null;

    private static Dictionary<string, JsonElement> ByName(JsonElement? variables)
    {
        Dictionary<string, JsonElement> named = new(StringComparer.Ordinal);
        if (variables is { } values)
            foreach (JsonProperty member in values.EnumerateObject()) named[member.Name] = member.Value;
        return named;
    }

    private static bool IsSame(JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind && one.ValueKind switch
    {
        JsonValueKind.String => one.GetString() == other.GetString(),
        JsonValueKind.Number => one.GetRawText() == other.GetRawText(),
        _ => true,
    };
}
