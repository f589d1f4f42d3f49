namespace Outreach.FakeServer;

/// <summary>A documented rate limit.</summary>
/// <param name="Name">Its name in the contract.</param>
/// <param name="Limit">Requests per window.</param>
/// <param name="WindowSeconds">Length of the window.</param>
internal sealed record Bucket(string Name, int Limit, int WindowSeconds);
