using Outreach.Sdk;

namespace Outreach.FakeServer;

/// <summary>One call of an operation while it is served, under the world's lock.</summary>
internal abstract class ApiCall(World world, FakeRequest request, Operation operation, IReadOnlyList<string> pathValues)
{
    /// <summary>The world that is called.</summary>
    public World World => world;

    /// <summary>The request as it came.</summary>
    public FakeRequest Request => request;

    /// <summary>The operation that is called.</summary>
    public Operation Operation => operation;

    /// <summary>The world's time.</summary>
    public virtual DateTimeOffset Now => world.Clock.Now;

    /// <summary>A path parameter's value, decoded.</summary>
    public string Path(string name)
    {
        for (int i = 0; i < pathValues.Count; i++)
            if (operation.Path.Parameters[i] == name) return pathValues[i];
        throw new ArgumentException($"{operation.Name} has no path parameter '{name}'.", nameof(name));
    }

    /// <summary>A query value, decoded; null when it is not given.</summary>
    public string? Query(string name) => request.QueryValue(name);
}
