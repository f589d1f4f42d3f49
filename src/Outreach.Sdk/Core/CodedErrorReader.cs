using System.Net;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>Errors of the form <c>{"error":{"code","message","requestId","details"?}}</c>: Markus and Crm.</summary>
/// <param name="finalWithoutWait">Codes of an allowance that is used up: final on a 429 that names no wait.</param>
internal sealed class CodedErrorReader(params string[] finalWithoutWait) : IErrorReader
{
    public ErrorBody Read(Operation operation, HttpStatusCode status, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("error", out JsonElement error)) return default;
        if (error.ValueKind == JsonValueKind.String) return new() { Text = error.GetString(), Details = body.Clone() };
        if (error.ValueKind != JsonValueKind.Object) return default;
        bool hasDetails = error.TryGetProperty("details", out JsonElement details) && details.ValueKind is not JsonValueKind.Null;
        return new()
        {
            Code = Text(error, "code"),
            Text = Text(error, "message"),
            RequestId = Text(error, "requestId"),
            Details = hasDetails ? details.Clone() : null,
            Fields = hasDetails ? Fields(details) : null,
        };
    }

    public bool IsFinal(HttpStatusCode status, ErrorCode code, bool hasRetryAfter)
        => status == HttpStatusCode.TooManyRequests && !hasRetryAfter && finalWithoutWait.AsSpan().Contains(code.Value);

    private static string? Text(JsonElement element, string member)
        => element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<FieldError>? Fields(JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.Array) return null;
        List<FieldError> fields = [];
        foreach (JsonElement detail in details.EnumerateArray())
            if (detail.ValueKind == JsonValueKind.Object && Text(detail, "message") is { } message)
                fields.Add(new FieldError(Text(detail, "field") ?? "", message));
        return fields;
    }
}
