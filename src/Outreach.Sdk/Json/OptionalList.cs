using System.Runtime.CompilerServices;

namespace Outreach.Sdk;

/// <summary>
/// A list in a PATCH body: left out (the default), or set as a whole. A collection expression, an array and a list convert to it,
/// so <c>new() { Tags = ["vip"] }</c> replaces, <c>new() { Tags = [] }</c> empties and <c>new() { }</c> leaves alone.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
[CollectionBuilder(typeof(OptionalList), nameof(OptionalList.Create))]
public readonly struct OptionalList<T> : IEquatable<OptionalList<T>>
{
    private readonly IReadOnlyList<T>? _items;

    /// <summary>Sets the member.</summary>
    public OptionalList(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items;
    }

    /// <summary>Whether the member goes into the body.</summary>
    public bool IsSet => _items is not null;

    /// <summary>The items.</summary>
    /// <exception cref="InvalidOperationException">The member is left out.</exception>
    public IReadOnlyList<T> Value => _items ?? throw new InvalidOperationException("The member is left out.");

    /// <summary>The items, or <paramref name="otherwise"/> when the member is left out.</summary>
    public IReadOnlyList<T> Or(IReadOnlyList<T> otherwise) => _items ?? otherwise;

    /// <summary>The items one by one; none when the member is left out.</summary>
    public IEnumerator<T> GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Sets the member.</summary>
    public static implicit operator OptionalList<T>(T[] items) => new(items);

    /// <summary>Sets the member.</summary>
    public static implicit operator OptionalList<T>(List<T> items) => new(items);

    /// <inheritdoc/>
    public bool Equals(OptionalList<T> other) => IsSet == other.IsSet && (!IsSet || Value.SequenceEqual(other.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionalList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsSet ? Value.Aggregate(1, HashCode.Combine) : 0;

    /// <inheritdoc/>
    public override string ToString() => IsSet ? $"[{string.Join(", ", Value)}]" : "";

    /// <summary>Same state and equal items.</summary>
    public static bool operator ==(OptionalList<T> left, OptionalList<T> right) => left.Equals(right);

    /// <summary>Another state or other items.</summary>
    public static bool operator !=(OptionalList<T> left, OptionalList<T> right) => !left.Equals(right);
}
