using System.Text.Json.Serialization;

namespace LeadSync;

/// <summary>How far a lead has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeadState>))]
public enum LeadState
{
    /// <summary>Written to, or about to be.</summary>
    Contacted,

    /// <summary>Opened a message.</summary>
    Interested,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Cannot be reached.</summary>
    BadAddress,
}
