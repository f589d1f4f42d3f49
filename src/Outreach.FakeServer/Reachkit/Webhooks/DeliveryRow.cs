namespace Outreach.FakeServer.Reachkit;

/// <summary>An event on its way to a subscription.</summary>
internal sealed record DeliveryRow : Row
{
    /// <summary>Place of the subscription.</summary>
    public required int Subscription { get; init; }

    /// <summary>The event's type.</summary>
    public required string EventType { get; init; }

    /// <summary>The body, the same at every attempt.</summary>
    public required string Body { get; init; }

    /// <summary>Attempts made so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether it was taken; null while it is not decided.</summary>
    public bool? Succeeded { get; init; }
}
