using System.Net;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>Understands the error bodies of one API.</summary>
internal interface IErrorReader
{
    /// <summary>Reads a JSON error body; what the body does not say stays unset.</summary>
    ErrorBody Read(Operation operation, HttpStatusCode status, JsonElement body);

    /// <summary>Reads an error body that is no JSON, which no API sends on purpose but Mailmark for unknown paths.</summary>
    ErrorBody ReadText(Operation operation, HttpStatusCode status, string text) => default;

    /// <summary>Whether a repetition cannot help, although the status would suggest it.</summary>
    bool IsFinal(HttpStatusCode status, ErrorCode code, bool hasRetryAfter) => false;
}
