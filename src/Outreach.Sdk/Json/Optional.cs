using System.Diagnostics.CodeAnalysis;

namespace Outreach.Sdk;

/// <summary>
/// A member of a PATCH body: left out (the default), or set to a value, which may be null. A value converts to it, so
/// <c>new() { Description = null }</c> clears and <c>new() { }</c> leaves alone.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Sets the member.</summary>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the member goes into the body.</summary>
    public bool IsSet { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The member is left out.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("The member is left out.");

    /// <summary>The value, or <paramref name="otherwise"/> when the member is left out.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? Or(T? otherwise) => IsSet ? _value : otherwise;

    /// <summary>Sets the member.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsSet ? HashCode.Combine(true, _value) : 0;

    /// <inheritdoc/>
    public override string ToString() => IsSet ? _value?.ToString() ?? "null" : "";

    /// <summary>Same state and equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Another state or value.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
