namespace Outreach.FakeServer.Reachkit;

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Page">Its number.</param>
/// <param name="PageSize">Most rows of a page.</param>
/// <param name="TotalCount">Rows of all pages.</param>
internal sealed record ListPage<TRow>(IReadOnlyList<TRow> Rows, long Page, int PageSize, int TotalCount)
{
    /// <summary>Number of pages; 0 for an empty list.</summary>
    public int TotalPages => (TotalCount + PageSize - 1) / PageSize;
}
