using System.Text.Json.Serialization;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// One step of a sequence: <see cref="SendEmailStep"/>, <see cref="DelayStep"/>, or <see cref="UnknownStep"/> for a kind that
/// this version does not know. The first step of a sequence must send.
/// </summary>
[JsonConverter(typeof(SequenceStepConverter))]
public abstract record SequenceStep
{
    private protected SequenceStep() { }

    /// <summary>Step kind on the wire.</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}
