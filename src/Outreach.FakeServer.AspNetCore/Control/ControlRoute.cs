namespace Outreach.FakeServer;

/// <summary>One operation of the control API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below <c>/_fake/v1</c>, with its leading slash.</param>
/// <param name="OperationId">Its name in the OpenAPI document.</param>
/// <param name="Answer">What answers it.</param>
internal sealed record ControlRoute(string Method, string Template, string OperationId, Func<ControlCall, ValueTask<ControlAnswer>> Answer)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>Whether it answers a method; HEAD is GET without the body, for those who only ask whether the fake is there.</summary>
    public bool Takes(string method)
        => Method.Equals(method, StringComparison.OrdinalIgnoreCase) || (IsOpen && Method == "GET" && method.Equals("HEAD", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether callers without the admin token are let in too.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The query values that it takes beside <c>world</c>.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>The values of the path's parameters if the path fits, else null.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _segments.Length) return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < path.Length; i++)
        {
            if (_segments[i].StartsWith('{') && path[i].Length > 0) values[_segments[i][1..^1]] = path[i];
            else if (_segments[i] != path[i]) return null;
        }

        return values;
    }
}
