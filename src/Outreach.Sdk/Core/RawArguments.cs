using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>
/// The arguments of a call as one flat JSON object, put where they belong: members named like a path parameter into the path, the
/// rest into the query of a GET or DELETE and into the body of everything else. No contract has a name in two of these places.
/// </summary>
internal readonly struct RawArguments
{
    private readonly Operation _operation;
    private readonly JsonElement _arguments;
    private readonly KeyValuePair<string, string>? _fallback;

    /// <summary>Takes the arguments of an operation.</summary>
    /// <exception cref="ArgumentException">They are no object, or a value cannot stand where it belongs; the message names it.</exception>
    public RawArguments(Operation operation, JsonElement arguments, KeyValuePair<string, string>? fallback)
    {
        if (arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
            throw new ArgumentException($"The arguments of {operation.Name} must be a JSON object.", nameof(arguments));
        _operation = operation;
        _arguments = arguments;
        bool isGiven = fallback is { } stand && arguments.ValueKind == JsonValueKind.Object
            && arguments.TryGetProperty(stand.Key, out JsonElement given) && given.ValueKind != JsonValueKind.Null;
        _fallback = isGiven ? null : fallback;
    }

    private bool UsesQuery => _operation.Method == HttpMethod.Get || _operation.Method == HttpMethod.Delete;

    /// <summary>The call with its path and query.</summary>
    public OperationCall Call()
    {
        IReadOnlyList<string> parameters = _operation.Path.Parameters;
        string[] values = new string[parameters.Count];
        for (int i = 0; i < values.Length; i++) values[i] = PathValue(parameters[i]);
        OperationCall call = _operation.At(values);
        if (!UsesQuery) return call;
        if (_fallback is { } stand) call = call.With(stand.Key, stand.Value);
        foreach (JsonProperty member in Rest()) call = call.With(member.Name, QueryValue(member.Name, member.Value));
        return call;
    }

    /// <summary>The body; null when the call has none.</summary>
    public RequestBody? Body()
    {
        if (UsesQuery) return null;
        List<JsonProperty> members = [.. Rest()];
        // What is changed by PATCH and PUT has a body even if nothing stands in it; many a POST has none.
        if (members.Count == 0 && _fallback is null && _operation.Method == HttpMethod.Post) return null;
        return RequestBody.Write((members, _fallback), static (writer, state) =>
        {
            writer.WriteStartObject();
            if (state._fallback is { } stand) writer.WriteString(stand.Key, stand.Value);
            foreach (JsonProperty member in state.members) member.WriteTo(writer);
            writer.WriteEndObject();
        });
    }

    private IEnumerable<JsonProperty> Rest()
    {
        if (_arguments.ValueKind != JsonValueKind.Object) yield break;
        foreach (JsonProperty member in _arguments.EnumerateObject())
            if (!_operation.Path.Parameters.Contains(member.Name) && member.Name != _fallback?.Key) yield return member;
    }

    private string PathValue(string name)
    {
        if (_arguments.ValueKind != JsonValueKind.Object || !_arguments.TryGetProperty(name, out JsonElement value))
            throw new ArgumentException($"{_operation.Name} needs '{name}', which stands in its path.", name);
        return value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : throw new ArgumentException($"'{name}' of {_operation.Name} must be a text or a number, since it stands in the path.", name);
    }

    private string? QueryValue(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return Scalar(name, value);
        List<string?> items = [];
        foreach (JsonElement item in value.EnumerateArray()) items.Add(Scalar(name, item));
        return string.Join(',', items);
    }

    private string? Scalar(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String or JsonValueKind.Number => value.ToString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new ArgumentException($"'{name}' of {_operation.Name} stands in the query: it can be a text, a number, true, false or a list of them.", name),
    };
}
