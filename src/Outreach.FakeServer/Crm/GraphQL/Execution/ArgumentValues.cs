using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>
/// The coerced arguments of a field: text (also enum values, IDs and times, as they came), int, double, bool, JsonElement (scalar JSON),
/// lists, and dictionaries for input objects. An argument that was not given and has no default is absent.
/// </summary>
internal sealed class ArgumentValues(IReadOnlyDictionary<string, object?> values)
{
    public static ArgumentValues None { get; } = new(new Dictionary<string, object?>());

    /// <summary>All arguments that have a value.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; } = values;

    /// <summary>The value of an argument; null when it is null or absent.</summary>
    public object? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>Whether the argument was given, if only as null, or has a default.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>An argument of type ID, String, DateTime or an enum.</summary>
    public string? Text(string name) => (string?)this[name];

    /// <summary>An argument of type Int.</summary>
    public int? Int(string name) => (int?)this[name];

    /// <summary>An argument of type Boolean.</summary>
    public bool? Flag(string name) => (bool?)this[name];

    /// <summary>The members of an input object.</summary>
    public ArgumentValues Object(string name) => this[name] is IReadOnlyDictionary<string, object?> members ? new(members) : None;

    /// <summary>An argument as JSON, such as the body of the matching REST call; null when it is absent.</summary>
    public JsonElement? Json(string name) => Values.TryGetValue(name, out var value) ? JsonForm.ToElement(value) : null;
}
