using System.Net;

namespace Outreach.Sdk;

/// <summary>
/// A successful answer that breaks the contract: no JSON, another shape, cut short or too large. What a write asked for was most
/// likely done.
/// </summary>
public sealed class OutreachResponseException : OutreachException
{
    /// <summary>Makes one.</summary>
    public OutreachResponseException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The API's id of the request; null when it gave none.</summary>
    public string? RequestId { get; init; }
}
