using System.Text.Json.Serialization;

namespace Outreach.Sdk.Reachkit;

/// <summary>Changes to an inbox; what is left out stays.</summary>
public sealed record UpdateInboxRequest
{
    /// <summary>Pause or resume campaign sending from it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsActive { get; init; }

    /// <summary>Turn warmup on or off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsWarming { get; init; }

    /// <summary>Sender first name; empty clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> FirstName { get; init; }

    /// <summary>Sender last name; empty clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> LastName { get; init; }

    /// <summary>Reply-To address; the empty string clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> ReplyTo { get; init; }

    /// <summary>HTML signature; empty clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Signature { get; init; }

    /// <summary>Campaign emails a day, 1 to 500.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> DailyCampaignLimit { get; init; }

    /// <summary>Warmup emails a day once fully ramped up, 1 to 100.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> DailyWarmupLimit { get; init; }
}
