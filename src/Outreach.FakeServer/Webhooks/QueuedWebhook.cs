namespace Outreach.FakeServer;

/// <summary>A webhook that waits for its turn.</summary>
/// <param name="Webhook">What is sent.</param>
/// <param name="Injected">Why it is sent although nothing happened; null when something did.</param>
/// <param name="Done">Who waits for the attempt.</param>
internal sealed record QueuedWebhook(OutgoingWebhook Webhook, string? Injected, TaskCompletionSource<WebhookAttempt>? Done)
{
    /// <summary>Where it goes.</summary>
    public required WebhookDestination Destination { get; init; }

    /// <summary>What goes wrong with it.</summary>
    public WebhookInjection? Injection { get; init; }

    /// <summary>Where the attempts are kept for who triggered it.</summary>
    public List<WebhookAttempt>? Triggered { get; init; }

    /// <summary>Whether it was held back and set free, so that it is not held back again.</summary>
    public bool Released { get; init; }

    /// <summary>Whether it is the second of a duplicate, which the API itself knows nothing of.</summary>
    public bool Repeats { get; init; }

    /// <summary>How often the world had been put back when it was queued.</summary>
    public int Restores { get; init; }

    /// <summary>Whether too many waited already.</summary>
    public bool IsTooMuch { get; init; }

    /// <summary>Whether this goes wrong with it.</summary>
    public bool HasFault(WebhookFaultKind kind) => Injection?.Fault.Kind == kind;
}
