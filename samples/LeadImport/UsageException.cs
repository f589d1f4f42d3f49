namespace LeadImport;

/// <summary>The command cannot be taken as it is; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);
