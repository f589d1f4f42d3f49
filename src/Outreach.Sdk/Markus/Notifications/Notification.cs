namespace Outreach.Sdk.Markus;

/// <summary>A notice for the account's user.</summary>
public sealed record Notification
{
    /// <summary>Notification id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Kind of notification.</summary>
    public NotificationType Type { get; init; }

    /// <summary>Headline.</summary>
    public string Title { get => field ?? ""; init; }

    /// <summary>Text.</summary>
    public string Body { get => field ?? ""; init; }

    /// <summary>Whether it was read.</summary>
    public bool IsRead { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>What a notification is about.</summary>
    public NotificationLink? Link { get; init; }

    /// <summary>Creation time.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
