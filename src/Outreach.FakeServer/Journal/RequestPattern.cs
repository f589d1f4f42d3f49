namespace Outreach.FakeServer;

/// <summary>Which requests of a journal are meant. Members that are not set fit everything.</summary>
public sealed record RequestPattern
{
    /// <summary>The operation, such as <c>markus.campaigns.create</c>; <c>*</c> stands for any text.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path below the API's host; <c>*</c> stands for any text.</summary>
    public string? Path { get; init; }

    /// <summary>Query values that must be there, decoded.</summary>
    public IReadOnlyDictionary<string, string>? Query { get; init; }

    /// <summary>Headers that must be there; names are compared without case, <c>*</c> in a value stands for any text.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>JSON that the body must contain: of an object the members given here, of a list all items in order.</summary>
    public string? Body { get; init; }

    /// <summary>The status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>The error code of the answer.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Says in a few words what is meant.</summary>
    public override string ToString()
    {
        List<string> words = [Operation is null ? "a request" : $"a request to {Operation}"];
        if (Method is not null) words.Add($"with method {Method}");
        if (Path is not null) words.Add($"with path {Path}");
        if (Query is { Count: > 0 }) words.Add("with " + string.Join(" and ", Query.Select(pair => $"{pair.Key}={pair.Value}")));
        if (Headers is { Count: > 0 }) words.Add("with " + string.Join(" and ", Headers.Select(pair => $"{pair.Key}: {pair.Value}")));
        if (Body is not null) words.Add($"with body {Body}");
        if (Status is not null) words.Add($"answered {Status}");
        if (ErrorCode is not null) words.Add($"answered {ErrorCode}");
        return string.Join(" ", words);
    }
}
