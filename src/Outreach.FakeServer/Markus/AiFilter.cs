namespace Outreach.FakeServer.Markus;

/// <summary>The simulated content filter.</summary>
internal static class AiFilter
{
    /// <summary>Refuses a text with the trigger <c>[filtered]</c>.</summary>
    /// <exception cref="MarkusError">AI_005.</exception>
    public static void Check(params ReadOnlySpan<string?> texts)
    {
        foreach (string? text in texts)
            if (text is not null && text.Contains("[filtered]", StringComparison.Ordinal)) throw new MarkusError("AI_005");
    }
}
