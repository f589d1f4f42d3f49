using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Float: numbers in double precision, whole ones included (section 3.5.2). Coerced to <see cref="double"/>.</summary>
internal sealed class FloatScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        var text = literal switch { IntValue number => number.Text, FloatValue number => number.Text, _ => null };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? TryFinite(read, out value) : No(out value);
    }

    public override bool TryRead(JsonElement json, out object? value)
        => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? TryFinite(number, out value) : No(out value);

    public override bool TryWrite(object result, out object? value) => result switch
    {
        int or long or decimal => Yes(result, out value),
        float number => TryFinite(number, out value),
        double number => TryFinite(number, out value),
        JsonElement { ValueKind: JsonValueKind.Number } => Yes(result, out value),
        _ => No(out value),
    };

    private static bool TryFinite(double number, out object? value) => double.IsFinite(number) ? Yes(number, out value) : No(out value);
}
