namespace Outreach.FakeServer;

/// <summary>Rows that nobody asks for by an id: all have the same word in its place.</summary>
internal sealed class NoForm(string word) : IdForm
{
    /// <inheritdoc/>
    public override string Make(int ordinal) => word;

    /// <inheritdoc/>
    public override bool TryRead(string id, out int ordinal)
    {
        ordinal = 0;
        return false;
    }
}
