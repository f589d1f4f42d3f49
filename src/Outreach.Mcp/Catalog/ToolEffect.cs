namespace Outreach.Mcp;

/// <summary>What calling a tool can do in the world.</summary>
internal enum ToolEffect
{
    /// <summary>Reads.</summary>
    Reads,

    /// <summary>Changes what can be changed back: nothing is sent, charged or deleted.</summary>
    Changes,

    /// <summary>Sends, charges, deletes or gives access.</summary>
    Commits,
}
