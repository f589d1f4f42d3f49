namespace Outreach.FakeServer.Crm;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items of the page, in order.</param>
/// <param name="Total">Items on all pages.</param>
/// <param name="Skip">The offset that was applied.</param>
/// <param name="Take">The page size that was applied.</param>
internal sealed record CrmPage<T>(IReadOnlyList<T> Items, int Total, int Skip, int Take)
{
    /// <summary>Whether a later page exists.</summary>
    public bool HasMore => Skip + Items.Count < Total;

    /// <summary>The page with its items in another form.</summary>
    public CrmPage<TOther> Select<TOther>(Func<T, TOther> form) => new([.. Items.Select(form)], Total, Skip, Take);

    /// <summary>
    /// Takes a page out of rows in any order. Only as many rows as the page reaches to are held, whatever the length of the list.
    /// </summary>
    /// <param name="rows">The rows that match.</param>
    /// <param name="order">The list's order; it must tell any two rows apart.</param>
    /// <param name="paging">Which page.</param>
    public static CrmPage<T> Of(IEnumerable<T> rows, Comparison<T> order, CrmPaging paging)
    {
        long reach = (long)paging.Skip + paging.Take;
        PriorityQueue<T, T> best = new(Comparer<T>.Create((a, b) => order(b, a)));
        int total = 0;
        foreach (T row in rows)
        {
            total++;
            if (best.Count < reach) best.Enqueue(row, row);
            else if (order(row, best.Peek()) < 0) best.EnqueueDequeue(row, row);
        }

        int from = Math.Min(paging.Skip, best.Count);
        T[] items = new T[best.Count - from];
        for (int i = items.Length - 1; i >= 0; i--) items[i] = best.Dequeue();
        return new CrmPage<T>(items, total, paging.Skip, paging.Take);
    }

    /// <summary>Takes a page out of a whole list in order.</summary>
    public static CrmPage<T> Of(T[] list, CrmPaging paging)
    {
        int from = Math.Min(paging.Skip, list.Length);
        return new CrmPage<T>(new ArraySegment<T>(list, from, Math.Min(paging.Take, list.Length - from)), list.Length, paging.Skip, paging.Take);
    }
}
