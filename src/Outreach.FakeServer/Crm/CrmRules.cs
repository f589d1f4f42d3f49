namespace Outreach.FakeServer.Crm;

/// <summary>The rules of Crm over one world's state: what REST, GraphQL, jobs and the test control all call.</summary>
internal sealed class CrmRules
{
    public CrmRules(World world)
    {
        World = world;
        State = new CrmState(world);
        Lists = new CrmLists(State);
        Customers = new CustomerRules(this);
        Activities = new ActivityRules(this);
        Notes = new NoteRules(this);
        Segments = new SegmentRules(this);
        Campaigns = new CampaignRules(this);
        CampaignSends = new CampaignSends(this);
        Messages = new CrmMessages(this);
        Journeys = new JourneyRules(this);
        Steps = new JourneyStepRules(this);
        Enrollments = new EnrollmentRules(this);
        JourneyEngine = new JourneyEngine(this);
        Connections = new ConnectionRules(this);
        Posts = new PostRules(this);
        Promotions = new PromotionRules(this);
        Analytics = new AnalyticsRules(this);
        Clock = new CrmClock(this);
    }

    public World World { get; }

    public CrmState State { get; }

    public CrmLists Lists { get; }

    public CustomerRules Customers { get; }

    public ActivityRules Activities { get; }

    public NoteRules Notes { get; }

    public SegmentRules Segments { get; }

    public CampaignRules Campaigns { get; }

    public CampaignSends CampaignSends { get; }

    public CrmMessages Messages { get; }

    public JourneyRules Journeys { get; }

    public JourneyStepRules Steps { get; }

    public EnrollmentRules Enrollments { get; }

    public JourneyEngine JourneyEngine { get; }

    public ConnectionRules Connections { get; }

    public PostRules Posts { get; }

    public PromotionRules Promotions { get; }

    public AnalyticsRules Analytics { get; }

    public CrmClock Clock { get; }

    /// <summary>The world's time in whole seconds, as all stored times are.</summary>
    public DateTimeOffset Now => World.Clock.Now.ToWholeSeconds();
}
