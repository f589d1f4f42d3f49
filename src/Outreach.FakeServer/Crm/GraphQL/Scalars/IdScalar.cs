using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>ID (section 3.5.5): text or a whole number when read, always text when written. Coerced to <see cref="string"/>.</summary>
internal sealed class IdScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value) => literal switch
    {
        StringValue text => Yes(text.Text, out value),
        IntValue number => Yes(number.Text, out value),
        _ => No(out value),
    };

    public override bool TryRead(JsonElement json, out object? value) => json.ValueKind switch
    {
        JsonValueKind.String => Yes(json.GetString(), out value),
        JsonValueKind.Number when json.TryGetInt64(out var number) => Yes(number.ToString(CultureInfo.InvariantCulture), out value),
        _ => No(out value),
    };

    public override bool TryWrite(object result, out object? value) => result switch
    {
        string => Yes(result, out value),
        int number => Yes(number.ToString(CultureInfo.InvariantCulture), out value),
        long number => Yes(number.ToString(CultureInfo.InvariantCulture), out value),
        JsonElement json => TryRead(json, out value),
        _ => No(out value),
    };
}
