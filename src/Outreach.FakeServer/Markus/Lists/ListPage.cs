namespace Outreach.FakeServer.Markus;

/// <summary>One page of rows.</summary>
internal sealed record ListPage<TRow>(PageRequest Request, IReadOnlyList<TRow> Items, int Total)
{
    public int TotalPages => (int)(((long)Total + Request.Limit - 1) / Request.Limit);

    public bool HasMore => Request.Skip + Request.Limit < Total;

    /// <summary>The page of rows that come in the wanted order; only those of the page are kept.</summary>
    public static ListPage<TRow> Of(PageRequest request, IEnumerable<TRow> ordered, Func<TRow, bool>? filter = null)
    {
        List<TRow> items = [];
        int total = 0;
        foreach (TRow row in ordered)
        {
            if (filter is not null && !filter(row)) continue;
            if (total >= request.Skip && items.Count < request.Limit) items.Add(row);
            total++;
        }

        return new ListPage<TRow>(request, items, total);
    }

    /// <summary>The page of rows that come in the wanted order and whose number is known; no row behind the page is looked at.</summary>
    public static ListPage<TRow> Of(PageRequest request, IEnumerable<TRow> ordered, int total)
    {
        if (request.Skip >= total) return new ListPage<TRow>(request, [], total);
        return new ListPage<TRow>(request, [.. ordered.Skip((int)request.Skip).Take(request.Limit)], total);
    }

    /// <summary>The page of rows that are yet to be ordered by a key: nulls last in both directions, ties in the rows' own order, reversed for descending.</summary>
    public static ListPage<TRow> Sorted<TKey>(PageRequest request, IEnumerable<TRow> rows, Func<TRow, bool> filter, Func<TRow, TKey> key, IComparer<TKey> comparer, bool descending)
    {
        List<TRow> matches = [.. rows.Where(filter)];
        if (descending) matches.Reverse();
        IEnumerable<TRow> ordered = descending
            ? matches.OrderBy(row => key(row) is null).ThenByDescending(key, comparer)
            : matches.OrderBy(row => key(row) is null).ThenBy(key, comparer);
        return Of(request, ordered, matches.Count);
    }
}
