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
}
