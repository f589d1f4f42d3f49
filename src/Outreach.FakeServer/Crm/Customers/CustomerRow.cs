using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>A stored profile.</summary>
internal sealed record CustomerRow : Row
{
    /// <summary>The record as the API shows it.</summary>
    public required Customer Value { get; init; }

    /// <summary>Activities of the last 30 days that a fixture claims and the timeline does not show.</summary>
    public int Claimed30d { get; init; }

    /// <summary>Activities of the last 90 days that a fixture claims and the timeline does not show.</summary>
    public int Claimed90d { get; init; }

    /// <summary>What people know the customer by: the address, else the number, the name or, failing these, the id.</summary>
    public string Who() => Value.Email ?? Value.PhoneNumber ?? (Value.FirstName is null && Value.LastName is null ? $"customer {Id}" : $"{Value.FirstName} {Value.LastName}".Trim());
}
