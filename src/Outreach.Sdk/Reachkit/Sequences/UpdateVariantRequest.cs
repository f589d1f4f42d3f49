using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to a variant; what is left out stays.</summary>
public sealed record UpdateVariantRequest
{
    /// <summary>Subject template; not blank.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Subject { get; init; }

    /// <summary>HTML template; normalised on save; empty clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> BodyHtml { get; init; }

    /// <summary>The last enabled variant of a step cannot be switched off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Enabled { get; init; }
}
