using System.Globalization;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Page, search and order of a list call (contract section 3, Lists).</summary>
internal sealed class ListQuery
{
    private const int MaxPageSize = 100;

    private ListQuery(long page, int pageSize, string? search, string? sortBy, bool? descending)
        => (Page, PageSize, Search, SortBy, Descending) = (page, pageSize, search, sortBy, descending);

    /// <summary>Page number, from 1.</summary>
    public long Page { get; }

    /// <summary>Most rows of a page.</summary>
    public int PageSize { get; }

    /// <summary>Text to look for; null for no filter.</summary>
    public string? Search { get; }

    private string? SortBy { get; }

    private bool? Descending { get; }

    /// <summary>Reads the parameters. A bad sort_order is reported to the call.</summary>
    public static ListQuery Read(ReachkitCall call, int defaultPageSize = 30, bool sorts = true)
    {
        bool? descending = null;
        if (sorts && call.Query("sort_order") is { } order)
        {
            if (order is "asc" or "desc") descending = order == "desc";
            else call.Report("sort_order", ViolationKind.NotAllowed);
        }

        string? search = call.Query("search")?.Trim();
        return new ListQuery(
            Number(call.Query("page")) ?? 1,
            (int)Math.Min(Number(call.Query("page_size")) ?? defaultPageSize, MaxPageSize),
            string.IsNullOrEmpty(search) ? null : search,
            sorts ? call.Query("sort_by") : null,
            descending);
    }

    /// <summary>Whether a text has the search in it.</summary>
    public bool Finds(string? text) => text is not null && text.Contains(Search!, StringComparison.OrdinalIgnoreCase);

    /// <summary>Searches, sorts and pages rows that come in order of insertion.</summary>
    /// <param name="rows">All rows, oldest first.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="newest">All rows, newest first.</param>
    /// <param name="matches">Whether a row has the search in it.</param>
    /// <param name="sortKey">The value of a field to sort by, for each name that is known; null for the order of creation.</param>
    public ListPage<TRow> Apply<TRow>(IEnumerable<TRow> rows, int count, Func<IEnumerable<TRow>> newest, Func<TRow, bool> matches, Func<string, Func<TRow, IComparable?>?> sortKey)
        where TRow : Row
    {
        Func<TRow, IComparable?>? key = SortBy is null ? null : sortKey(SortBy);
        bool byCreation = key is null || SortBy == "created_at";
        bool descending = Descending ?? key is null;
        if (byCreation)
        {
            // Rows are made in the order of time, so creation order is insertion order.
            IEnumerable<TRow> ordered = descending ? newest() : rows;
            if (Search is null) return Cut(ordered, count);
            List<TRow> found = [.. ordered.Where(matches)];
            return Cut(found, found.Count);
        }

        List<(IComparable? Key, TRow Row)> keyed = [.. (Search is null ? rows : rows.Where(matches)).Select(row => (key!(row), row))];
        keyed.Sort((a, b) =>
        {
            if (a.Key is null || b.Key is null)
            {
                if (a.Key is not null || b.Key is not null) return a.Key is null ? 1 : -1;
            }
            else
            {
                int byKey = a.Key is string text ? StringComparer.OrdinalIgnoreCase.Compare(text, (string)b.Key) : a.Key.CompareTo(b.Key);
                if (byKey != 0) return descending ? -byKey : byKey;
            }

            int byPlace = a.Row.Ordinal.CompareTo(b.Row.Ordinal);
            return descending ? -byPlace : byPlace;
        });
        return Cut(keyed.Select(pair => pair.Row), keyed.Count);
    }

    /// <summary>Cuts the page out of rows that are in their final order.</summary>
    public ListPage<TRow> Cut<TRow>(IEnumerable<TRow> rows, int count)
    {
        long skip = Page > int.MaxValue ? long.MaxValue : (Page - 1) * PageSize;
        return new ListPage<TRow>(skip >= count ? [] : [.. rows.Skip((int)skip).Take(PageSize)], Page, PageSize, count);
    }

    // Below 1 or not a number: the default. Digits beyond the range of a number are a very large one.
    private static long? Number(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) return number < 1 ? null : number;
        return text.All(char.IsAsciiDigit) ? long.MaxValue : null;
    }
}
