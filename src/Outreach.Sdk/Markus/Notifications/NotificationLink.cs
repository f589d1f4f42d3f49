namespace Outreach.Sdk.Markus;

/// <summary>What a notification is about.</summary>
public sealed record NotificationLink
{
    /// <summary>Kind of resource that a notification points at.</summary>
    public ResourceType ResourceType { get; init; }

    /// <summary>Id of the resource.</summary>
    public string ResourceId { get => field ?? ""; init; }
}
