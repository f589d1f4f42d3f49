using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Lists what of the fake is inferred and not published.</summary>
internal static class FidelityCommand
{
    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(CommandLine line, TextWriter output)
    {
        string? api = line.Value("--api");
        bool json = line.Has("--json");
        line.End(words: 0);
        List<FidelityRule> rules = [.. FidelityLedger.Rules.Where(rule => api is null || rule.Api == api)];
        List<FidelityPart> parts = [.. FidelityLedger.Parts.Where(part => api is null || part.Api == api)];
        if (rules.Count == 0) throw new UsageException($"--api: there is no '{api}'.");
        if (json)
        {
            using MemoryStream buffer = new();
            using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = true })) Write(writer, rules, parts);
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(buffer.ToArray())).ConfigureAwait(false);
            return 0;
        }

        foreach (IGrouping<string, FidelityRule> group in rules.GroupBy(rule => rule.Api))
        {
            await output.WriteLineAsync($"{group.Key}: {group.Count()} readings, {parts.Count(part => part.Api == group.Key)} inferred parts of its document").ConfigureAwait(false);
            foreach (FidelityRule rule in group) await output.WriteLineAsync($"  {rule.Number}. {rule.Text}").ConfigureAwait(false);
        }

        return 0;
    }

    private static void Write(Utf8JsonWriter writer, List<FidelityRule> rules, List<FidelityPart> parts)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("rules");
        foreach (FidelityRule rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("api", rule.Api);
            writer.WriteString("number", rule.Number);
            writer.WriteString("text", rule.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("inferred");
        foreach (FidelityPart part in parts)
        {
            writer.WriteStartObject();
            writer.WriteString("api", part.Api);
            writer.WriteString("place", part.Place);
            writer.WriteString("what", part.What);
            writer.WriteString("note", part.Note);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
