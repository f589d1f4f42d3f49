namespace Outreach.FakeServer;

/// <summary>What goes wrong on purpose with a webhook.</summary>
public sealed class WebhookFault
{
    private WebhookFault(WebhookFaultKind kind, int? status, string name)
    {
        Kind = kind;
        Status = status;
        Name = name;
    }

    /// <summary>The webhook is delivered twice, with the same event id.</summary>
    public static WebhookFault Duplicate { get; } = new(WebhookFaultKind.Duplicate, null, "duplicate");

    /// <summary>The webhook is held back and delivered after the endpoint's next one.</summary>
    public static WebhookFault Reorder { get; } = new(WebhookFaultKind.Reorder, null, "reorder");

    /// <summary>The webhook's signature or secret does not fit.</summary>
    public static WebhookFault CorruptSignature { get; } = new(WebhookFaultKind.CorruptSignature, null, "corrupt signature");

    /// <summary>What it does, in a few words.</summary>
    public string Name { get; }

    internal WebhookFaultKind Kind { get; }

    internal int? Status { get; }

    /// <summary>The attempt fails without reaching the receiver.</summary>
    /// <param name="status">The status that the receiver seems to have answered, 100 to 599; null for a broken connection.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such status.</exception>
    public static WebhookFault Fail(int? status = 500)
        => status is < 100 or > 599 ? throw new ArgumentOutOfRangeException(nameof(status), status, "A status is from 100 to 599.") : new(WebhookFaultKind.Fail, status, "fail");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
