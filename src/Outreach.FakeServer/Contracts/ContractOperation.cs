using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>One operation of a contract.</summary>
internal sealed class ContractOperation
{
    internal ContractOperation(ContractDocument document, string path, string method, JsonElement json)
    {
        Document = document;
        Path = path;
        Method = method;
        Json = json;
        Id = json.GetProperty("operationId").GetString()!;
    }

    /// <summary>The document that it stands in.</summary>
    public ContractDocument Document { get; }

    /// <summary>The operationId.</summary>
    public string Id { get; }

    /// <summary>The API and the operationId.</summary>
    public string Name => $"{Document.Api}.{Id}";

    /// <summary>The HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>The path with its leading slash, below the document's server address.</summary>
    public string Path { get; }

    /// <summary>The operation as it stands in the document.</summary>
    public JsonElement Json { get; }

    /// <summary>The scope that the key must have, or null.</summary>
    public string? Scope => Json.TryGetProperty("x-scope", out JsonElement scope) ? scope.GetString() : null;

    /// <summary>The rate-limit buckets that a call counts in.</summary>
    public IReadOnlyList<string> Buckets => [.. Json.GetProperty("x-rate-limits").EnumerateArray().Select(bucket => bucket.GetString()!)];

    /// <summary>The error codes that it can return beyond those that every operation can.</summary>
    public IReadOnlyList<string> ErrorCodes => [.. Json.GetProperty("x-error-codes").EnumerateArray().Select(code => code.GetString()!)];

    /// <summary>The retry class: <c>safe</c> or <c>throttle-only</c>.</summary>
    public string Retry => Json.GetProperty("x-retry").GetString()!;

    /// <summary>The paging style: <c>none</c>, <c>page</c>, <c>offset</c> or <c>cursor</c>.</summary>
    public string Paging => Json.TryGetProperty("x-pagination", out JsonElement paging) ? paging.GetProperty("style").GetString()! : "none";

    /// <summary>The path and query parameters, references resolved.</summary>
    public IReadOnlyList<JsonElement> Parameters
        => Json.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray().Select(Document.Resolve)] : [];

    /// <summary>The JSON request body's media type object; null when the operation takes none.</summary>
    public JsonElement? RequestBody
        => Json.TryGetProperty("requestBody", out JsonElement body) && Document.Resolve(body).GetProperty("content").TryGetProperty("application/json", out JsonElement media) ? media : null;

    /// <summary>The documented statuses.</summary>
    public IReadOnlyList<int> Statuses => [.. Json.GetProperty("responses").EnumerateObject().Where(response => response.Name != "default").Select(response => int.Parse(response.Name, null))];

    /// <summary>A documented response; null when the status is not documented.</summary>
    public JsonElement? Response(int status)
        => Json.GetProperty("responses").TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out JsonElement response) ? Document.Resolve(response) : null;

    /// <summary>The JSON media type object of a documented response; null when it has no JSON content.</summary>
    public JsonElement? ResponseBody(int status) => ResponseBody(status, null);

    /// <summary>The JSON media type object of a documented response; null when it has no JSON content.</summary>
    /// <param name="status">The status.</param>
    /// <param name="contentType">The answer's content type, which decides where several are documented; null for the first.</param>
    public JsonElement? ResponseBody(int status, string? contentType)
    {
        if (Response(status) is not { } response || !response.TryGetProperty("content", out JsonElement content)) return null;
        if (contentType is not null && content.TryGetProperty(contentType.Split(';')[0].Trim(), out JsonElement exact)) return exact;
        foreach (JsonProperty media in content.EnumerateObject())
            if (media.Name.Contains("json", StringComparison.Ordinal)) return media.Value;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
