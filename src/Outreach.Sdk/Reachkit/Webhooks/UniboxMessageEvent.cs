namespace Outreach.Sdk.Reachkit;

/// <summary><c>unibox.new_message</c>: a message arrived in the unibox.</summary>
public sealed record UniboxMessageEvent : ReachkitWebhookEvent
{
    /// <summary>Ids of a unibox event. Read the rest through the API.</summary>
    public UniboxMessageEventData Data { get => field ?? new(); init; }

    private protected override ReachkitWebhookEventType Kind => ReachkitWebhookEventType.UniboxNewMessage;
}
