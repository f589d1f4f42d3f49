namespace Outreach.FakeServer;

/// <summary>A part whose rows stand under keys in an order that their own JSON does not tell: that in which they got the key.</summary>
internal interface IOrderedPart : IStatePart
{
    /// <summary>The places of the rows of each key whose order is not that of creation, with the number of the index.</summary>
    IEnumerable<(int Index, IReadOnlyList<int> Rows)> Reordered();

    /// <summary>Puts the rows of one key of an index into an order.</summary>
    /// <exception cref="FormatException">There is no such index, or they are not exactly the rows of one key.</exception>
    void Reorder(int index, IReadOnlyList<int> rows);
}
