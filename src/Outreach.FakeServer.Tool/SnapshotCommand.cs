using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Takes, restores and lists snapshots of a fake that serves, and lets it write its state file.</summary>
internal static class SnapshotCommand
{
    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output, CancellationToken stop)
    {
        using ControlClient client = new(line);
        line.End(words: 2);
        string action = line.Words.Count > 0 ? line.Words[0] : "take";
        string? name = line.Words.Count > 1 ? line.Words[1] : null;
        switch (action)
        {
            case "take":
                JsonElement taken = await client.CallAsync(HttpMethod.Post, "snapshots", name is null ? "{}" : $"{{\"name\": {Quoted(name)}}}", "name", stop).ConfigureAwait(false);
                await output.WriteLineAsync(taken.GetProperty("name").GetString()).ConfigureAwait(false);
                return 0;
            case "restore":
                JsonElement world = await client.CallAsync(HttpMethod.Post, $"snapshots/{Uri.EscapeDataString(name ?? throw new UsageException("Name the snapshot to restore."))}/restore", null, "now", stop).ConfigureAwait(false);
                await output.WriteLineAsync(world.GetProperty("now").GetString()).ConfigureAwait(false);
                return 0;
            case "list":
                JsonElement all = await client.CallAsync(HttpMethod.Get, "snapshots", null, "snapshots", stop).ConfigureAwait(false);
                foreach (JsonElement one in all.GetProperty("snapshots").EnumerateArray()) await output.WriteLineAsync($"{one.GetProperty("name").GetString()}  {one.GetProperty("takenAt").GetString()}").ConfigureAwait(false);
                return 0;
            case "save":
                JsonElement saved = await client.CallAsync(HttpMethod.Post, "state", null, "file", stop).ConfigureAwait(false);
                await output.WriteLineAsync(saved.GetProperty("file").GetString()).ConfigureAwait(false);
                return 0;
            default:
                throw new UsageException($"'{action}' is none of take, restore, list and save.");
        }
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
