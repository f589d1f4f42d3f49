using System.Globalization;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Crm within a world: the order of checks, the rate buckets and the form of errors.</summary>
internal sealed class CrmModule : ApiModule
{
    private const string Base = "/api/v1/";

    private static readonly RouteTable<CrmCall> Routes = MapRoutes();
    private static readonly Dictionary<string, Route<CrmCall>> ById = Routes.Routes.ToDictionary(route => route.Operation.Id, StringComparer.Ordinal);

    // The whole catalogue: what a fault answers when it is told to give a code.
    private static readonly Dictionary<string, Func<CrmModule, TimeSpan?, FakeResponse>> Errors = new(StringComparer.Ordinal)
    {
        [CrmErrorCodes.ValidationError] = static (module, _) => module.Render(CrmError.Invalid("Request is not valid")),
        [CrmErrorCodes.InvalidState] = static (module, _) => module.Render(CrmError.State("The state of the resource forbids the call")),
        [CrmErrorCodes.Unauthorized] = static (module, _) => module.Render(CrmError.Unauthorized("Invalid or expired token")),
        [CrmErrorCodes.Forbidden] = static (module, _) => module.Render(CrmError.Forbidden("Forbidden")),
        [CrmErrorCodes.ResourceNotFound] = static (module, _) => module.Render(CrmError.NotFound("Resource")),
        [CrmErrorCodes.DuplicateResource] = static (module, _) => module.Render(CrmError.Duplicate("The resource exists")),
        [CrmErrorCodes.RateLimitExceeded] = static (module, wait) => module.Throttle(wait ?? TimeSpan.FromSeconds(module.UntilNextMinute())),
        [CrmErrorCodes.InternalError] = static (module, wait) => WithRetryAfter(module.Render(new CrmError(500, CrmErrorCodes.InternalError, "Internal server error")), wait),
        [CrmErrorCodes.UpstreamError] = static (module, wait) => WithRetryAfter(module.Render(CrmError.Upstream("Upstream service failed")), wait),
        [CrmErrorCodes.ServiceUnavailable] = static (module, wait) => WithRetryAfter(module.Render(new CrmError(503, CrmErrorCodes.ServiceUnavailable, "Service temporarily unavailable")), wait ?? TimeSpan.FromSeconds(5)),
        [CrmErrorCodes.GraphqlParseFailed] = static (module, _) => module.GraphQLError(CrmErrorCodes.GraphqlParseFailed),
        [CrmErrorCodes.GraphqlValidationFailed] = static (module, _) => module.GraphQLError(CrmErrorCodes.GraphqlValidationFailed),
    };

    private readonly World _world;

    public CrmModule(World world)
    {
        _world = world;
        Rules = new CrmRules(world);
        Tokens = new CrmTokens(world);
        DefaultKey = Tokens.Issue(CrmFake.Scopes, [CrmFake.Tenant], CrmFake.Subject, CrmFake.SubjectName, world.Options.Start.AddYears(50));
    }

    /// <inheritdoc/>
    public override string Name => "crm";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts => [];

    /// <inheritdoc/>
    public override string BasePath => "api/v1";

    /// <inheritdoc/>
    public override string DefaultKey { get; }

    /// <inheritdoc/>
    public override string? DefaultTenant => CrmFake.Tenant;

    /// <inheritdoc/>
    public override IEnumerable<Reference> References => CrmReferences.Of(Rules.State);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations => CrmClient.Operations;

    /// <summary>The rules and the state that they work on.</summary>
    public CrmRules Rules { get; }

    /// <summary>Issues and checks tokens.</summary>
    public CrmTokens Tokens { get; }

    /// <inheritdoc/>
    public override Operation? OperationOf(FakeRequest request, string path)
        => path.StartsWith(Base, StringComparison.Ordinal) ? Routes.Find(request.Method, path.AsSpan(Base.Length)) : null;

    /// <inheritdoc/>
    public override string? KeyOf(FakeRequest request) => CrmTokens.TokenOf(request.Header("Authorization"));

    /// <inheritdoc/>
    public override bool KnowsKey(string key) => Tokens.Knows(key);

