namespace Outreach.Sdk.Markus;

/// <summary>How far an import of many slices has come.</summary>
public sealed record ImportProgress
{
    /// <summary>Rows done so far, counted over the whole source: those before the first row of a resumed import are in it.</summary>
    public int Rows { get; init; }

    /// <summary>Rows created so far.</summary>
    public int Created { get; init; }

    /// <summary>Duplicates skipped so far.</summary>
    public int Skipped { get; init; }

    /// <summary>Rows refused so far.</summary>
    public int Failed { get; init; }

    /// <summary>Rows so far whose outcome is unknown, since their call broke off.</summary>
    public int Unknown { get; init; }
}
