namespace Outreach.Sdk;

/// <summary>What a collection expression for an <see cref="OptionalList{T}"/> calls.</summary>
public static class OptionalList
{
    /// <summary>A list that is set to the items.</summary>
    public static OptionalList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
