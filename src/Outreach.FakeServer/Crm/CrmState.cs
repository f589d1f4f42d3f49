using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Everything that Crm stores in a world.</summary>
internal sealed class CrmState
{
    private readonly World _world;

    public CrmState(World world)
    {
        _world = world;
        Customers = Add("customers", static () => CrmStateJson.Default.CustomerRow);
        CustomersByTenant = Customers.IndexBy(row => row.Value.TenantId);
        CustomersByAuthUser = Customers.IndexBy(row => row.Value.Status == CustomerStatus.Deleted ? null : row.Value.AuthUserId);
        CustomersByEmail = Customers.IndexBy(row => row.Value.Email is { } email ? Key(row.Value.TenantId, email) : null);
        CustomersByPhone = Customers.IndexBy(row => row.Value.PhoneNumber is { } phone ? Key(row.Value.TenantId, phone) : null);
        Activities = Add("activities", static () => CrmStateJson.Default.ActivityRow);
        ActivitiesByCustomer = Activities.IndexBy(row => row.Value.CustomerId);
        ActivitiesByEvent = Activities.IndexBy(row => row.Value.SourceEventId is { } id ? Key(row.Value.TenantId!, row.Value.SourceService, id) : null);
        Notes = Add("notes", static () => CrmStateJson.Default.NoteRow);
        NotesByCustomer = Notes.IndexBy(row => row.Value.CustomerId);
        Segments = Add("segments", static () => CrmStateJson.Default.SegmentRow);
        SegmentsByTenant = Segments.IndexBy(row => row.Value.TenantId);
        SegmentsByName = Segments.IndexBy(row => Key(row.Value.TenantId, row.Value.Name));
        SegmentsByFrequency = Segments.IndexBy(row => row.Value is { IsActive: true, Criteria: not null } ? row.Value.RefreshFrequency?.Value : null);
        SyncedSegments = Segments.IndexBy(row => row.Value is { IsActive: true, MessagingSegmentId: not null } ? "synced" : null);
        Members = world.Add(new SegmentMembers(() => Customers.Extent));
        Campaigns = Add("campaigns", static () => CrmStateJson.Default.CampaignRow);
        CampaignsByTenant = Campaigns.IndexBy(row => row.Value.TenantId);
        CampaignsBySegment = Campaigns.IndexBy(row => row.Value.SegmentId);
        Journeys = Add("journeys", static () => CrmStateJson.Default.JourneyRow);
        JourneysByTenant = Journeys.IndexBy(row => row.Value.TenantId);
        JourneysByName = Journeys.IndexBy(row => Key(row.Value.TenantId, row.Value.Name));
        JourneysByCampaign = Journeys.IndexBy(row => row.Value.CampaignId);
        ActiveJourneysByTrigger = Journeys.IndexBy(row => row.Value.Status == JourneyStatus.Active && row.Value.TriggerType != JourneyTriggers.Manual ? Key(row.Value.TenantId, JourneyTriggers.ActivityType(row.Value.TriggerType)) : null);
        Steps = Add("steps", static () => CrmStateJson.Default.JourneyStepRow);
        StepsByJourney = Steps.IndexBy(row => row.Value.JourneyId);
        Enrollments = Add("enrollments", static () => CrmStateJson.Default.EnrollmentRow);
        EnrollmentsByJourney = Enrollments.IndexBy(row => row.Value.JourneyId);
        EnrollmentsByPair = Enrollments.IndexBy(row => Key(row.Value.JourneyId, row.Value.CustomerId));
        ActiveEnrollmentsByJourney = Enrollments.IndexBy(row => row.Value.Status == EnrollmentStatus.Active ? row.Value.JourneyId : null);
        ActiveEnrollmentsByCustomer = Enrollments.IndexBy(row => row.Value.Status == EnrollmentStatus.Active ? row.Value.CustomerId : null);
        Connections = Add("connections", static () => CrmStateJson.Default.ConnectionRow);
        ConnectionsByTenant = Connections.IndexBy(row => row.Value.TenantId);
        ConnectionsByAccount = Connections.IndexBy(row => Key(row.Value.TenantId!, row.Value.Platform.Value!, row.Value.AccountId));
        OAuthStates = Add("oauthStates", static () => CrmStateJson.Default.OAuthStateRow);
        OAuthStatesByState = OAuthStates.IndexBy(row => row.State);
        Posts = Add("posts", static () => CrmStateJson.Default.PostRow);
        PostsByTenant = Posts.IndexBy(row => row.Value.TenantId);
        PostsByConnection = Posts.IndexBy(row => row.Value.ConnectionId);
        Promotions = Add("promotions", static () => CrmStateJson.Default.PromotionRow);
        PromotionsByTenant = Promotions.IndexBy(row => row.Value.TenantId);
        Timers = world.Add(new Cell<CrmTimers>("crm.timers", new CrmTimers(), static () => CrmStateJson.Default.CrmTimers));
        Upsets = world.Add(new Cell<CrmUpsets>("crm.upsets", new CrmUpsets(), static () => CrmStateJson.Default.CrmUpsets));
    }

