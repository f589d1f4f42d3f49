using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Reachkit within a world.</summary>
internal sealed class ReachkitModule : ApiModule
{
    private const string UnsubscribePath = "/unsubscribe/";

    private static readonly RouteTable<ReachkitCall> Routes = MapRoutes();

    private readonly World _world;

    public ReachkitModule(World world)
    {
        _world = world;
        State = new ReachkitState(world);
        Events = new ReachkitEvents(world, State);
        Passes = new SendingPasses(world, this);
        Queue = new SendingQueue(State);
        Halting = new Halting(State);
        Numbers = new CampaignNumbers(State, Halting);
        Threads = new Threads(this, world);
        Leads = new LeadRules(this, world);
        Mail = new MailComposer(State);
        Workspaces = new WorkspaceRules(this, world);
        Default = Workspaces.Add("Default", "scale");
    }

    /// <inheritdoc/>
    public override string Name => "reachkit";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts => ["reachkit.ai"];

    /// <inheritdoc/>
    public override string BasePath => "";

    /// <inheritdoc/>
    public override string DefaultKey => Workspaces.KeyOf(Default);

    /// <inheritdoc/>
    public override IEnumerable<Reference> References => ReachkitReferences.Of(State, Default);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations => ReachkitClient.Operations;

    /// <summary>Everything that is remembered.</summary>
    public ReachkitState State { get; }

    /// <summary>Webhook events.</summary>
    public ReachkitEvents Events { get; }

    /// <summary>The minute passes.</summary>
    public SendingPasses Passes { get; }

    /// <summary>Leads that wait for their next email.</summary>
    public SendingQueue Queue { get; }

    /// <summary>What stops leads.</summary>
    public Halting Halting { get; }

    /// <summary>Numbers of campaigns.</summary>
    public CampaignNumbers Numbers { get; }

    /// <summary>Threads of the unibox.</summary>
    public Threads Threads { get; }

    /// <summary>What happens to leads.</summary>
    public LeadRules Leads { get; }

    /// <summary>Composes mail.</summary>
    public MailComposer Mail { get; }

    /// <summary>Workspaces and their keys.</summary>
    public WorkspaceRules Workspaces { get; }

    /// <summary>Place of the workspace that every world has.</summary>
    public int Default { get; }

    /// <inheritdoc/>
    public override Operation? OperationOf(FakeRequest request, string path) => Routes.Find(request.Method, Below(path));

    /// <inheritdoc/>
    public override string? KeyOf(FakeRequest request) => Credential(request) is { Length: > 0 } key ? key : null;

    /// <inheritdoc/>
    public override bool KnowsKey(string key) => Workspaces.Find(key) is not null || WorkspaceRules.IsPlausible(_world, key);

    /// <inheritdoc/>
    public override bool Serves(string path)
        => path.StartsWith(UnsubscribePath, StringComparison.Ordinal) && State.FindByToken(path[UnsubscribePath.Length..]) is not null;

    /// <inheritdoc/>
    public override string CreateKey(IReadOnlyList<string> scopes) => Workspaces.AddKey(Default);

    /// <inheritdoc/>
    public override bool OwnsKey(string key) => Workspaces.Find(key) is not null;

    /// <inheritdoc/>
    public override void TriggerWebhook(string eventType, string? dataJson) => Events.Trigger(eventType, dataJson);

    /// <inheritdoc/>
    public override FakeResponse Handle(FakeRequest request, string path)
    {
        try
        {
            if (path.StartsWith(UnsubscribePath, StringComparison.Ordinal) && request.Method is "GET" or "POST") return Unsubscribe(path[UnsubscribePath.Length..]);
            WorkspaceRow workspace = Workspaces.Open(Credential(request)) ?? throw ReachkitError.Unauthorized();
            if (workspace.Plan != "scale") throw ReachkitError.PlanRequired();
            RouteMatch<ReachkitCall> match = Routes.Match(request.Method, Below(path));
            if (match.Route is not { } route) throw ReachkitError.NotFound();
            bool hasBody = request.Method is "POST" or "PATCH";
            using JsonDocument? body = hasBody ? ReachkitBody.Read(request, optional: route.Operation.Id == "sequences.create") : null;
            return route.Endpoint(new ReachkitCall(this, _world, request, route.Operation, match.Values, workspace, body?.RootElement ?? default));
        }
        catch (ReachkitError error)
        {
            return ReachkitAnswer.Error(error);
        }
    }

    /// <inheritdoc/>
    public override FakeResponse? Error(string code, TimeSpan? retryAfter)
    {
        if (code == "rate_limited") return Throttle(retryAfter ?? TimeSpan.FromSeconds(1));
        if (ReachkitError.StatusOf(code) is not { } status) return null;
        FakeResponse response = ReachkitAnswer.Error(code == "unbalanced_braces" ? ReachkitError.UnbalancedBraces("subject", 0) : new ReachkitError(status, code));
        return retryAfter is { } wait ? response.With("Retry-After", Seconds(wait)) : response;
    }

    /// <inheritdoc/>
    public override bool HasError(string code) => code == "rate_limited" || ReachkitError.StatusOf(code) is not null;

    /// <inheritdoc/>
    public override FakeResponse Throttle(TimeSpan? retryAfter)
    {
        FakeResponse response = ReachkitAnswer.Error(new ReachkitError(429, "rate_limited"));
        return retryAfter is { } wait ? response.With("Retry-After", Seconds(wait)) : response;
    }

    private static ReadOnlySpan<char> Below(string path) => path.StartsWith('/') ? path.AsSpan(1) : path;

    private static string Seconds(TimeSpan wait) => ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The first way that is present decides alone; an unusable credential there is an empty key, which opens nothing.
    private static string? Credential(FakeRequest request)
    {
        if (request.Header("Authorization") is { } authorization)
        {
            int space = authorization.IndexOf(' ', StringComparison.Ordinal);
            return space > 0 && authorization.AsSpan(0, space).Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? authorization[(space + 1)..].Trim() : "";
        }

        return request.Header("X-API-Key")?.Trim() ?? request.QueryValue("api_key");
    }

    private static RouteTable<ReachkitCall> MapRoutes()
    {
        RouteTable<ReachkitCall> routes = new(ReachkitClient.Operations);
        BlocklistEndpoints.Map(routes);
        CampaignsEndpoints.Map(routes);
        CampaignInboxesEndpoints.Map(routes);
        ScheduleEndpoints.Map(routes);
        LeadsEndpoints.Map(routes);
        InboxesEndpoints.Map(routes);
        SequencesEndpoints.Map(routes);
        VariantsEndpoints.Map(routes);
        ConversationsEndpoints.Map(routes);
        return routes;
    }

    // The links under emails: opened by a reader or posted by a mail client, with one click either way.
    private FakeResponse Unsubscribe(string token)
    {
        if (State.FindByToken(token) is not { } lead) return new FakeResponse { Status = 404, ContentType = "text/plain; charset=utf-8", Body = "Unknown link."u8.ToArray() };
        Leads.Unsubscribe(lead);
        return new FakeResponse { Status = 200, ContentType = "text/plain; charset=utf-8", Body = "You are unsubscribed."u8.ToArray() };
    }
}
