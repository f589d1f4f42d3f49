using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>A notice for the account's user.</summary>
internal sealed record NotificationRow : Row
{
    public required string AccountId { get; init; }

    public required NotificationType Type { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public NotificationLink? Link { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
