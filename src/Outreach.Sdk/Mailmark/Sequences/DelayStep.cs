using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>Waits before the next step.</summary>
public sealed record DelayStep : SequenceStep
{
    /// <summary>Always <c>delay</c>.</summary>
    public override string Type => "delay";

    /// <summary>Wait in milliseconds (86400000 is one day). No upper bound; a negative wait is taken but can never run: contacts stand still before it.</summary>
    public double DelayMs { get; init; }

    /// <summary>The wait; the same value as <see cref="DelayMs"/>, or the nearest that a time span can hold.</summary>
    [JsonIgnore]
    public TimeSpan Delay
    {
        get => DelayMs <= TimeSpan.MinValue.TotalMilliseconds ? TimeSpan.MinValue
            : DelayMs < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(DelayMs)
            : TimeSpan.MaxValue;
        init => DelayMs = value.TotalMilliseconds;
    }
}
