namespace Outreach.Mcp;

/// <summary>What calling a tool can do in the world.</summary>
internal enum ToolEffect
{
    /// <summary>Reads.</summary>
    Reads,

    /// <summary>Changes something; nothing is sent, charged or deleted by it.</summary>
    Changes,

    /// <summary>Sends, charges, deletes or gives access.</summary>
    Commits,
}
