namespace Outreach.Mcp;

/// <summary>How the reading of a list ended.</summary>
internal sealed class ListWalk
{
    /// <summary>How the list goes on; null when this was all.</summary>
    public string? GoOn { get; set; }

    /// <summary>What else is to be said; null for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>Why a later page could not be read; null when nothing failed.</summary>
    public ToolError? Failure { get; set; }
}
