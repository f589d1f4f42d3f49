namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>What the walk through an operation or fragment has seen.</summary>
internal sealed class DefinitionFacts
{
    public List<FragmentSpread> Spreads { get; } = [];

    public List<VariableUsage> Variables { get; } = [];
}
