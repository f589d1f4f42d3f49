using System.Text;

namespace Outreach.FakeServer;

/// <summary>One attempt to deliver a webhook, and what became of it.</summary>
public sealed record WebhookAttempt
{
    /// <summary>Number of the attempt in its world, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The virtual time of the attempt.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The API that sent it.</summary>
    public required string Api { get; init; }

    /// <summary>The endpoint's id.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>The event's type, such as <c>message.opened</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>Where the endpoint's URL points.</summary>
    public required Uri Url { get; init; }

    /// <summary>The headers as they were sent, signature included.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The raw bytes as they were sent and signed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Who got it.</summary>
    public required WebhookReceiver Receiver { get; init; }

    /// <summary>What was done to the attempt on purpose, such as <c>duplicate</c>; null when nothing was.</summary>
    public string? Injected { get; init; }

    /// <summary>What became of it.</summary>
    public required WebhookOutcome Outcome { get; init; }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The first header of a name, which is compared without case; null when there is none.</summary>
    public string? Header(string name)
    {
        foreach ((string header, string value) in Headers)
            if (header.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString()
        => $"#{Number} {Api} {EventType} to {Url} -> {(Outcome.Status is { } status ? $"{status}" : Outcome.Error)}{(Injected is null ? "" : $" [{Injected}]")}";
}
