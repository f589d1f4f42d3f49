using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The plans of the default fixture.</summary>
internal static class MarkusPlans
{
    private static readonly IReadOnlyList<Channel> EveryChannel = [Channel.Email, Channel.Instagram, Channel.Twitter, Channel.LinkedIn];

    /// <summary>The plans, cheapest first, without regard to who asks.</summary>
    public static IReadOnlyList<BillingPlan> All { get; } =
    [
        Plan("free", "Free", "For trying Markus out.", 0, new PlanLimits { Campaigns = 1, Contacts = 30, Messages = 300, AiGenerations = 50, DiscoverySearches = 3 }, [Channel.Email]),
        Plan("starter", "Starter", "For people who reach out on their own.", 2900, new PlanLimits { Campaigns = 5, Contacts = 500, Messages = 3000, AiGenerations = 500, DiscoverySearches = 20 }, [Channel.Email, Channel.Instagram]),
        Plan("pro", "Pro", "For teams with several campaigns.", 7900, new PlanLimits { Campaigns = 25, Contacts = 2500, Messages = 15000, AiGenerations = 2500, DiscoverySearches = 100 }, EveryChannel),
        Plan("scale", "Scale", "For agencies and large teams.", 19900, new PlanLimits { Contacts = 25000, Messages = 150000, AiGenerations = 25000 }, EveryChannel),
    ];

    /// <summary>What an account without subscription may use of a plan: nothing.</summary>
    public static PlanLimits None { get; } = new() { Campaigns = 0, Contacts = 0, Messages = 0, AiGenerations = 0, DiscoverySearches = 0 };

    /// <summary>The limits of an account.</summary>
    public static PlanLimits LimitsOf(AccountRow account) => Find(account.PlanId)?.Limits ?? None;

    /// <summary>The channels of an account; without subscription all.</summary>
    public static IReadOnlyList<Channel> ChannelsOf(AccountRow account) => Find(account.PlanId)?.Channels ?? EveryChannel;

    /// <summary>A plan by its id.</summary>
    public static BillingPlan? Find(string? id) => All.FirstOrDefault(plan => plan.Id == id);

    private static BillingPlan Plan(string id, string name, string description, int cents, PlanLimits limits, IReadOnlyList<Channel> channels) => new()
    {
        Id = id,
        Name = name,
        Description = description,
        PriceMonthlyCents = cents,
        PriceYearlyCents = cents * 10,
        Currency = "usd",
        Limits = limits,
        Channels = channels,
        Features =
        [
            Feature(limits.Campaigns, "campaign"),
            Feature(limits.Contacts, "contact"),
            Feature(limits.Messages, "message"),
            Feature(limits.AiGenerations, "AI generation"),
            Feature(limits.DiscoverySearches, "discovery search", "discovery searches"),
        ],
    };

    private static string Feature(int? limit, string one, string? many = null)
        => limit is null ? $"unlimited {many ?? one + "s"}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{limit} {(limit == 1 ? one : many ?? one + "s")} per month");
}
