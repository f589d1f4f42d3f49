namespace Outreach.Mcp;

/// <summary>What the server serves and how.</summary>
internal sealed record McpSettings
{
    /// <summary>The names of the APIs.</summary>
    public static IReadOnlyList<string> AllApis { get; } = ["markus", "reachkit", "mailmark", "crm"];

    /// <summary>The APIs that are wanted; empty for all that have a key.</summary>
    public IReadOnlyList<string> Apis { get; init; } = [];

    /// <summary>The categories that are wanted; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether only what reads is served.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether what sends, charges or deletes is served too.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>Whether the reference server in memory is served instead of live accounts.</summary>
    public bool Fake { get; init; }

    /// <summary>The port on loopback for streamable HTTP; null for standard input and output.</summary>
    public int? HttpPort { get; init; }

    /// <summary>Characters of JSON that a result may have.</summary>
    public int MaxResult { get; init; } = 60_000;

    /// <summary>Whether the client's log goes to standard error in full.</summary>
    public bool Verbose { get; init; }

    /// <summary>The keys.</summary>
    public Credentials Credentials { get; init; } = new();
}
