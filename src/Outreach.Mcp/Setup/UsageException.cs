namespace Outreach.Mcp;

/// <summary>A command line or an environment that cannot be followed.</summary>
internal sealed class UsageException(string message) : Exception(message);
