namespace Outreach.Sdk;

/// <summary>
/// An enum of the wire that stays open: the known values are static properties, an unknown value is kept as it came and never
/// throws.
/// </summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IOpenEnum<TSelf> where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The value as it stands on the wire; null only in a default instance.</summary>
    string? Value { get; }

    /// <summary>The known values, in the contract's order.</summary>
    static abstract IReadOnlyList<TSelf> Known { get; }

    /// <summary>Makes the value that stands for a text of the wire.</summary>
    static abstract TSelf From(string value);
}
