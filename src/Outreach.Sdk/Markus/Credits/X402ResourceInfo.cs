using System.Text.Json.Serialization;

namespace Outreach.Sdk.Markus;

/// <summary>What is paid for, x402 version 2.</summary>
public sealed record X402ResourceInfo
{
    /// <summary>URL of the paid operation.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>What is sold.</summary>
    public string Description { get => field ?? ""; init; }

    /// <summary>Content type of the paid answer.</summary>
    [JsonPropertyName("mimeType")]
    public string MimeType { get => field ?? ""; init; }
}
