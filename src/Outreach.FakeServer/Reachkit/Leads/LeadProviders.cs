using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Finds the mail provider of a lead by the domain of its address (contract section 3.4).</summary>
internal static class LeadProviders
{
    /// <summary>The provider of a domain as a workspace sees it.</summary>
    public static LeadProvider Of(ReachkitState state, WorkspaceRow workspace, string domain)
    {
        if (Known(domain) is { } known) return known;
        if (workspace.Domains.TryGetValue(domain, out string? declared)) return LeadProvider.From(declared);
        return state.InboxesByDomain.First(ReachkitState.AddressKey(workspace.Ordinal, domain)) is { } inbox ? LeadProvider.From(inbox.Provider.Value!) : LeadProvider.Other;
    }

    /// <summary>The provider as esp_matching tells it apart.</summary>
    public static ProviderKind KindOf(LeadProvider? provider) => provider switch
    {
        null => ProviderKind.Unknown,
        { } known when known == LeadProvider.Google => ProviderKind.Google,
        { } known when known == LeadProvider.Microsoft => ProviderKind.Microsoft,
        _ => ProviderKind.Other,
    };

    /// <summary>An inbox's provider as esp_matching tells it apart.</summary>
    public static ProviderKind KindOf(InboxProvider provider)
        => provider == InboxProvider.Google ? ProviderKind.Google : provider == InboxProvider.Microsoft ? ProviderKind.Microsoft : ProviderKind.Other;

    private static LeadProvider? Known(string domain)
    {
        switch (domain)
        {
            case "gmail.com" or "googlemail.com": return LeadProvider.Google;
            case "msn.com": return LeadProvider.Microsoft;
            case "ymail.com" or "rocketmail.com": return LeadProvider.Yahoo;
        }

        int dot = domain.IndexOf('.', StringComparison.Ordinal);
        return (dot < 0 ? domain : domain[..dot]) switch
        {
            "outlook" or "hotmail" or "live" => LeadProvider.Microsoft,
            "yahoo" => LeadProvider.Yahoo,
            "zoho" or "zohomail" => LeadProvider.Zoho,
            _ => null,
        };
    }
}
