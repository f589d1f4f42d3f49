using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Shows the requests that a fake served.</summary>
internal static class JournalCommand
{
    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken stop)
    {
        using ControlClient client = new(line);
        List<string> query = [];
        foreach (string name in (IReadOnlyList<string>)["operation", "status", "since", "limit"])
            if (line.Value("--" + name) is { } value) query.Add($"{name}={Uri.EscapeDataString(value)}");
        if (line.Has("--unmatched")) query.Add("unmatched=true");
        bool json = line.Has("--json"), record = line.Words is ["record"];
        line.End(words: record ? 1 : 0);
        JsonElement answer = await client.CallAsync(HttpMethod.Get, record ? "journal/record" : "journal?" + string.Join('&', query), null, record ? "actions" : "entries", stop).ConfigureAwait(false);
        if (json || record)
        {
            await output.WriteLineAsync(answer.GetRawText()).ConfigureAwait(false);
            return 0;
        }

        foreach (JsonElement entry in answer.GetProperty("entries").EnumerateArray())
        {
            string asked = entry.GetProperty("query").GetString()!;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"#{entry.GetProperty("number").GetInt64()} {entry.GetProperty("at").GetString()} {entry.GetProperty("method").GetString()} {entry.GetProperty("path").GetString()}{(asked.Length == 0 ? "" : "?" + asked)} -> {entry.GetProperty("status").GetInt32()} {entry.GetProperty("errorCode").GetString()} ({entry.GetProperty("operation").GetString() ?? "no operation"}){(entry.GetProperty("fault").GetString() is { } fault ? $" [{fault}]" : "")}")).ConfigureAwait(false);
        }

        return 0;
    }
}
