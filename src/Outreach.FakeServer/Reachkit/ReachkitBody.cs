using System.Text.Json;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Reads request bodies: JSON objects only.</summary>
internal static class ReachkitBody
{
    /// <summary>The body of a request as a JSON object; what is stored of it has to be copied, since it ends with the call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="optional">Whether no body at all stands for an empty object.</param>
    /// <exception cref="ReachkitError">400: it is none.</exception>
    public static JsonDocument Read(FakeRequest request, bool optional)
    {
        if (request.Body.IsEmpty) return optional ? JsonDocument.Parse("{}"u8.ToArray()) : throw ReachkitError.InvalidRequest();
        if (!IsJson(request.Header("Content-Type"))) throw ReachkitError.InvalidRequest();
        try
        {
            JsonDocument document = JsonText.Parse(request.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw ReachkitError.InvalidRequest();
        }
        catch (JsonException)
        {
            throw ReachkitError.InvalidRequest();
        }
    }

    private static bool IsJson(string? contentType)
    {
        if (contentType is null) return true;
        int parameters = contentType.IndexOf(';', StringComparison.Ordinal);
        string type = (parameters < 0 ? contentType : contentType[..parameters]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
