using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to a variant; what is left out stays.</summary>
public sealed record UpdateVariantRequest
{
    /// <summary>Subject template; not blank. Merge tags such as <c>{{first_name|there}}</c> are filled in for each lead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Subject { get; init; }

    /// <summary>HTML template; normalised on save; empty clears it. Merge tags such as <c>{{first_name|there}}</c> are filled in for each lead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> BodyHtml { get; init; }

    /// <summary>Whether sending may pick it; the last enabled variant of a step cannot be switched off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Enabled { get; init; }
}
