namespace Outreach.Mcp;

/// <summary>How far a long call is.</summary>
/// <param name="Done">Items so far.</param>
/// <param name="Total">All items; null when unknown.</param>
/// <param name="Message">The same in words.</param>
internal readonly record struct CallProgress(int Done, int? Total, string Message);
