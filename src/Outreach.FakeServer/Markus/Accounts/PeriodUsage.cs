namespace Outreach.FakeServer.Markus;

/// <summary>What an account used of its plan in one billing period, and what it was warned about.</summary>
internal sealed record PeriodUsage
{
    /// <summary>The period's first instant.</summary>
    public DateTimeOffset Start { get; init; }

    public int Campaigns { get; init; }

    public int Contacts { get; init; }

    public int Messages { get; init; }

    public int Searches { get; init; }

    public int AiContent { get; init; }

    public int AiStrategy { get; init; }

    public int AiAnalysis { get; init; }

    public int AiRevision { get; init; }

    public int AiProductAnalysis { get; init; }

    /// <summary>Contacts created in the period by source, those of credit campaigns included.</summary>
    public int FromManual { get; init; }

    public int FromImport { get; init; }

    public int FromDiscovery { get; init; }

    /// <summary>The allowances that a usage warning was given for.</summary>
    public AllowanceKinds Warned { get; init; }

    /// <summary>AI generations that count against the plan.</summary>
    public int AiGenerations => AiContent + AiStrategy + AiAnalysis + AiRevision + AiProductAnalysis;
}
