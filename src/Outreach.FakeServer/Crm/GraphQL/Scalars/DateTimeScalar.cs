using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>DateTime: an RFC 3339 date-time with any offset, kept as the text that came; results are written in UTC.</summary>
internal sealed class DateTimeScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
        => literal is StringValue text ? TryText(text.Text, out value) : No(out value);

    public override bool TryRead(JsonElement json, out object? value)
        => json.ValueKind == JsonValueKind.String ? TryText(json.GetString()!, out value) : No(out value);

    public override bool TryWrite(object result, out object? value) => result switch
    {
        DateTimeOffset time => Yes(Rfc3339.Write(time), out value),
        string text => TryText(text, out value),
        JsonElement json => TryRead(json, out value),
        _ => No(out value),
    };

    private static bool TryText(string text, out object? value) => Rfc3339.TryRead(text, out _) ? Yes(text, out value) : No(out value);
}
