using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Int: whole numbers of 32 bits (section 3.5.1). Coerced to <see cref="int"/>.</summary>
internal sealed class IntScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
        => literal is IntValue number && int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? Yes(read, out value)
            : No(out value);

    public override bool TryRead(JsonElement json, out object? value)
        => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? TryWhole(number, out value) : No(out value);

    public override bool TryWrite(object result, out object? value) => result switch
    {
        int => Yes(result, out value),
        long number => TryWhole(number, out value),
        double number => TryWhole(number, out value),
        decimal number => TryWhole((double)number, out value),
        JsonElement json => TryRead(json, out value),
        _ => No(out value),
    };

    private static bool TryWhole(double number, out object? value)
        => number is >= int.MinValue and <= int.MaxValue && number == Math.Floor(number) ? Yes((int)number, out value) : No(out value);
}
