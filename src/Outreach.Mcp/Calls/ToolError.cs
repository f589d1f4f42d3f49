using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Outreach.Mcp;

/// <summary>A failure as an agent reads it.</summary>
internal sealed record ToolError
{
    /// <summary>The first line: code, status and message.</summary>
    public required string Summary { get; init; }

    /// <summary>What the code means; null when the catalogue does not say.</summary>
    public string? Meaning { get; init; }

    /// <summary>What is wrong with single members.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What to do now.</summary>
    public required string Next { get; init; }

    /// <summary>When to come back; null when waiting does not help.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The same for programs.</summary>
    public JsonObject Data { get; init; } = [];

    /// <summary>The result of the call.</summary>
    public CallToolResult ToResult(Redactor redactor)
    {
        List<string> lines = [Summary];
        if (Meaning is not null) lines.Add($"Meaning: {Meaning}");
        lines.AddRange(Details.Select(detail => $"- {detail}"));
        lines.Add($"Next: {Next}");
        if (RetryAt is { } at) lines.Add($"Come back at: {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        Data["next"] = Next;
        return new CallToolResult
        {
            IsError = true,
            Content = [new TextContentBlock { Text = redactor.Clean(string.Join('\n', lines)) }],
            Meta = new JsonObject { ["outreach/error"] = JsonNode.Parse(redactor.Clean(Data.ToJsonString())) },
        };
    }
}