    /// <inheritdoc/>
    public override bool OwnsKey(string key) => Tokens.Signed(key);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Scopes => CrmFake.Scopes;

    /// <inheritdoc/>
    public override string CreateKey(IReadOnlyList<string> scopes)
        => Tokens.Issue(scopes, [CrmFake.Tenant], CrmFake.Subject, CrmFake.SubjectName, _world.Clock.Now.AddYears(50));

    /// <inheritdoc/>
    public override FakeResponse Handle(FakeRequest request, string path)
    {
        RouteMatch<CrmCall> match = Match(request, path);
        CrmCaller caller;
        try
        {
            caller = Tokens.Read(request.Header("Authorization"));
        }
        catch (CrmError error)
        {
            return Render(error);
        }

        if (!_world.Options.RateLimits) return Serve(match.Route, request, match.Values, caller);
        Bucket bucket = CrmBuckets.Of(match.Route?.Operation, request);
        string owner = OwnerOf(caller);
        BucketState state = _world.Limits.Peek(owner, bucket, _world.Clock.Now);
        if (state.IsFull) return WithLimits(Render(RateLimited(state.RetryAfterSeconds)), state);
        state = _world.Limits.Count(owner, bucket, _world.Clock.Now);
        return WithLimits(Serve(match.Route, request, match.Values, caller), state);
    }

    /// <summary>
    /// Runs an operation for a caller whose token was checked, without counting limits: the way of GraphQL to the REST rules.
    /// Scope, tenant and all further checks apply; errors come as the answer that REST would give.
    /// </summary>
    /// <param name="operationId">Such as <c>customers.get</c>.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="pathValues">The values of the path's parameters, in the template's order.</param>
    /// <param name="query">The query values; those that are null are left out.</param>
    /// <param name="body">The body, a JSON object; null for none.</param>
    public FakeResponse Invoke(string operationId, CrmCaller caller, IReadOnlyList<string>? pathValues = null, IReadOnlyList<KeyValuePair<string, string?>>? query = null, JsonElement? body = null)
    {
        try
        {
            return ById[operationId].Endpoint(Open(operationId, caller, pathValues, query, body));
        }
        catch (CrmError error)
        {
            return Render(error);
        }
    }

