using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>What <see cref="FailOn"/> found while a world was running; told under the world's lock.</summary>
internal sealed class Diagnostics
{
    private const int Most = 20;

    private readonly List<string> _lines = [];
    private int _more;

    /// <summary>What was found, the first 20 in full.</summary>
    public IReadOnlyList<string> Lines => _more == 0 ? _lines : [.. _lines, $"and {_more} more"];

    /// <summary>Looks at a call.</summary>
    public void Look(FailOn failOn, Operation? operation, FakeRequest request, FakeResponse response, ArmedFault? fault)
    {
        if (operation is null)
        {
            if (failOn.HasFlag(FailOn.UnmatchedRequest)) Add($"unmatched request: {request.Method} {request.Path}: {response.Header("X-Fake-Hint") ?? $"answered {response.Status}"}");
        }
    }

    private void Add(string line)
    {
        if (_lines.Count < Most) _lines.Add(line);
        else _more++;
    }
}
