namespace Outreach.FakeServer.Crm;

/// <summary>
/// The lists that callers page through. From its second page on a list is put in order once and kept while nothing changes, so
/// that all of its pages together cost one sort.
/// </summary>
internal sealed class CrmLists(CrmState state)
{
    private const int Most = 8;

    private readonly Dictionary<object, Array> _kept = [];
    private long _version;

    /// <summary>A page of a list.</summary>
    /// <param name="list">What tells the list from others: its name and whatever chooses its rows.</param>
    /// <param name="rows">The rows that match.</param>
    /// <param name="order">The list's order; it must tell any two rows apart.</param>
    /// <param name="paging">Which page.</param>
    public CrmPage<T> Page<T>(object list, IEnumerable<T> rows, Comparison<T> order, CrmPaging paging)
    {
        if (_version != state.Version)
        {
            _kept.Clear();
            _version = state.Version;
        }

        if (_kept.TryGetValue(list, out Array? kept)) return CrmPage<T>.Of((T[])kept, paging);
        if (paging.Skip == 0) return CrmPage<T>.Of(rows, order, paging);
        T[] whole = [.. rows];
        Array.Sort(whole, order);
        if (_kept.Count == Most) _kept.Clear();
        _kept.Add(list, whole);
        return CrmPage<T>.Of(whole, paging);
    }
}
