namespace Outreach.Sdk.Crm;

/// <summary>Where to send the user.</summary>
public sealed record ConnectSocialResponse
{
    /// <summary>Address of the network's consent page.</summary>
    public string AuthUrl { get => field ?? ""; init; }

    /// <summary>Opaque token that ties the callback to this flow.</summary>
    public string State { get => field ?? ""; init; }
}
