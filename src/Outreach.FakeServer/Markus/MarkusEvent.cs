using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Something that webhooks tell about.</summary>
/// <param name="AccountId">The account that it happened to.</param>
/// <param name="Type">The event's type.</param>
/// <param name="At">When it happened.</param>
/// <param name="Data">The JSON of the event's data.</param>
internal sealed record MarkusEvent(string AccountId, WebhookEventType Type, DateTimeOffset At, ReadOnlyMemory<byte> Data);
