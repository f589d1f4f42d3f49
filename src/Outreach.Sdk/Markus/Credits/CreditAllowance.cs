namespace Outreach.Sdk.Markus;

/// <summary>What one credit buys.</summary>
public sealed record CreditAllowance
{
    /// <summary>Campaigns. Always <c>1</c>.</summary>
    public int Campaigns { get; init; }

    /// <summary>Contacts in that campaign. Always <c>30</c>.</summary>
    public int Contacts { get; init; }

    /// <summary>Messages of that campaign. Always <c>300</c>.</summary>
    public int Messages { get; init; }

    /// <summary>AI generations for that campaign. Always <c>50</c>.</summary>
    public int AiGenerations { get; init; }
}
