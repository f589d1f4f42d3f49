using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>In what a request differs from a pattern.</summary>
internal static class RequestDifference
{
    /// <summary>The differences, each in one line; empty when the request fits.</summary>
    public static IReadOnlyList<string> Between(RequestPattern pattern, JsonElement? body, JournalEntry entry)
    {
        List<string> found = [];
        if (pattern.Operation is { } operation && !Glob.Matches(operation, entry.Operation ?? "")) found.Add($"operation: expected {operation}, was {entry.Operation ?? "none"}");
        if (pattern.Method is { } method && !method.Equals(entry.Method, StringComparison.OrdinalIgnoreCase)) found.Add($"method: expected {method}, was {entry.Method}");
        if (pattern.Path is { } path && !Glob.Matches(path, entry.Path)) found.Add($"path: expected {path}, was {entry.Path}");
        if (pattern.Status is { } status && status != entry.Status) found.Add($"status: expected {status}, was {entry.Status}");
        if (pattern.ErrorCode is { } code && code != entry.ErrorCode) found.Add($"error code: expected {code}, was {entry.ErrorCode ?? "none"}");
        if (pattern.Query is { Count: > 0 } query)
        {
            IReadOnlyList<KeyValuePair<string, string>> actual = FakeRequest.ParseForm(entry.Query);
            foreach ((string name, string value) in query)
                if (!actual.Any(pair => pair.Key == name && pair.Value == value)) found.Add($"query {name}: expected {value}, was {actual.FirstOrDefault(pair => pair.Key == name).Value ?? "not there"}");
        }

        if (pattern.Headers is { Count: > 0 } headers)
        {
            foreach ((string name, string value) in headers)
            {
                string? actual = entry.RequestHeaders.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
                if (actual is null || !Glob.Matches(value, actual)) found.Add($"header {name}: expected {value}, was {actual ?? "not there"}");
            }
        }

        if (body is { } expected) CompareBody(expected, entry.RequestBody, found);
        return found;
    }

    private static void CompareBody(JsonElement expected, ReadOnlyMemory<byte> bytes, List<string> found)
    {
        if (bytes.IsEmpty)
        {
            found.Add("body: expected one, was empty");
            return;
        }

        try
        {
            using JsonDocument actual = JsonDocument.Parse(bytes);
            Compare(expected, actual.RootElement, "body", found);
        }
        catch (JsonException)
        {
            found.Add("body: expected JSON, was none");
        }
    }

    private static void Compare(JsonElement expected, JsonElement actual, string place, List<string> found)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    if (actual.TryGetProperty(member.Name, out JsonElement value)) Compare(member.Value, value, $"{place}.{member.Name}", found);
                    else found.Add($"{place}.{member.Name}: expected {Short(member.Value)}, was not there");
                }

                break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                int count = expected.GetArrayLength(), others = actual.GetArrayLength();
                if (count != others) found.Add($"{place}: expected {count} items, were {others}");
                for (int i = 0; i < Math.Min(count, others); i++) Compare(expected[i], actual[i], $"{place}[{i}]", found);
                break;
            default:
                if (!JsonElement.DeepEquals(expected, actual)) found.Add($"{place}: expected {Short(expected)}, was {Short(actual)}");
                break;
        }
    }

    // Serialisers escape as they like; a reader wants the text.
    private static string Short(JsonElement value)
    {
        string text = Encoding.UTF8.GetString(JsonBody.Write(value, static (writer, value) => value.WriteTo(writer)));
        return text.Length <= 120 ? text : text[..117] + "...";
    }
}
