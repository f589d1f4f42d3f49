using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>The API answered with an error. The usual statuses have types of their own; the rest, 5xx among them, are this type.</summary>
public class OutreachApiException : OutreachException
{
    /// <summary>Makes one of what the answer says.</summary>
    public OutreachApiException(ApiFailure failure, Exception? innerException = null) : base(Describe(failure), innerException)
    {
        Operation = failure.Operation;
        Attempts = failure.Attempts;
        StatusCode = failure.StatusCode;
        Code = failure.Code;
        Text = failure.Text;
        RequestId = failure.RequestId;
        Details = failure.Details;
        RetryAfter = failure.RetryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The code of the contract's catalogue, for which the API's error code class has constants; none when the answer named none.</summary>
    public ErrorCode Code { get; }

    /// <summary>The API's own words; null when the answer had none. They may change: decide by <see cref="Code"/>.</summary>
    public string? Text { get; }

    /// <summary>The API's id of the request, for its support; null when it gave none.</summary>
    public string? RequestId { get; }

    /// <summary>The answer's details as JSON; null when it had none.</summary>
    public JsonElement? Details { get; }

    /// <summary>How long the API asks to wait before the call is repeated; null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Describe(ApiFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        string what = failure.Operation ?? "The call";
        string status = ((int)failure.StatusCode).ToString(CultureInfo.InvariantCulture);
        string code = failure.Code.IsNone ? "" : $" {failure.Code}";
        string text = failure.Text is null ? "" : $": {failure.Text}";
        string fields = failure.Fields.Count == 0 ? "" : $" [{string.Join("; ", failure.Fields.Take(10).Select(f => f.Field.Length == 0 ? f.Message : $"{f.Field} {f.Message}"))}]";
        string request = failure.RequestId is null ? "" : $" (request {failure.RequestId})";
        string wait = failure.RetryAfter is { } after ? $" (retry after {after.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s)" : "";
        return $"{what} answered {status}{code}{text}{fields}{request}{wait}";
    }
}
