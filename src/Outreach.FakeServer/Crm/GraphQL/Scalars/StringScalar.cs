using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>String (section 3.5.3): read from text only; written from text, numbers and booleans.</summary>
internal sealed class StringScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
        => literal is StringValue text ? Yes(text.Text, out value) : No(out value);

    public override bool TryRead(JsonElement json, out object? value)
        => json.ValueKind == JsonValueKind.String ? Yes(json.GetString(), out value) : No(out value);

    public override bool TryWrite(object result, out object? value) => result switch
    {
        string => Yes(result, out value),
        bool flag => Yes(flag ? "true" : "false", out value),
        int or long or double or decimal => Yes(((IFormattable)result).ToString(null, CultureInfo.InvariantCulture), out value),
        JsonElement { ValueKind: JsonValueKind.String } json => Yes(json.GetString(), out value),
        JsonElement { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } json => Yes(json.GetRawText(), out value),
        _ => No(out value),
    };
}
