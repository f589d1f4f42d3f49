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
        node.Methods.Add(operation.Method.Method);
        _routes.Add(route);
    }

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's base, without leading slash, percent-encoded.</param>
    public Operation? Find(string method, ReadOnlySpan<char> path) => Walk(_root, path, null)?.ByMethod.GetValueOrDefault(method)?.Operation;

    /// <summary>Finds the route of a request, and what its path says.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's base, without leading slash, percent-encoded.</param>
    public RouteMatch<TCall> Match(string method, ReadOnlySpan<char> path)
    {
        List<string> values = new(2);
        return Walk(_root, path, values) is { } node
            ? new RouteMatch<TCall>(node.ByMethod.GetValueOrDefault(method), values, node.Methods)
            : new RouteMatch<TCall>(null, [], []);
    }

    // The parameters' values go into the list, if there is one.
    private static Node? Walk(Node node, ReadOnlySpan<char> path, List<string>? values)
    {
        int slash = path.IndexOf('/');
        ReadOnlySpan<char> segment = slash < 0 ? path : path[..slash];
        if (node.Literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out Node? literal) && Go(literal, path, slash, values) is { } found) return found;
        if (node.Parameter is null || segment.IsEmpty) return null;
        values?.Add(Uri.UnescapeDataString(segment));
        if (Go(node.Parameter, path, slash, values) is { } match) return match;
        values?.RemoveAt(values.Count - 1);
        return null;
    }

    private static Node? Go(Node node, ReadOnlySpan<char> path, int slash, List<string>? values)
        => slash >= 0 ? Walk(node, path[(slash + 1)..], values) : node.Methods.Count > 0 ? node : null;

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public Dictionary<string, Route<TCall>> ByMethod { get; } = new(StringComparer.Ordinal);

        public List<string> Methods { get; } = [];
    }
}
