using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored note.</summary>
internal sealed record NoteRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Note Value { get; init; }
}
