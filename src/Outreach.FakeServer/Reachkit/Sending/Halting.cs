using System.Collections.Frozen;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>What stops a lead (contract section 6.3): looked up whenever it matters, stored nowhere.</summary>
internal sealed class Halting(ReachkitState state)
{
    private static readonly FrozenSet<string> FreeMail = new[]
    {
        "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "icloud", "me", "aol", "proton", "protonmail", "gmx", "zoho", "yandex",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lead gets nothing more as things stand.</summary>
    public bool IsHalted(CampaignRow campaign, LeadRow lead, LeadStateRow current)
        => IsHaltedByItself(campaign, current) || IsBlocked(campaign, lead) || IsHaltedByCompany(campaign, lead, current);

    /// <summary>The leads of a campaign that are halted, without looking at all of them where that can be avoided.</summary>
    public IEnumerable<LeadStateRow> Halted(CampaignRow campaign)
    {
        Index<BlocklistRow>.Rows blocked = state.BlocklistByWorkspace[ReachkitState.WorkspaceKey(campaign.Workspace)];
        if (campaign.Options.StopOnCompanyReply && state.MarkedLeads[campaign.Id].Any(marked => marked.RepliedDomain is not null)
            || blocked.Count > state.LeadsByCampaign.Count(campaign.Id))
            return state.LeadsByCampaign[campaign.Id].Select(lead => (Lead: lead, Current: state.StateOf(lead))).Where(pair => IsHalted(campaign, pair.Lead, pair.Current)).Select(pair => pair.Current);

        return state.MarkedLeads[campaign.Id].Where(marked => IsHaltedByItself(campaign, marked))
            .Concat(blocked.Select(entry => state.FindLead(campaign, entry.Email)).OfType<LeadRow>().Select(state.StateOf).Where(current => !IsHaltedByItself(campaign, current)));
    }

    /// <summary>The key under which colleagues of a lead that replied are stopped; null for free mail.</summary>
    public static string? CompanyKey(int campaign, string email)
    {
        string domain = email[(email.LastIndexOf('@') + 1)..];
        return IsFreeMail(domain) ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{campaign}@{domain}");
    }

    private static bool IsHaltedByItself(CampaignRow campaign, LeadStateRow current)
        => current.IsBounced || current.IsUnsubscribed || (campaign.Options.StopOnReply && current.Status == LeadStatus.Replied);

    private bool IsBlocked(CampaignRow campaign, LeadRow lead) => state.Blocklist.Count > 0 && state.BlocklistByAddress.Count(ReachkitState.AddressKey(campaign.Workspace, lead.Email)) > 0;

    private bool IsHaltedByCompany(CampaignRow campaign, LeadRow lead, LeadStateRow current)
    {
        if (!campaign.Options.StopOnCompanyReply || CompanyKey(campaign.Ordinal, lead.Email) is not { } key) return false;
        return state.RepliedDomains.Count(key) > (current.RepliedDomain is null ? 0 : 1);
    }

    // The names with any ending: yahoo.com, yahoo.fr, yahoo.co.uk.
    private static bool IsFreeMail(string domain)
    {
        string[] labels = domain.Split('.');
        return FreeMail.Contains(labels[0]) && (labels.Length == 2 || (labels.Length == 3 && labels[1].Length <= 3 && labels[2].Length == 2));
    }
}
