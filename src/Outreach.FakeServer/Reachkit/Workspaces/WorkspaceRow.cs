namespace Outreach.FakeServer.Reachkit;

/// <summary>A workspace: what one key opens.</summary>
internal sealed record WorkspaceRow : Row
{
    /// <summary>Its name, for a reader.</summary>
    public required string Name { get; init; }

    /// <summary>The plan; only <c>scale</c> has API access.</summary>
    public required string Plan { get; init; }

    /// <summary>Settings that the API does not show.</summary>
    public required ReachkitSettings Settings { get; init; }

    /// <summary>Mail providers of domains, as the test control declared them.</summary>
    public IReadOnlyDictionary<string, string> Domains { get => field ?? new Dictionary<string, string>(); init; }
}
