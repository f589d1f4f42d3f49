using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.Mcp;

/// <summary>Reads where a page of a list stands and where the next one begins.</summary>
internal sealed class PageReader(PagingPlan plan)
{
    /// <summary>The items of a page; null when the answer holds no list.</summary>
    public JsonArray? Items(JsonObject answer) => answer[plan.ItemsField] as JsonArray;

    /// <summary>The number of all items; null when the answer does not say.</summary>
    public int? Total(JsonObject answer) => plan.TotalField is { } path && At(answer, path) is JsonValue value && value.TryGetValue(out int total) ? total : null;

    /// <summary>The argument that leads to the next page; null when this was the last one.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="arguments">The arguments that gave it.</param>
    public JsonNode? Next(JsonObject answer, JsonObject arguments)
    {
        if (Items(answer) is not { Count: > 0 } items) return null;
        int place = Number(arguments[plan.Param]) ?? (plan.Style == "page" ? 1 : 0);
        int size = Number(arguments[plan.SizeParam]) ?? plan.DefaultSize;
        bool? says = plan.MoreField is { } path && At(answer, path) is JsonValue flag && flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? At(answer, plan.MoreField!)!.GetValue<bool>() : null;
        int seen = plan.Style == "page" ? ((place - 1) * size) + items.Count : place + items.Count;
        if (!(says ?? (Total(answer) is { } total && seen < total))) return null;
        return plan.Style switch
        {
            "page" => JsonValue.Create(place + 1),
            "offset" => JsonValue.Create(place + items.Count),
            _ => items[^1]?[plan.CursorMember!]?.DeepClone(),
        };
    }

    /// <summary>The arguments that lead on behind the first items of a page whose others were left out, in words.</summary>
    /// <param name="answer">The page as it is shown.</param>
    /// <param name="arguments">The arguments that gave it.</param>
    public string After(JsonObject answer, JsonObject arguments)
    {
        JsonArray items = Items(answer)!;
        int place = Number(arguments[plan.Param]) ?? (plan.Style == "page" ? 1 : 0);
        if (plan.Style == "offset") return $"{plan.Param}={place + items.Count}";
        if (plan.Style != "page") return $"{plan.Param}={items[^1]?[plan.CursorMember!]?.ToJsonString()}";
        // Pages begin at multiples of their size, so the next one of the size that fits may begin a little earlier.
        int seen = ((place - 1) * (Number(arguments[plan.SizeParam]) ?? plan.DefaultSize)) + items.Count;
        int again = seen % items.Count;
        return $"{plan.SizeParam}={items.Count} and {plan.Param}={(seen / items.Count) + 1}{(again > 0 ? $" (the first {again} of it you have)" : "")}";
    }

    private static JsonNode? At(JsonNode answer, string path)
    {
        JsonNode? node = answer;
        foreach (string step in path.Split('.')) node = (node as JsonObject)?[step];
        return node;
    }

    private static int? Number(JsonNode? value)
        => value is JsonValue && int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
