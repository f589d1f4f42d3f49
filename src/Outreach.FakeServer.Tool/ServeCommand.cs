namespace Outreach.FakeServer;

/// <summary>Serves the fake on a port until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>The port when none is named.</summary>
    public const int DefaultPort = 7070;

    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken stop)
    {
        OutreachFakeHostOptions options = Read(line);
        OutreachFakeHost host = await OutreachFakeHost.StartAsync(options, stop).ConfigureAwait(false);
        try
        {
            await output.WriteLineAsync($"Outreach fake listening on {host.Address.GetLeftPart(UriPartial.Authority)}").ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (stop.Register(stopped.SetResult).ConfigureAwait(false)) await stopped.Task.ConfigureAwait(false);
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Uri Address(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https") ? address
        : throw new UsageException($"--mailmark-links: '{text}' is no address such as http://127.0.0.1:{DefaultPort}/.");

    private static OutreachFakeHostOptions Read(CommandLine line)
    {
        FakeOptions world = new();
        double speed = line.Number("--speed", 0.001, 1e6) ?? 1;
        world = world with
        {
            Seed = line.Whole("--seed") ?? world.Seed,
            Start = line.Time("--start") ?? world.Start,
            AcceptAnyKey = line.Has("--accept-any-key"),
            RateLimits = !line.Has("--no-rate-limits"),
            MailmarkSourceQuirks = line.Has("--mailmark-source-quirks"),
            FailOn = FailOnOf(line),
            MailmarkLinkAddress = line.Value("--mailmark-links") is { } links ? Address(links) : null,
            WebhookHosts = line.Values("--webhook-host"),
            ClockMode = speed == 0 ? ClockMode.Manual : ClockMode.RealTime,
            RealTime = TimeProvider.System,
            Speed = speed == 0 ? 1 : speed,
        };
        OutreachFakeHostOptions options = new()
        {
            Port = (int)(line.Whole("--port", 65535) ?? DefaultPort),
            Listen = line.Value("--listen") ?? "127.0.0.1",
            World = world,
            StateFile = line.Value("--state"),
            FixturesFile = line.Value("--fixtures"),
            WorldIdle = TimeSpan.FromSeconds(line.Whole("--world-idle", 30 * 86400, least: 1) ?? 3600),
            MaxWorlds = (int)(line.Whole("--max-worlds", 100_000, least: 1) ?? 1000),
            Control = new ControlApiOptions { AdminToken = line.Value("--admin-token") ?? Environment.GetEnvironmentVariable("OUTREACH_FAKE_ADMIN_TOKEN") },
        };
        line.End(words: 0);
        return options;
    }

    private static FailOn FailOnOf(CommandLine line)
    {
        FailOn[] known = [.. Enum.GetValues<FailOn>().Where(flag => flag != FailOn.Nothing)];
        FailOn failOn = FailOn.Nothing;
        foreach (string word in line.Values("--fail-on").SelectMany(words => words.Split(',', StringSplitOptions.TrimEntries)))
        {
            FailOn flag = known.FirstOrDefault(flag => Word(flag) == word);
            failOn |= flag != FailOn.Nothing ? flag : throw new UsageException($"--fail-on: '{word}' is none of {string.Join(", ", known.Select(Word))}.");
        }

        return failOn;
    }

    // The control API's words: those of C#, the first letter small.
    private static string Word(FailOn flag) => $"{char.ToLowerInvariant($"{flag}"[0])}{$"{flag}"[1..]}";
}
