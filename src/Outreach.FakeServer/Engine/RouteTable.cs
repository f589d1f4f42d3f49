using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>
/// The operations of one API by method and path: a trie by segment, built once for all worlds. A literal segment wins over a
/// parameter.
/// </summary>
internal sealed class RouteTable<TCall>
{
    private readonly Node _root = new();
    private readonly Dictionary<string, Operation> _operations;
    private readonly List<Route<TCall>> _routes = [];

    /// <summary>Makes a table that knows an API's operations but has no endpoint yet.</summary>
    /// <param name="operations">The client's operations: the source of method and template.</param>
    public RouteTable(IReadOnlyList<Operation> operations) => _operations = operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    /// <summary>The routes, in the order in which they were mapped.</summary>
    public IReadOnlyList<Route<TCall>> Routes => _routes;

    /// <summary>Maps an operation to its endpoint.</summary>
    /// <param name="operationId">The contract's operationId, such as <c>campaigns.get</c>.</param>
    /// <param name="endpoint">What answers it.</param>
    public void Map(string operationId, Func<TCall, FakeResponse> endpoint)
    {
        Operation operation = _operations[operationId];
        Node node = _root;
        foreach (string segment in operation.Path.Text.Split('/'))
        {
            if (segment[0] == '{') node = node.Parameter ??= new Node();
            else node = node.Literals.TryGetValue(segment, out Node? next) ? next : node.Literals[segment] = new Node();
        }

        Route<TCall> route = new(operation, endpoint);
        node.ByMethod.Add(operation.Method.Method, route);
        _routes.Add(route);
    }

    /// <summary>Finds the route of a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's base, without leading slash, percent-encoded.</param>
    public RouteMatch<TCall> Match(string method, string path)
    {
        List<string> values = [];
        Node? node = Walk(_root, path.Length == 0 ? [] : path.Split('/'), 0, values);
        if (node is null || node.ByMethod.Count == 0) return new RouteMatch<TCall>(null, [], []);
        return new RouteMatch<TCall>(node.ByMethod.GetValueOrDefault(method), values, [.. node.ByMethod.Keys]);
    }

    private static Node? Walk(Node node, string[] segments, int at, List<string> values)
    {
        if (at == segments.Length) return node.ByMethod.Count > 0 ? node : null;
        if (node.Literals.TryGetValue(segments[at], out Node? literal) && Walk(literal, segments, at + 1, values) is { } found) return found;
        if (node.Parameter is null || segments[at].Length == 0) return null;
        values.Add(Uri.UnescapeDataString(segments[at]));
        if (Walk(node.Parameter, segments, at + 1, values) is { } match) return match;
        values.RemoveAt(values.Count - 1);
        return null;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public Dictionary<string, Route<TCall>> ByMethod { get; } = new(StringComparer.Ordinal);
    }
}
