namespace Outreach.FakeServer;

/// <summary>The kinds of <see cref="WebhookFault"/>.</summary>
internal enum WebhookFaultKind
{
    Fail,
    Duplicate,
    Reorder,
    CorruptSignature,
}
