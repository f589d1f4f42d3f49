using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>How the values of a scalar are read from documents and variables, and written to results. Null never reaches it.</summary>
internal abstract class ScalarCoercion
{
    /// <summary>Reads a literal of a document.</summary>
    /// <param name="literal">The value as written.</param>
    /// <param name="variables">The coerced variables, for a scalar whose literals may hold some; null where none can stand.</param>
    /// <param name="value">The coerced value.</param>
    public abstract bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value);

    /// <summary>Reads the value of a variable.</summary>
    public abstract bool TryRead(JsonElement json, out object? value);

    /// <summary>Turns what a resolver gave into a value that can be written as JSON.</summary>
    public abstract bool TryWrite(object result, out object? value);

    private protected static bool Yes(object? result, out object? value)
    {
        value = result;
        return true;
    }

    private protected static bool No(out object? value)
    {
        value = null;
        return false;
    }
}
