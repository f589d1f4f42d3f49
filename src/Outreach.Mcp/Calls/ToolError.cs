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
        lines.AddRange(WhatNext());
        return new CallToolResult
        {
            IsError = true,
            Content = [new TextContentBlock { Text = redactor.Clean(string.Join('\n', lines)) }],
            Meta = ToMeta(redactor),
        };
    }

    /// <summary>The failure for programs, beside a result.</summary>
    public JsonObject ToMeta(Redactor redactor)
    {
        Data["next"] = Next;
        return new JsonObject { ["outreach/error"] = JsonNode.Parse(redactor.Clean(Data.ToJsonString())) };
    }

    /// <summary>The failure in a few words, for a note.</summary>
    public string ToNote(Redactor redactor) => redactor.Clean(string.Join(" ", WhatNext().Prepend($"{Summary.TrimEnd('.')}.")));

    private IEnumerable<string> WhatNext()
    {
        yield return $"Next: {Next}";
        if (RetryAt is { } at) yield return $"Come back at: {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
    }
}
