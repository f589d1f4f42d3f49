using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>
/// The members of a kind of record by their names in JSON, with the values that its JSON would have: a document that asks for
/// a few members of many records pays for those only.
/// </summary>
internal sealed class RecordForm(JsonTypeInfo type)
{
    private readonly FrozenDictionary<string, JsonPropertyInfo> _members = type.Properties.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);

    /// <summary>A member of a record; null when it is null or there is none.</summary>
    public object? Read(object record, string name)
    {
        if (!_members.TryGetValue(name, out JsonPropertyInfo? member)) return null;
        object? value = member.Get!(record);
        return value is null or string or bool or int or double or DateTimeOffset ? value : JsonSerializer.SerializeToElement(value, type.Options.GetTypeInfo(member.PropertyType));
    }
}
