namespace Outreach.FakeServer;

/// <summary>What a request's method and path lead to.</summary>
/// <param name="Route">The route; null when the path is unknown, or known for other methods only.</param>
/// <param name="Values">The values of the path's parameters, decoded, in the template's order.</param>
/// <param name="Methods">The methods that the path knows; empty when the path is unknown.</param>
internal readonly record struct RouteMatch<TCall>(Route<TCall>? Route, IReadOnlyList<string> Values, IReadOnlyList<string> Methods)
{
    /// <summary>Whether the path is known, whatever the method.</summary>
    public bool PathIsKnown => Methods.Count > 0;
}
