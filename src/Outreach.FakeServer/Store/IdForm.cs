namespace Outreach.FakeServer;

/// <summary>How a table's ids are made from a row's place and read back, so that no index over ids is needed.</summary>
internal abstract class IdForm
{
    /// <summary>The id of the row at a place.</summary>
    public abstract string Make(int ordinal);

    /// <summary>The place that an id stands for; false for an id that <see cref="Make"/> never gave.</summary>
    public abstract bool TryRead(string id, out int ordinal);
}
