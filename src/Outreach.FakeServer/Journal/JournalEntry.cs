namespace Outreach.FakeServer;

/// <summary>A request and its answer. Credentials are left out.</summary>
public sealed record JournalEntry
{
    private FakeResponse? _response;

    /// <summary>Number of the request in its world, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The virtual time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The API: <c>markus</c>, <c>reachkit</c>, <c>mailmark</c> or <c>crm</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The operation, such as <c>markus.campaigns.get</c>; null when no operation takes the request.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the API's host, percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query without the question mark; the value of <c>api_key</c> is masked.</summary>
    public required string Query { get; init; }

    /// <summary>The request's headers; credentials are masked.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; init; }

    /// <summary>The request's body.</summary>
    public required ReadOnlyMemory<byte> RequestBody { get; init; }

    /// <summary>The HTTP status; 0 when the connection broke before an answer.</summary>
    public required int Status { get; init; }

    /// <summary>The code of an error answer.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The answer's headers.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; init; }

    /// <summary>The answer's body.</summary>
    public required ReadOnlyMemory<byte> ResponseBody
    {
        get => _response?.Body ?? field;
        init
        {
            field = value;
            _response = null;
        }
    }

    /// <summary>The content type of the answer.</summary>
    internal string? ResponseType { get; init; }

    /// <summary>What a fault did to the call; null when none met it.</summary>
    public string? Fault { get; init; }

    /// <inheritdoc/>
    public override string ToString()
        => $"#{Number} {Method} {Path}{(Query.Length == 0 ? "" : "?" + Query)} -> {Status}{(ErrorCode is null ? "" : " " + ErrorCode)}{(Fault is null ? "" : $" [{Fault}]")} ({Operation ?? "no operation"})";

    /// <summary>The entry of a call.</summary>
    internal static JournalEntry Of(ServedCall call) => new()
    {
        Number = call.Number,
        At = call.At,
        Api = call.Module.Name,
        Operation = call.Operation?.Name,
        Method = call.Request.Method,
        Path = ApiSelector.Below(call.Request.Path, call.Module),
        Query = Masked(call.Request.QueryString),
        RequestHeaders = Masked(call.Request.Headers),
        RequestBody = call.Request.Body,
        Status = call.Response.Status,
        ErrorCode = call.Response.ErrorCode,
        ResponseHeaders = [.. call.Response.Headers],
        ResponseBody = default,
        _response = call.Response,
        ResponseType = call.Response.ContentType,
        Fault = call.Fault?.Effect.Description,
    };

    private static KeyValuePair<string, string>[] Masked(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        KeyValuePair<string, string>[] masked = [.. headers];
        for (int i = 0; i < masked.Length; i++)
            if (Journal.IsSecret(masked[i].Key)) masked[i] = new(masked[i].Key, "***");
        return masked;
    }

    // By name, for a key there may be escaped, or stand beside a header that decides instead of it.
    private static string Masked(string query) => !query.Contains("api_key=", StringComparison.Ordinal)
        ? query
        : string.Join('&', query.Split('&').Select(part => part.StartsWith("api_key=", StringComparison.Ordinal) ? "api_key=***" : part));
}
