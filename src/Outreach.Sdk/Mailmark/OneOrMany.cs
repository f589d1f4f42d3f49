namespace Outreach.Sdk.Mailmark;

/// <summary>An answer that is one object for a domain key and a list for an organisation-wide key.</summary>
/// <typeparam name="T">What there is one or many of.</typeparam>
/// <param name="Items">The entries; exactly one when the answer was an object.</param>
/// <param name="IsList">Whether the answer was a list.</param>
public sealed record OneOrMany<T>(IReadOnlyList<T> Items, bool IsList)
{
    /// <summary>The only entry.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public T Single() => Items.Count == 1
        ? Items[0]
        : throw new InvalidOperationException($"The key is organisation-wide and answered for {Items.Count} domains; name one domain, or list them all.");
}
