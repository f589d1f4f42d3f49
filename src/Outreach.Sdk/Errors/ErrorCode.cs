namespace Outreach.Sdk;

/// <summary>
/// The code of an API's error. Open: a code that this version does not know is kept as it came. A text converts to it, so it
/// compares with the constants: <c>e.Code == MarkusErrorCodes.Camp001</c>.
/// </summary>
/// <param name="Value">The code as the contract's catalogue names it; empty when the answer named none.</param>
public readonly record struct ErrorCode(string Value)
{
    /// <summary>The code as the contract's catalogue names it; empty when the answer named none.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Whether the answer named no code.</summary>
    public bool IsNone => Value.Length == 0;

    /// <summary>A code by its text; null stands for none.</summary>
    public static implicit operator ErrorCode(string? value) => new(value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
