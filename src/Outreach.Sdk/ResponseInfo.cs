using System.Net;

namespace Outreach.Sdk;

/// <summary>What the answer that ended a call said besides its result.</summary>
/// <param name="Operation">The operation, such as <c>markus.campaigns.get</c>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="RequestId">The API's id of the request; null when it gave none.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="RateLimit">The rate limit as the headers reported it; null when they did not.</param>
public sealed record ResponseInfo(string Operation, HttpStatusCode Status, string? RequestId, int Attempts, RateLimit? RateLimit);
