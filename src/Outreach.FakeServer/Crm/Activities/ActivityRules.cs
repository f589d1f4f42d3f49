using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for the timeline, and what an activity does to its profile.</summary>
internal sealed class ActivityRules(CrmRules rules)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);

    private CrmState State => rules.State;

    /// <summary>A page of a profile's timeline.</summary>
    public CrmPage<ActivityRow> List(CrmCaller caller, string customerId, ActivityFilter filter, CrmPaging paging)
    {
        CustomerRow customer = rules.Customers.Get(caller, customerId);
        return rules.Lists.Page(("activities", customer.Id, filter), State.ActivitiesByCustomer[customer.Id].Newest().Where(row => filter.Matches(row.Value)), LatestFirst, paging);
    }

    /// <summary>Records an activity by hand or from an integration.</summary>
    /// <returns>The activity, and whether it is new; the first one again when its source event was recorded before.</returns>
    public (ActivityRow Row, bool IsNew) Create(CrmCaller caller, string customerId, RecordedActivity activity)
    {
        CustomerRow customer = CustomerRules.RequireLive(rules.Customers.Get(caller, customerId));
        if (activity.SourceEventId is { } id && State.ActivitiesByEvent.First(CrmState.Key(customer.Value.TenantId, activity.SourceService, id)) is { } known) return (known, false);
        return (Record(customer, activity), true);
    }

    /// <summary>Records an activity with all its effects.</summary>
    /// <param name="customer">The profile, in any form it had.</param>
    /// <param name="activity">The activity.</param>
    public ActivityRow Record(CustomerRow customer, RecordedActivity activity)
    {
        DateTimeOffset now = rules.Now;
        DateTimeOffset occurredAt = activity.OccurredAt ?? now;
        Customer profile = State.Customers.Current(customer)!.Value;
        bool seen = MarketingCampaign(profile, activity) is { } campaign && HasReacted(profile.Id, activity.Type, campaign.Id);
        ActivityRow row = State.Activities.Add(new ActivityRow
        {
            Value = new Activity
            {
                Id = State.Activities.NextId,
                TenantId = profile.TenantId,
                CustomerId = profile.Id,
                Type = activity.Type,
                Category = activity.Category,
                Channel = activity.Channel,
                Title = activity.Title,
                Description = activity.Description,
                Metadata = activity.Metadata,
                SourceService = activity.SourceService,
                SourceId = activity.SourceId,
                SourceEventId = activity.SourceEventId,
                OccurredAt = occurredAt,
                CreatedAt = now,
            },
        });
        TimeSpan age = now - occurredAt;
        CustomerRow updated = State.Customers.Update(State.Customers.Current(customer)! with
        {
            Value = profile with
            {
                LastActivityAt = occurredAt,
                LastActivityType = activity.Type,
                ActivityCount30d = (profile.ActivityCount30d ?? 0) + (age <= Month ? 1 : 0),
                ActivityCount90d = (profile.ActivityCount90d ?? 0) + (age <= Quarter ? 1 : 0),
                LastEmailOpenAt = activity.Type == "EMAIL_OPENED" ? occurredAt : profile.LastEmailOpenAt,
                LastEmailClickAt = activity.Type == "EMAIL_CLICKED" ? occurredAt : profile.LastEmailClickAt,
                UpdatedAt = now,
            },
        });
        rules.Clock.Ages(occurredAt);
        if (!seen && MarketingCampaign(profile, activity) is { } reacted) rules.Campaigns.CountReaction(reacted, activity.Type);
        rules.JourneyEngine.OnActivity(updated, row);
        return row;
    }

    /// <summary>A profile with its activity figures counted anew.</summary>
    public CustomerRow Recounted(CustomerRow customer)
    {
        int month = customer.Claimed30d;
        int quarter = customer.Claimed90d;
        DateTimeOffset now = rules.Now;
        foreach (ActivityRow row in State.ActivitiesByCustomer[customer.Id])
        {
            TimeSpan age = now - row.Value.OccurredAt;
            if (age <= Month) month++;
            if (age <= Quarter) quarter++;
        }

        return customer with { Value = customer.Value with { ActivityCount30d = month, ActivityCount90d = quarter } };
    }

    /// <summary>Counts the figures of all profiles anew.</summary>
    /// <returns>When the next activity grows too old for one of them; null when none will.</returns>
    public DateTimeOffset? RecountAll()
    {
        DateTimeOffset now = rules.Now;
        Dictionary<string, (int Month, int Quarter)> counts = new(StringComparer.Ordinal);
        DateTimeOffset? next = null;
        foreach (ActivityRow row in State.Activities)
        {
            TimeSpan age = now - row.Value.OccurredAt;
            if (age > Quarter) continue;
            (int month, int quarter) = counts.GetValueOrDefault(row.Value.CustomerId);
            counts[row.Value.CustomerId] = (month + (age <= Month ? 1 : 0), quarter + 1);
            if (AgesAt(row.Value.OccurredAt, now) is { } ages && (next is null || ages < next)) next = ages;
        }

        foreach (CustomerRow row in State.Customers)
        {
            (int month, int quarter) = counts.GetValueOrDefault(row.Id);
            month += row.Claimed30d;
            quarter += row.Claimed90d;
            if (row.Value.ActivityCount30d != month || row.Value.ActivityCount90d != quarter)
                State.Customers.Update(row with { Value = row.Value with { ActivityCount30d = month, ActivityCount90d = quarter } });
        }

        return next;
    }

    /// <summary>When an activity grows too old for the next figure; null when it is too old for both.</summary>
    public static DateTimeOffset? AgesAt(DateTimeOffset occurredAt, DateTimeOffset now)
        => occurredAt > DateTimeOffset.MaxValue - Quarter ? null : now - occurredAt <= Month ? occurredAt + Month : now - occurredAt <= Quarter ? occurredAt + Quarter : null;

    /// <summary>A text as metadata.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Metadata(string name, string value)
        => new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [name] = JsonSerializer.SerializeToElement(value, CrmJson.Default.String) };

    private static int LatestFirst(ActivityRow a, ActivityRow b)
    {
        int byTime = b.Value.OccurredAt.CompareTo(a.Value.OccurredAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }

    private CampaignRow? MarketingCampaign(Customer customer, RecordedActivity activity)
        => activity.Type is "EMAIL_OPENED" or "EMAIL_CLICKED" && CampaignOf(activity.Metadata) is { } id && State.Campaigns.Find(id) is { } row && row.Value.TenantId == customer.TenantId
            ? row
            : null;

    private bool HasReacted(string customerId, string type, string campaignId)
        => State.ActivitiesByCustomer[customerId].Any(row => row.Value.Type == type && string.Equals(CampaignOf(row.Value.Metadata), campaignId, StringComparison.OrdinalIgnoreCase));

    private static string? CampaignOf(IReadOnlyDictionary<string, JsonElement>? metadata)
        => metadata is not null && metadata.TryGetValue("campaignId", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
