using System.Text.Json.Serialization;

namespace Outreach.FakeServer;

/// <summary>A row of a table: an immutable record; a change puts another record in its place.</summary>
internal abstract record Row
{
    /// <summary>The row's place in its table, which is its order of creation.</summary>
    [JsonInclude]
    public int Ordinal { get; internal set; } = -1;

    /// <summary>The id as it stands on the wire.</summary>
    [JsonInclude]
    public string Id { get; internal set; } = "";
}
