namespace Outreach.Sdk.Markus;

/// <summary>New state.</summary>
public sealed record UpdateNotificationRequest
{
    /// <summary>Read or unread.</summary>
    public required bool IsRead { get; init; }
}
