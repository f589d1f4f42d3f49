using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Reads request bodies: JSON objects only.</summary>
internal static class ReachkitBody
{
    /// <summary>The body of a request as a JSON object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="optional">Whether no body at all stands for an empty object.</param>
    /// <exception cref="ReachkitError">400: it is none.</exception>
    public static JsonElement Read(FakeRequest request, bool optional)
    {
        if (request.Body.IsEmpty) return optional ? Empty() : throw ReachkitError.InvalidRequest();
        if (!IsJson(request.Header("Content-Type")) || !Utf8.IsValid(request.Body.Span)) throw ReachkitError.InvalidRequest();
        try
        {
            using JsonDocument document = JsonDocument.Parse(request.Body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw ReachkitError.InvalidRequest();
            if (request.Body.Span.IndexOf(@"\ud"u8) >= 0 || request.Body.Span.IndexOf(@"\uD"u8) >= 0) ReadTexts(root);
            return root.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ReachkitError.InvalidRequest();
        }
    }

    /// <summary>An empty object.</summary>
    public static JsonElement Empty()
    {
        using JsonDocument document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is null) return true;
        int parameters = contentType.IndexOf(';', StringComparison.Ordinal);
        string type = (parameters < 0 ? contentType : contentType[..parameters]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }

    // Half a surrogate pair is no text; reading it fails, and it should fail here.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray()) ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
        }
    }
}
