namespace Outreach.Mcp;

/// <summary>An import in batches that failed after the first of them.</summary>
internal sealed class PartialImportException(string message, Exception innerException) : Exception(message, innerException);