    /// <summary>The call that <see cref="Invoke"/> makes, for one who takes more from the rules than their answer.</summary>
    /// <exception cref="CrmError">403: the scope is missing.</exception>
    public CrmCall Open(string operationId, CrmCaller caller, IReadOnlyList<string>? pathValues = null, IReadOnlyList<KeyValuePair<string, string?>>? query = null, JsonElement? body = null)
    {
        Route<CrmCall> route = ById[operationId];
        CrmScopeRules.Require(caller, route.Operation);
        FakeRequest request = new()
        {
            Method = route.Operation.Method.Method,
            Path = "/" + route.Operation.Path.Text,
            QueryString = query is null ? "" : string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value!)}")),
        };
        return new CrmCall(_world, request, route.Operation, pathValues ?? [], Rules, caller, body);
    }

    /// <summary>The id of a refusal.</summary>
    public string NewRequestId() => $"req_{_world.Ids.Text("crm.request", 10)}";

    /// <inheritdoc/>
    public override FakeResponse? Error(string code, TimeSpan? retryAfter) => Errors.GetValueOrDefault(code)?.Invoke(this, retryAfter);

    /// <inheritdoc/>
    public override bool HasError(string code) => Errors.ContainsKey(code);

    /// <inheritdoc/>
    public override FakeResponse Throttle(TimeSpan? retryAfter)
    {
        int seconds = retryAfter is { } wait ? (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        CrmError error = RateLimited(seconds);
        return Render(retryAfter is null ? new CrmError(error.Status, error.Code, "Rate limit exceeded") : error);
    }

    /// <summary>Every answer but 401 tells of the call's bucket; a limit that is reached on purpose is shown as that of the bucket.</summary>
    public override FakeResponse Dress(FakeResponse response, FakeRequest request, string path)
    {
        if (response.Status == 401) return response;
        Bucket bucket = CrmBuckets.Of(Match(request, path).Route?.Operation, request);
        DateTimeOffset now = _world.Clock.Now;
        if (response.Status == 429)
        {
            long wait = response.Headers.FirstOrDefault(header => header.Key == "Retry-After").Value is { } seconds ? long.Parse(seconds, CultureInfo.InvariantCulture) : UntilNextMinute();
            return WithLimits(response, new BucketState(bucket, bucket.Limit, now.ToUnixTimeSeconds() + wait, now));
        }

        return _world.Options.RateLimits ? WithLimits(response, _world.Limits.Peek(OwnerOf(Tokens.Read(request.Header("Authorization"))), bucket, now)) : response;
    }

    /// <summary>The answer of a refusal.</summary>
    public FakeResponse Render(CrmError error)
    {
        FakeResponse response = new()
        {
            Status = error.Status,
            ContentType = "application/json; charset=utf-8",
            ErrorCode = error.Code,
            Body = JsonBody.Write((error, Id: NewRequestId()), static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("error");
                writer.WriteString("code", state.error.Code);
                writer.WriteString("message", state.error.Message);
                writer.WriteString("requestId", state.Id);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }),
        };
        return error.RetryAfterSeconds is { } seconds ? response.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)) : response;
    }

    private static RouteTable<CrmCall> MapRoutes()
    {
        RouteTable<CrmCall> routes = new(CrmClient.Operations);
        CustomersEndpoints.Map(routes);
        ActivitiesEndpoints.Map(routes);
        NotesEndpoints.Map(routes);
        SegmentsEndpoints.Map(routes);
        CampaignsEndpoints.Map(routes);
        JourneysEndpoints.Map(routes);
        SocialEndpoints.Map(routes);
        PromotionsEndpoints.Map(routes);
        AnalyticsEndpoints.Map(routes);
        GraphQL.GraphQLEndpoints.Map(routes);
        return routes;
    }

    private static string OwnerOf(CrmCaller caller) => $"crm {caller.Subject}";

    private long UntilNextMinute() => 60 - (_world.Clock.Now.ToUnixTimeSeconds() % 60);

    private static CrmError RateLimited(int seconds)
        => new(429, CrmErrorCodes.RateLimitExceeded, $"Rate limit exceeded, retry after {seconds} seconds", seconds);

    private static FakeResponse WithRetryAfter(FakeResponse response, TimeSpan? retryAfter)
        => retryAfter is { } wait ? response.With("Retry-After", ((long)Math.Max(1, Math.Ceiling(wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture)) : response;

    private static FakeResponse WithLimits(FakeResponse response, BucketState state) => response
        .With("X-RateLimit-Limit", state.Bucket.Limit.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Remaining", state.Remaining.ToString(CultureInfo.InvariantCulture))
        .With("X-RateLimit-Reset", state.Reset.ToString(CultureInfo.InvariantCulture));

    private FakeResponse Serve(Route<CrmCall>? route, FakeRequest request, IReadOnlyList<string> values, CrmCaller caller)
    {
        if (route is null) return Render(CrmError.NotFound("Route"));
        try
        {
            CrmScopeRules.Require(caller, route.Operation);
            return route.Endpoint(new CrmCall(_world, request, route.Operation, values, Rules, caller));
        }
        catch (CrmError error)
        {
            return Render(error);
        }
    }

    private FakeResponse GraphQLError(string code) => new()
    {
        Status = 200,
        ContentType = "application/json; charset=utf-8",
        ErrorCode = code,
        Body = JsonBody.Write((code, Id: NewRequestId()), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors");
            writer.WriteStartObject();
            writer.WriteString("message", state.code == CrmErrorCodes.GraphqlParseFailed ? "Syntax error" : "The document is not valid");
            writer.WriteStartObject("extensions");
            writer.WriteString("code", state.code);
            writer.WriteString("requestId", state.Id);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }),
    };

    private RouteMatch<CrmCall> Match(FakeRequest request, string path)
        => path.StartsWith(Base, StringComparison.Ordinal) ? Routes.Match(request.Method, path.AsSpan(Base.Length)) : new RouteMatch<CrmCall>(null, [], []);
}
