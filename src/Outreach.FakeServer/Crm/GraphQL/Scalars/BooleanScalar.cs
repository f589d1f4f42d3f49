using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Boolean (section 3.5.4).</summary>
internal sealed class BooleanScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
        => literal is BooleanValue flag ? Yes(flag.Flag, out value) : No(out value);

    public override bool TryRead(JsonElement json, out object? value)
        => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? Yes(json.GetBoolean(), out value) : No(out value);

    public override bool TryWrite(object result, out object? value) => result switch
    {
        bool => Yes(result, out value),
        JsonElement json => TryRead(json, out value),
        _ => No(out value),
    };
}
