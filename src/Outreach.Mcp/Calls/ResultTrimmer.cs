using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.Mcp;

/// <summary>Brings a result down to a size: long texts are cut first, then the longest lists, then what is left.</summary>
internal static class ResultTrimmer
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a result, readable.</summary>
    public static string Write(JsonNode node) => node.ToJsonString(Plain);

    /// <summary>How many characters a value takes.</summary>
    public static int Size(JsonNode? node) => node is null ? 4 : node.ToJsonString(Plain).Length;

    /// <summary>Trims a result in place.</summary>
    /// <returns>What was left out; empty when nothing was.</returns>
    public static IReadOnlyList<string> Trim(JsonObject result, int limit)
    {
        if (Size(result) <= limit) return [];
        List<string> notes = [];
        ReadOnlySpan<(int Text, int Items)> steps = [(4000, 1), (500, 1), (100, 0)];
        foreach ((int text, int items) in steps)
        {
            int cut = CutTexts(result, text);
            if (cut > 0) notes.Add($"{cut} long text(s) cut to {text} characters");
            while (Size(result) > limit && CutLongestList(result, limit, items) is { } note) notes.Add(note);
            if (Size(result) <= limit) return notes;
        }

        int members = 0;
        while (Size(result) > limit && result.Count > 1)
        {
            result.Remove(result.OrderByDescending(member => Size(member.Value)).First().Key);
            members++;
        }

        notes.Add($"{members} member(s) left out");
        return notes;
    }

    private static int CutTexts(JsonNode? node, int most)
    {
        int cut = 0;
        switch (node)
        {
            case JsonObject owner:
                foreach ((string name, JsonNode? value) in owner.ToList())
                {
                    if (Shortened(value, most) is { } shorter)
                    {
                        owner[name] = shorter;
                        cut++;
                    }
                    else
                    {
                        cut += CutTexts(value, most);
                    }
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    if (Shortened(list[i], most) is { } shorter)
                    {
                        list[i] = shorter;
                        cut++;
                    }
                    else
                    {
                        cut += CutTexts(list[i], most);
                    }
                }

                break;
        }

        return cut;
    }

    private static string? Shortened(JsonNode? value, int most)
    {
        if (value is not JsonValue || value.GetValueKind() != JsonValueKind.String) return null;
        string text = value.GetValue<string>();
        if (text.Length <= most + 60) return null;
        int end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return $"{text[..end]}… [{text.Length - end} more characters]";
    }

    private static string? CutLongestList(JsonObject result, int limit, int least)
    {
        (string Path, JsonArray List, int Size) longest = default;
        foreach ((string path, JsonArray list) in Lists(result, ""))
            if (list.Count > least && Size(list) is var size && size > longest.Size) longest = (path, list, size);
        if (longest.List is not { } chosen) return null;

        int room = limit - (Size(result) - longest.Size) - 2;
        int kept = 0;
        int used = 0;
        foreach (JsonNode? item in chosen)
        {
            used += Size(item) + 1;
            if (used > room && kept >= least) break;
            kept++;
        }

        int count = chosen.Count;
        if (kept == count) return null;
        while (chosen.Count > kept) chosen.RemoveAt(chosen.Count - 1);
        return $"{longest.Path}: the last {count - kept} of {count} items left out";
    }

    private static IEnumerable<(string Path, JsonArray List)> Lists(JsonNode? node, string path)
    {
        if (node is JsonArray list)
        {
            yield return (path, list);
            for (int i = 0; i < list.Count; i++)
                foreach ((string, JsonArray) inner in Lists(list[i], $"{path}[{i}]")) yield return inner;
        }
        else if (node is JsonObject owner)
        {
            foreach ((string name, JsonNode? value) in owner)
                foreach ((string, JsonArray) inner in Lists(value, path.Length == 0 ? name : $"{path}.{name}")) yield return inner;
        }
    }
}
