using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Makes notices for the account's user.</summary>
internal sealed class NotificationRules(MarkusState state)
{
    /// <summary>Adds an unread notice.</summary>
    public NotificationRow Add(string accountId, NotificationType type, string title, string body, ResourceType? resource = null, string? resourceId = null)
        => state.Notifications.Add(new NotificationRow
        {
            AccountId = accountId,
            Type = type,
            Title = title,
            Body = body,
            Link = resource is { } kind && resourceId is not null ? new NotificationLink { ResourceType = kind, ResourceId = resourceId } : null,
            CreatedAt = state.Now,
        });
}
