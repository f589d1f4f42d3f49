namespace Outreach.Sdk.Reachkit;

/// <summary>An answer in the thread.</summary>
public sealed record ReplyToConversationRequest
{
    /// <summary>HTML of the reply.</summary>
    public required string Content { get; init; }
}
