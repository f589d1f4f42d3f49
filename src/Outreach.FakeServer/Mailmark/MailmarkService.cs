namespace Outreach.FakeServer.Mailmark;

/// <summary>Mailmark's rules over its rows, for endpoints, jobs and test control alike.</summary>
internal sealed class MailmarkService
{
    public MailmarkService(World world)
    {
        World = world;
        State = new MailmarkState(world);
        Accounts = new AccountRules(this);
        Mailboxes = new MailboxRules(this);
        Recipients = new RecipientRules(this);
        Suppressions = new SuppressionRules(this);
        Warming = new WarmingRules(this);
        Warmup = new WarmupRules(this);
        Health = new HealthRules(this);
        Mail = new MailRules(this);
        Deliveries = new DeliveryRules(this);
        Reactions = new ReactionRules(this);
        Inbound = new InboundRules(this);
        Sequences = new SequenceRules(this);
    }

    public World World { get; }

    public MailmarkState State { get; }

    public AccountRules Accounts { get; }

    public MailboxRules Mailboxes { get; }

    public RecipientRules Recipients { get; }

    public SuppressionRules Suppressions { get; }

    public WarmingRules Warming { get; }

    public WarmupRules Warmup { get; }

    public HealthRules Health { get; }

    public MailRules Mail { get; }

    public DeliveryRules Deliveries { get; }

    public ReactionRules Reactions { get; }

    public InboundRules Inbound { get; }

    public SequenceRules Sequences { get; }

    /// <summary>The switches and settings.</summary>
    public MailmarkSettings Settings
    {
        get => State.Settings.Value;
        set => State.Settings.Value = value;
    }

    /// <summary>The present time in Unix milliseconds.</summary>
    public long Now => World.Clock.Now.ToUnixTimeMilliseconds();

    /// <summary>Sets up what a new world holds: one account with a domain, two mailboxes and two keys.</summary>
    public void Seed()
    {
        UserRow user = State.Users.Add(new UserRow { Ref = MailmarkFake.DefaultUser, Plan = "pro", PlanStatus = "active", Category = "normal" });
        DomainRow domain = Accounts.AddDomain(user, MailmarkFake.DefaultDomain, verified: true);
        Health.Check(domain, Now);
        Mailboxes.Add(domain, "hello", "Hello Team");
        Mailboxes.Add(domain, "sales", null);
        Accounts.AddKey(MailmarkFake.KeyOf(World.Options.Seed, org: false), user.Id, domain.Id, "domain");
        Accounts.AddKey(MailmarkFake.KeyOf(World.Options.Seed, org: true), user.Id, null, "org");
    }
}
