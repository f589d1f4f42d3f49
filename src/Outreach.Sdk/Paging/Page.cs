namespace Outreach.Sdk;

/// <summary>One page of a list, with what the service says about the whole. A member that the API does not send is null.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed record Page<T>
{
    /// <summary>The items, in the service's order; never null.</summary>
    public IReadOnlyList<T> Items { get => field ?? []; init; }

    /// <summary>Page number from 1 (paging by page).</summary>
    public int? Number { get; init; }

    /// <summary>Items left out before this page (paging by offset).</summary>
    public int? Skip { get; init; }

    /// <summary>Most items of a page, as the service applied it.</summary>
    public int? Size { get; init; }

    /// <summary>Items on all pages.</summary>
    public int? Total { get; init; }

    /// <summary>Pages in all (paging by page).</summary>
    public int? TotalPages { get; init; }

    /// <summary>Whether a later page exists; worked out from skip and total where the service leaves it out.</summary>
    public bool? HasMore { get; init; }

    /// <summary>Equal for pages with the same items; null of a page that was not read from an answer.</summary>
    internal int? Likeness { get; init; }
}
