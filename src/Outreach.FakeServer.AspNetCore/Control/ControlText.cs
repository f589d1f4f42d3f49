namespace Outreach.FakeServer;

/// <summary>The words of the control API.</summary>
internal static class ControlText
{
    /// <summary>What moves the clock.</summary>
    public static string Mode(ClockMode mode) => mode switch
    {
        ClockMode.Manual => "manual",
        ClockMode.AutoAdvance => "autoAdvance",
        _ => "realTime",
    };

    /// <summary>What makes a world fail, by their words.</summary>
    public static IReadOnlyList<(string Word, FailOn Flag)> FailOnWords { get; } =
    [
        ("unmatchedRequest", FailOn.UnmatchedRequest),
        ("contractViolation", FailOn.ContractViolation),
        ("unobservedWebhookFailure", FailOn.UnobservedWebhookFailure),
    ];
}
