namespace Outreach.Sdk;

/// <summary>The state of a rate limit as an answer's headers report it. A member that the API does not send is null.</summary>
/// <param name="Limit">Calls that one window allows.</param>
/// <param name="Remaining">Calls that are left in the window.</param>
/// <param name="ResetAt">When the window ends.</param>
public sealed record RateLimit(int? Limit, int? Remaining, DateTimeOffset? ResetAt);
