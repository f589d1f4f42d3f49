using System.Net.Sockets;

namespace Outreach.FakeServer;

/// <summary>The tool: picks the command, and turns what goes wrong into one line and an exit code.</summary>
internal static class Tool
{
    private static readonly HashSet<string> Flags = ["--help", "--version", "--accept-any-key", "--no-rate-limits", "--json", "--unmatched", "--mailmark-source-quirks"];

    private static readonly HashSet<string> Valued =
    [
        "--port", "--listen", "--admin-token", "--seed", "--start", "--speed", "--state", "--fixtures", "--webhook-host", "--fail-on", "--max-worlds", "--world-idle", "--mailmark-links",
        "--url", "--world", "--operation", "--status", "--since", "--limit", "--api",
    ];

    /// <summary>Runs a command line.</summary>
    /// <returns>0 for success, 1 for a failure, 2 for a command line that cannot be followed.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken stop)
    {
        try
        {
            bool named = arguments.Count > 0 && !arguments[0].StartsWith('-');
            string command = named ? arguments[0] : "serve";
            CommandLine line = new(named ? [.. arguments.Skip(1)] : arguments, Flags, Valued);
            if (line.Has("--version"))
            {
                await output.WriteLineAsync($"outreach-fake {typeof(Tool).Assembly.GetName().Version?.ToString(3)}").ConfigureAwait(false);
                return 0;
            }

            if (command == "help" || line.Has("--help"))
            {
                await output.WriteLineAsync(HelpText.For(named ? command == "help" ? line.Words.FirstOrDefault() : command : null)).ConfigureAwait(false);
                return 0;
            }

            return await (command switch
            {
                "serve" => ServeCommand.RunAsync(line, output, stop),
                "advance" => AdvanceCommand.RunAsync(line, output, stop),
                "snapshot" => SnapshotCommand.RunAsync(line, output, stop),
                "journal" => JournalCommand.RunAsync(line, output, stop),
                "replay" => ReplayCommand.RunAsync(line, output, stop),
                "fidelity" => FidelityCommand.RunAsync(line, output),
                _ => throw new UsageException($"There is no command '{command}'."),
            }).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"outreach-fake: {e.Message} See outreach-fake --help.").ConfigureAwait(false);
            return 2;
        }
        catch (Exception e) when (e is IOException or SocketException or ArgumentException or InvalidOperationException or HttpRequestException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"outreach-fake: {e.Message.Split(" (Parameter", 2)[0].ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return 1;
        }
        catch (FakeAssertionException e)
        {
            await error.WriteLineAsync($"outreach-fake: {e.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }
}
