namespace Outreach.Sdk;

/// <summary>Where Reachkit's key travels.</summary>
public enum ReachkitKeyPlacement
{
    /// <summary><c>Authorization: Bearer</c>.</summary>
    Bearer,

    /// <summary><c>X-API-Key</c>, for a proxy that keeps the Authorization header to itself.</summary>
    Header,

    /// <summary>The query parameter <c>api_key</c>. It ends in the logs of whatever lies between: choose it only where headers cannot be sent.</summary>
    Query,
}
