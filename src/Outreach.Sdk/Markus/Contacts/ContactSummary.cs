namespace Outreach.Sdk.Markus;

/// <summary>Short form of a contact.</summary>
public sealed record ContactSummary
{
    /// <summary>Contact id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Organisation.</summary>
    public string? Company { get; init; }

    /// <summary>Kind of contact; the dimension of the contact type distribution.</summary>
    public ContactType Type { get; init; }

    /// <summary>Outreach state of a contact.</summary>
    public ContactStatus Status { get; init; }
}
