namespace Outreach.FakeServer;

/// <summary>What goes wrong with one webhook.</summary>
/// <param name="Fault">What.</param>
/// <param name="Endpoint">The endpoint whose next webhook it is; null for any.</param>
internal sealed record WebhookInjection(WebhookFault Fault, string? Endpoint);