    public Table<CustomerRow> Customers { get; }

    public Index<CustomerRow> CustomersByTenant { get; }

    public Index<CustomerRow> CustomersByAuthUser { get; }

    public Index<CustomerRow> CustomersByEmail { get; }

    public Index<CustomerRow> CustomersByPhone { get; }

    public Table<ActivityRow> Activities { get; }

    public Index<ActivityRow> ActivitiesByCustomer { get; }

    public Index<ActivityRow> ActivitiesByEvent { get; }

    public Table<NoteRow> Notes { get; }

    public Index<NoteRow> NotesByCustomer { get; }

    public Table<SegmentRow> Segments { get; }

    public Index<SegmentRow> SegmentsByTenant { get; }

    public Index<SegmentRow> SegmentsByName { get; }

    /// <summary>Active segments with criteria, by how often they are refreshed.</summary>
    public Index<SegmentRow> SegmentsByFrequency { get; }

    /// <summary>Active segments that the messaging service has a copy of, all under <c>synced</c>.</summary>
    public Index<SegmentRow> SyncedSegments { get; }

    public SegmentMembers Members { get; }

    public Table<CampaignRow> Campaigns { get; }

    public Index<CampaignRow> CampaignsByTenant { get; }

    public Index<CampaignRow> CampaignsBySegment { get; }

    public Table<JourneyRow> Journeys { get; }

    public Index<JourneyRow> JourneysByTenant { get; }

    public Index<JourneyRow> JourneysByName { get; }

    public Index<JourneyRow> JourneysByCampaign { get; }

    public Index<JourneyRow> ActiveJourneysByTrigger { get; }

    public Table<JourneyStepRow> Steps { get; }

    public Index<JourneyStepRow> StepsByJourney { get; }

    public Table<EnrollmentRow> Enrollments { get; }

    public Index<EnrollmentRow> EnrollmentsByJourney { get; }

    /// <summary>Enrollments by journey and customer.</summary>
    public Index<EnrollmentRow> EnrollmentsByPair { get; }

    public Index<EnrollmentRow> ActiveEnrollmentsByJourney { get; }

    public Index<EnrollmentRow> ActiveEnrollmentsByCustomer { get; }

    public Table<ConnectionRow> Connections { get; }

    public Index<ConnectionRow> ConnectionsByTenant { get; }

    public Index<ConnectionRow> ConnectionsByAccount { get; }

    public Table<OAuthStateRow> OAuthStates { get; }

    public Index<OAuthStateRow> OAuthStatesByState { get; }

    public Table<PostRow> Posts { get; }

    public Index<PostRow> PostsByTenant { get; }

    public Index<PostRow> PostsByConnection { get; }

    public Table<PromotionRow> Promotions { get; }

    public Index<PromotionRow> PromotionsByTenant { get; }

    public Cell<CrmTimers> Timers { get; }

    public Cell<CrmUpsets> Upsets { get; }

    /// <summary>Grows with every change of what lists show.</summary>
    public long Version
        => Customers.Version + Activities.Version + Notes.Version + Segments.Version + Members.Version + Campaigns.Version
            + Journeys.Version + Enrollments.Version + Connections.Version + Posts.Version + Promotions.Version;

    /// <summary>A key of two parts.</summary>
    public static string Key(string first, string second) => string.Concat(first, "\n", second);

    /// <summary>A key of three parts.</summary>
    public static string Key(string first, string second, string third) => string.Concat(first, "\n", second, "\n") + third;

    private Table<T> Add<T>(string name, Func<JsonTypeInfo<T>> type) where T : Row
        => _world.Add(new Table<T>("crm." + name, new UuidForm(_world.Options.Seed, "crm." + name), type));
}
