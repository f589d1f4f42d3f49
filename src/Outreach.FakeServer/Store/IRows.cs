namespace Outreach.FakeServer;

/// <summary>Rows that others lead to.</summary>
internal interface IRows
{
    /// <summary>The name in a state file, such as <c>markus.campaigns</c>.</summary>
    string Name { get; }

    /// <summary>Whether there is a row with an id.</summary>
    bool Has(string id);

    /// <summary>Whether there is a row in a place.</summary>
    bool Has(int place);
}
