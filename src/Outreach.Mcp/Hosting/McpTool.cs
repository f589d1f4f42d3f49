using System.Net.Sockets;
using ModelContextProtocol.Server;

namespace Outreach.Mcp;

/// <summary>The tool: reads its command line, serves, and turns what goes wrong into one line and an exit code.</summary>
internal static class McpTool
{
    /// <summary>Runs a command line.</summary>
    /// <returns>0 for success, 1 for a failure, 2 for a command line or environment that cannot be followed.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<string, string?> variable, TextWriter text, TextWriter error, CancellationToken stop)
    {
        McpSettings? settings = null;
        try
        {
            if (arguments.Any(argument => argument is "--help" or "-h" or "-?" or "help"))
            {
                await text.WriteLineAsync(HelpText.Text).ConfigureAwait(false);
                return 0;
            }

            if (arguments.Contains("--version"))
            {
                await text.WriteLineAsync($"outreach-mcp {OutreachMcpServer.Version}").ConfigureAwait(false);
                return 0;
            }

            settings = CommandLine.Read(arguments, variable);
            OutreachMcpServer server = await OutreachMcpServer.StartAsync(settings, error).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                if (settings.HttpPort is { } port) await ServeHttpAsync(server, port, error, stop).ConfigureAwait(false);
                else await ServeAsync(server, Console.OpenStandardInput(), Console.OpenStandardOutput(), stop).ConfigureAwait(false);
            }

            return 0;
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"outreach-mcp: {e.Message} See outreach-mcp --help.").ConfigureAwait(false);
            return 2;
        }
        catch (Exception e) when (e is IOException or SocketException or ArgumentException or InvalidOperationException)
        {
            string message = e.Message.Split(" (Parameter", 2)[0].ReplaceLineEndings(" ");
            await error.WriteLineAsync($"outreach-mcp: {new Redactor(settings?.Credentials.Secrets ?? []).Clean(message)}").ConfigureAwait(false);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>Serves one session, to the end of its input or until it is stopped.</summary>
    public static async Task ServeAsync(OutreachMcpServer server, Stream input, Stream output, CancellationToken stop)
    {
        LineTransport transport = new(input, output, server.Logging, stop);
        await using (transport.ConfigureAwait(false))
        {
            McpServer session = McpServer.Create(transport, server.Options(), server.Logging);
            await using (session.ConfigureAwait(false)) await session.RunAsync(stop).ConfigureAwait(false);
        }
    }

    private static async Task ServeHttpAsync(OutreachMcpServer server, int port, TextWriter error, CancellationToken stop)
    {
        HttpHost host = await HttpHost.StartAsync(server, port, TimeSpan.FromSeconds(3), stop).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            await error.WriteLineAsync($"outreach-mcp listening on {host.Address}").ConfigureAwait(false);
            await host.RunAsync(stop).ConfigureAwait(false);
        }
    }
}
