namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The way to a field of the result, from its end.</summary>
internal sealed record ResponsePath(ResponsePath? Parent, object Key)
{
    public IReadOnlyList<object> ToList()
    {
        List<object> keys = [];
        for (var step = this; step is not null; step = step.Parent) keys.Add(step.Key);
        keys.Reverse();
        return keys;
    }
}
