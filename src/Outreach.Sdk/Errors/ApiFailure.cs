using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>What an API's error answer says: what an <see cref="OutreachApiException"/> is made of.</summary>
public sealed record ApiFailure
{
    /// <summary>The operation, such as <c>markus.campaigns.get</c>; null when unknown.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP status.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The code of the contract's catalogue; none when the answer named none.</summary>
    public ErrorCode Code { get; init; }

    /// <summary>The API's own words; null when the answer had none.</summary>
    public string? Text { get; init; }

    /// <summary>The API's id of the request; null when it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The answer's details as JSON; null when it had none.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>The members of the request that were wrong; never null.</summary>
    public IReadOnlyList<FieldError> Fields { get => field ?? []; init; }

    /// <summary>How long the API asks to wait; null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The rate limit as the headers reported it; null when they did not.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether a repetition cannot help: an allowance is used up, or the API says that the failure is final.</summary>
    public bool IsFinal { get; init; }

    internal ReadOnlyMemory<byte> Body { get; init; }

    internal HttpResponseHeaders? Headers { get; init; }
}
