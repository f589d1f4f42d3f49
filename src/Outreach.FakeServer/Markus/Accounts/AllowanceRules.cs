using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>
/// What an account may still use: the plan's allowance of the billing period, or for a credit campaign its own for life.
/// <c>May…</c> looks, <c>Use…</c> counts, <c>GiveBack…</c> undoes.
/// </summary>
internal sealed class AllowanceRules(MarkusState state)
{
    public const int CreditContacts = 30;
    public const int CreditMessages = 300;
    public const int CreditGenerations = 50;

    /// <summary>First instant of the present billing period.</summary>
    public DateTimeOffset PeriodStart => new(state.Now.UtcDateTime.Year, state.Now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>First instant of the next billing period.</summary>
    public DateTimeOffset PeriodEnd => PeriodStart.AddMonths(1);

    /// <summary>What the account used in the present period.</summary>
    public PeriodUsage Usage(AccountRow account) => account.Usage.Start == PeriodStart ? account.Usage : new PeriodUsage { Start = PeriodStart };

    /// <summary>What a limit leaves, at least 0; null for unlimited.</summary>
    public static int? Remaining(int? limit, int used) => limit is { } most ? Math.Max(0, most - used) : null;

    /// <summary>What pays for the next campaign; null when nothing does.</summary>
    public CampaignFunding? FundingOfNextCampaign(AccountRow account)
        => Remaining(MarkusPlans.LimitsOf(account).Campaigns, Usage(account).Campaigns) is null or > 0 ? CampaignFunding.Plan
            : account.Credits > 0 ? CampaignFunding.Credit
            : null;

    /// <summary>Pays for a campaign.</summary>
    public void UseCampaign(string accountId, CampaignFunding funding)
    {
        if (funding == CampaignFunding.Credit) state.Change(accountId, account => account with { Credits = account.Credits - 1 });
        else Use(accountId, AllowanceKinds.Campaigns, usage => usage with { Campaigns = usage.Campaigns + 1 });
    }

    /// <summary>How many further contacts fit; null for any number.</summary>
    public int? ContactsLeft(AccountRow account, CampaignRow? campaign)
        => IsCredit(campaign) ? Math.Max(0, CreditContacts - campaign!.Counters.ContactsUsed) : Remaining(MarkusPlans.LimitsOf(account).Contacts, Usage(account).Contacts);

    /// <summary>Counts a new contact.</summary>
    public void UseContact(string accountId, CampaignRow? campaign, ContactSource source) => Use(accountId, AllowanceKinds.Contacts, usage => usage with
    {
        Contacts = usage.Contacts + (IsCredit(campaign) ? 0 : 1),
        FromManual = usage.FromManual + (source == ContactSource.Manual ? 1 : 0),
        FromImport = usage.FromImport + (source == ContactSource.Import ? 1 : 0),
        FromDiscovery = usage.FromDiscovery + (source == ContactSource.Discovery ? 1 : 0),
    });

    /// <summary>Whether one more message may be approved or sent.</summary>
    public bool MaySend(string accountId, string? campaignId)
    {
        if (state.Campaigns.Find(campaignId) is { } campaign && IsCredit(campaign)) return campaign.Counters.MessagesUsed < CreditMessages;
        AccountRow account = state.Accounts.Find(accountId)!;
        return Remaining(MarkusPlans.LimitsOf(account).Messages, Usage(account).Messages) is null or > 0;
    }

    /// <summary>Counts a message that was approved or sent directly.</summary>
    public void UseMessage(string accountId, string? campaignId)
    {
        CampaignRow? campaign = state.Campaigns.Find(campaignId);
        if (campaign is not null) state.Count(campaignId, counters => counters with { MessagesUsed = counters.MessagesUsed + 1 });
        if (!IsCredit(campaign)) Use(accountId, AllowanceKinds.Messages, usage => usage with { Messages = usage.Messages + 1 });
    }

    /// <summary>Gives back what a message used that was withdrawn or could not be sent.</summary>
    public void GiveBackMessage(MessageRow message)
    {
        CampaignRow? campaign = state.Campaigns.Find(message.CampaignId);
        if (campaign is not null) state.Count(message.CampaignId, counters => counters with { MessagesUsed = Math.Max(0, counters.MessagesUsed - 1) });
        if (IsCredit(campaign) || message.ApprovedAt < PeriodStart) return;
        state.Change(message.AccountId, account =>
        {
            PeriodUsage usage = Usage(account);
            return account with { Usage = usage with { Messages = Math.Max(0, usage.Messages - 1) } };
        });
    }

    /// <summary>Refuses an AI generation that nothing is left for.</summary>
    /// <exception cref="MarkusError">AI_004 without Retry-After.</exception>
    public void CheckAi(string accountId, string? campaignId)
    {
        AccountRow account = state.Accounts.Find(accountId)!;
        bool left = state.Campaigns.Find(campaignId) is { } campaign && IsCredit(campaign)
            ? campaign.Counters.AiUsed < CreditGenerations
            : Remaining(MarkusPlans.LimitsOf(account).AiGenerations, Usage(account).AiGenerations) is null or > 0;
        if (!left) throw new MarkusError("AI_004", "AI generation limit reached for billing period");
    }

    /// <summary>Counts an AI generation.</summary>
    public void UseAi(string accountId, string? campaignId, AiKind kind)
    {
        CampaignRow? campaign = state.Campaigns.Find(campaignId);
        if (campaign is not null) state.Count(campaignId, counters => counters with { AiUsed = counters.AiUsed + 1 });
        if (IsCredit(campaign)) return;
        Use(accountId, AllowanceKinds.AiGenerations, usage => kind switch
        {
            AiKind.Content => usage with { AiContent = usage.AiContent + 1 },
            AiKind.Strategy => usage with { AiStrategy = usage.AiStrategy + 1 },
            AiKind.Analysis => usage with { AiAnalysis = usage.AiAnalysis + 1 },
            AiKind.Revision => usage with { AiRevision = usage.AiRevision + 1 },
            _ => usage with { AiProductAnalysis = usage.AiProductAnalysis + 1 },
        });
    }

    /// <summary>Whether one more discovery job may start: jobs that name a credit campaign always may.</summary>
    public bool MaySearch(AccountRow account, CampaignRow? campaign)
        => IsCredit(campaign) || Remaining(MarkusPlans.LimitsOf(account).DiscoverySearches, Usage(account).Searches) is null or > 0;

    /// <summary>Counts a discovery job.</summary>
    public void UseSearch(string accountId, CampaignRow? campaign)
    {
        if (!IsCredit(campaign)) Use(accountId, AllowanceKinds.None, usage => usage with { Searches = usage.Searches + 1 });
    }

    /// <summary>Whether a credit paid for a campaign.</summary>
    public static bool IsCredit(CampaignRow? campaign) => campaign?.Funding == CampaignFunding.Credit;

    // The first time in a period that a use reaches four fifths of the plan's limit, the account is warned.
    private void Use(string accountId, AllowanceKinds kind, Func<PeriodUsage, PeriodUsage> change)
    {
        AccountRow account = state.Accounts.Find(accountId)!;
        PeriodUsage usage = change(Usage(account));
        (string name, int used, int? limit) = Figures(kind, usage, MarkusPlans.LimitsOf(account));
        bool warn = kind != AllowanceKinds.None && (usage.Warned & kind) == 0 && limit > 0 && used * 5L >= limit * 4L;
        state.Accounts.Update(account with { Usage = warn ? usage with { Warned = usage.Warned | kind } : usage });
        if (warn)
        {
            state.Notices.Add(
                accountId,
                NotificationType.UsageWarning,
                $"{name} almost used up",
                string.Create(CultureInfo.InvariantCulture, $"{used} of {limit} {name.ToLowerInvariant()} of this billing period are used."),
                ResourceType.Billing,
                accountId);
        }
    }

    private static (string Name, int Used, int? Limit) Figures(AllowanceKinds kind, PeriodUsage usage, PlanLimits limits) => kind switch
    {
        AllowanceKinds.Campaigns => ("Campaigns", usage.Campaigns, limits.Campaigns),
        AllowanceKinds.Contacts => ("Contacts", usage.Contacts, limits.Contacts),
        AllowanceKinds.Messages => ("Messages", usage.Messages, limits.Messages),
        AllowanceKinds.AiGenerations => ("AI generations", usage.AiGenerations, limits.AiGenerations),
        _ => ("", 0, null),
    };
}
