namespace Outreach.FakeServer.Crm;

/// <summary>Which page of a list is meant.</summary>
/// <param name="Skip">Items to leave out, at least 0.</param>
/// <param name="Take">Most items of the page, 1 to 100 on the wire.</param>
internal readonly record struct CrmPaging(int Skip, int Take)
{
    /// <summary>The first page.</summary>
    public static CrmPaging First => new(0, 25);

    /// <summary>Everything.</summary>
    public static CrmPaging All => new(0, int.MaxValue);
}
