using System.Net;
using System.Text.Json;

namespace Outreach.Sdk.Mailmark;

/// <summary>
/// Errors of the form <c>{"error": text}</c>. No codes travel; they are found by status and text, after the wrapping that the
/// service's platform may put around a text is taken off.
/// </summary>
internal sealed class MailmarkErrorReader : IErrorReader
{
    private const string Wrapping = "Uncaught Error: ";
    private const string PlatformFailure = "Server Error";

    public ErrorBody Read(Operation operation, HttpStatusCode status, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return default;
        if (body.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.String)
        {
            string text = Unwrap(error.GetString()!);
            return new() { Code = CodeOf(operation, (int)status, text), Text = text };
        }

        if (body.TryGetProperty("code", out JsonElement code) && code.ValueKind == JsonValueKind.String)
        {
            string text = code.GetString()!;
            if (text.Contains(PlatformFailure, StringComparison.Ordinal))
                return new() { Code = MailmarkErrorCodes.InternalError, Text = PlatformFailure, RequestId = RequestId(text) };
        }

        return default;
    }

    public ErrorBody ReadText(Operation operation, HttpStatusCode status, string text)
        => status == HttpStatusCode.NotFound && text.StartsWith("No HttpAction routed for ", StringComparison.Ordinal)
            ? new() { Code = MailmarkErrorCodes.RouteNotFound, Text = text.TrimEnd() }
            : default;

    // A failure that the catalogue knows (quota, recipients, unknown mailbox) fails again; an internal one may pass.
    public bool IsFinal(HttpStatusCode status, ErrorCode code, bool hasRetryAfter)
        => (int)status >= 500 && !code.IsNone && code != MailmarkErrorCodes.InternalError;

    private static string Unwrap(string text)
    {
        if (text.StartsWith(Wrapping, StringComparison.Ordinal)) text = text[Wrapping.Length..];
        for (int line = text.IndexOf('\n', StringComparison.Ordinal); line >= 0; line = text.IndexOf('\n', line + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(line + 1);
            ReadOnlySpan<char> trimmed = rest.TrimStart(' ');
            if (trimmed.Length < rest.Length && trimmed.StartsWith("at ", StringComparison.Ordinal)) return text[..line].TrimEnd('\r');
        }

        return text;
    }

    private static ErrorCode CodeOf(Operation operation, int status, string text)
    {
        MailmarkErrorText? found = null;
        foreach (MailmarkErrorText known in MailmarkErrorText.All)
        {
            if (!known.Matches(text)) continue;
            if (known.Status == status) return known.Code;
            found ??= known;
        }

        if (found is not null) return found.Code;
        if (text.StartsWith("ArgumentValidationError", StringComparison.Ordinal)) return MailmarkErrorCodes.StepInvalid;
        if (status == 401) return MailmarkErrorCodes.Unauthorized;
        if (text == PlatformFailure || (RequestId(text) is not null && text.Contains(PlatformFailure, StringComparison.Ordinal))) return MailmarkErrorCodes.InternalError;
        // Sending passes the transport's own words on.
        if (status == 500 && operation.Id == "emails.send") return MailmarkErrorCodes.SendFailed;
        return text.Contains(PlatformFailure, StringComparison.Ordinal) ? MailmarkErrorCodes.InternalError : default(ErrorCode);
    }

    private static string? RequestId(string text)
    {
        const string label = "[Request ID: ";
        int start = text.IndexOf(label, StringComparison.Ordinal);
        if (start < 0) return null;
        int end = text.IndexOf(']', start);
        return end < 0 ? null : text[(start + label.Length)..end];
    }
}
