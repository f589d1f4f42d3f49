using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Moves the clock of a fake that serves.</summary>
internal static class AdvanceCommand
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken stop)
    {
        using ControlClient client = new(line);
        line.End(words: 1);
        if (line.Words.Count == 0) throw new UsageException("Say how far: 90s, 30m, 3h, 3d, a time such as 2026-03-05T09:00:00Z, or next.");
        JsonElement clock = await client.CallAsync(HttpMethod.Post, "clock/advance", Body(line.Words[0]), "now", stop).ConfigureAwait(false);
        await output.WriteLineAsync(clock.GetProperty("now").GetString()).ConfigureAwait(false);
        return 0;
    }

    private static string Body(string word)
    {
        if (word == "next") return """{"next": true}""";
        foreach ((string unit, double milliseconds) in Units)
        {
            if (word.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(word.AsSpan(0, word.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
                return string.Create(CultureInfo.InvariantCulture, $"{{\"milliseconds\": {number * milliseconds}}}");
        }

        return DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? $"{{\"to\": \"{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'}\"}}"
            : throw new UsageException($"'{word}' is neither a span (90s, 30m, 3h, 3d) nor a time (2026-03-05T09:00:00Z) nor next.");
    }
}
