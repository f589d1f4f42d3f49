using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Waits before the next step.</summary>
public sealed record DelayStep : SequenceStep
{
    /// <summary>Always <c>delay</c>.</summary>
    public override string Type => "delay";

    /// <summary>Wait in milliseconds (86400000 is one day). Not negative.</summary>
    public double DelayMs { get; init; }

    /// <summary>The wait; the same value as <see cref="DelayMs"/>.</summary>
    [JsonIgnore]
    public TimeSpan Delay
    {
        get => DelayMs < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(DelayMs) : TimeSpan.MaxValue;
        init => DelayMs = value.TotalMilliseconds;
    }
}
