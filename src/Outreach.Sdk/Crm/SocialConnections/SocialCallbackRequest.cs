namespace Outreach.Sdk.Crm;

/// <summary>End of an OAuth flow.</summary>
public sealed record SocialCallbackRequest
{
    /// <summary>Social network. LINKEDIN is announced as future by the specification but already in the filter.</summary>
    public required SocialPlatform Platform { get; init; }

    /// <summary>Authorization code handed out by the network.</summary>
    public required string Code { get; init; }

    /// <summary>state from the connect call.</summary>
    public required string State { get; init; }
}
