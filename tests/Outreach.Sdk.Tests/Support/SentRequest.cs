namespace Outreach.Sdk.Tests.Support;

/// <summary>A request as it reached the handler.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body, DateTimeOffset At);
