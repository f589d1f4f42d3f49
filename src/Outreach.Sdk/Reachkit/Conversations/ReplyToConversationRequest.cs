namespace Outreach.Sdk.Reachkit;

/// <summary>An answer in the thread.</summary>
public sealed record ReplyToConversationRequest
{
    /// <summary>HTML of the reply; not blank.</summary>
    public required string Content { get; init; }
}
