using System.Globalization;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Markus within a world: the processing order of section 1.</summary>
internal sealed class MarkusModule : ApiModule
{
    private const string Base = "/api/v1/";

    private IReadOnlyList<KeyValuePair<string, string>> _limitHeaders = [];

    public MarkusModule(World world)
    {
        World = world;
        State = new MarkusState(world);
        Fake = new MarkusFake(State);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Tables and rules.</summary>
    public MarkusState State { get; }

    /// <summary>The test control.</summary>
    public MarkusFake Fake { get; }

    /// <inheritdoc/>
    public override string Name => "markus";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts { get; } = ["markusai.dev", "www.markusai.dev"];

    /// <inheritdoc/>
    public override string BasePath => "api/v1";

    /// <inheritdoc/>
    public override string DefaultKey => Fake.ApiKey;

    /// <inheritdoc/>
    public override IEnumerable<Reference> References => MarkusReferences.Of(State);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations => MarkusClient.Operations;

    /// <inheritdoc/>
    public override Operation? OperationOf(FakeRequest request, string path)
        => path.StartsWith(Base, StringComparison.Ordinal) ? MarkusRoutes.Table.Find(request.Method, path.AsSpan(Base.Length)) : null;

    /// <inheritdoc/>
    public override string? KeyOf(FakeRequest request) => MarkusCredentials.Token(request);

    /// <inheritdoc/>
    public override bool KnowsKey(string key) => State.Keys.Find(key) is not null || (World.Options.AcceptAnyKey && MarkusCredentials.IsPlausible(key));

    /// <inheritdoc/>
    public override bool OwnsKey(string key) => State.Keys.Find(key) is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Scopes { get; } = [.. ApiScope.Known.Select(scope => scope.Value!)];

    /// <inheritdoc/>
    public override string CreateKey(IReadOnlyList<string> scopes) => Fake.CreateKey([.. scopes]);

    /// <inheritdoc/>
    public override FakeResponse Handle(FakeRequest request, string path)
    {
        _limitHeaders = [];
        try
        {
            RouteMatch<MarkusCall> match = Match(request, path);
            if (match.Route is not { } route)
            {
                return match.PathIsKnown
                    ? Render(new MarkusError("SERVER_004")).With("Allow", string.Join(", ", match.Methods))
                    : Render(new MarkusError("SERVER_003"));
            }

            ApiKeyRow key = MarkusCredentials.Authenticate(State, request);
            Throttle(key, route.Operation);
            MarkusCall call = new(State, request, route.Operation, match.Values, key);
            call.CheckPathIds();
            return Limited(route.Endpoint(call).Catch<MarkusError>(Render));
        }
        catch (MarkusError error)
        {
            return Limited(Render(error));
        }
    }

    /// <inheritdoc/>
    public override void TriggerWebhook(string eventType, string? dataJson) => State.Webhooks.Trigger(eventType, dataJson);

    /// <inheritdoc/>
    public override FakeResponse? Error(string code, TimeSpan? retryAfter)
    {
        if (!MarkusErrorCatalog.Entries.ContainsKey(code)) return null;
        int? seconds = retryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : WaitOf(code);
        if (code == "RATE_001" && seconds is { } rest) ReportExhausted(rest);
        return Limited(Render(code == "RATE_001" ? TooMany(seconds) : new MarkusError(code, retryAfter: seconds)));
    }

    /// <inheritdoc/>
    public override bool HasError(string code) => MarkusErrorCatalog.Entries.ContainsKey(code);

    /// <inheritdoc/>
    public override FakeResponse Throttle(TimeSpan? retryAfter)
    {
        int? seconds = retryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null;
        ReportExhausted(seconds ?? UntilEndOf(MarkusBuckets.Global.WindowSeconds));
        return Limited(Render(TooMany(seconds)));
    }

    // A limit that is reached on purpose is shown as that of all requests, until the caller may come again.
    private void ReportExhausted(int seconds)
        => Report(new BucketState(MarkusBuckets.Global, MarkusBuckets.Global.Limit, World.Clock.Now.ToUnixTimeSeconds() + seconds, World.Clock.Now));

    // What a code waits for: the end of its window, or the thirty seconds of the model's provider.
    private int? WaitOf(string code) => code switch
    {
        "RATE_001" or "RATE_002" => UntilEndOf(60),
        "DISC_006" => UntilEndOf(3600),
        "AI_001" => 30,
        _ => null,
    };

    private int UntilEndOf(int windowSeconds) => (int)(windowSeconds - (World.Clock.Now.ToUnixTimeSeconds() % windowSeconds));

    private static MarkusError TooMany(int? seconds)
        => new("RATE_001", seconds is null ? null : string.Create(CultureInfo.InvariantCulture, $"too many requests. please try again in {seconds} seconds."), retryAfter: seconds);

    private static RouteMatch<MarkusCall> Match(FakeRequest request, string path)
        => path.StartsWith(Base, StringComparison.Ordinal) ? MarkusRoutes.Table.Match(request.Method, path.AsSpan(Base.Length)) : new RouteMatch<MarkusCall>(null, [], []);

    // Steps 3 to 5: burst, global, scope, bucket of the scope. A request counts in each bucket that lets it through.
    private void Throttle(ApiKeyRow key, Operation operation)
    {
        bool full = key.Scopes.Contains(ApiScope.All);
        (Bucket Bucket, string Code)? own = MarkusBuckets.Of(operation.Scope);
        DateTimeOffset now = World.Clock.Now;
        if (!World.Options.RateLimits)
        {
            Report(World.Limits.Peek(key.Id, own?.Bucket ?? MarkusBuckets.Global, now));
            CheckScope(key, operation, full);
            return;
        }

        Refuse(World.Limits.Peek(key.Id, MarkusBuckets.Burst, now), "RATE_001");
        Refuse(World.Limits.Peek(key.Id, MarkusBuckets.Global, now), "RATE_001");
        World.Limits.Count(key.Id, MarkusBuckets.Burst, now);
        BucketState global = World.Limits.Count(key.Id, MarkusBuckets.Global, now);
        BucketState? scope = own is { } before ? World.Limits.Peek(key.Id, before.Bucket, now) : null;
        ReportLeast(global, scope);
        CheckScope(key, operation, full);
        if (own is not { } bucket) return;
        Refuse(scope!.Value, bucket.Code);
        ReportLeast(global, World.Limits.Count(key.Id, bucket.Bucket, now));
    }

    private void Refuse(BucketState state, string code)
    {
        if (!state.IsFull) return;
        Report(state);
        int wait = state.RetryAfterSeconds;
        throw code == "RATE_001" ? TooMany(wait) : new MarkusError(code, retryAfter: wait);
    }

    private static void CheckScope(ApiKeyRow key, Operation operation, bool full)
    {
        if (full || operation.Scope is not { } scope) return;
        if (scope == "*") throw new MarkusError("AUTH_002");
        if (!key.Scopes.Contains(ApiScope.From(scope))) throw new MarkusError("APIKEY_004");
    }

    private void ReportLeast(BucketState global, BucketState? scope) => Report(scope is { } own && own.Remaining <= global.Remaining ? own : global);

    private void Report(BucketState state) => _limitHeaders =
    [
        new("X-RateLimit-Limit", state.Bucket.Limit.ToString(CultureInfo.InvariantCulture)),
        new("X-RateLimit-Remaining", state.Remaining.ToString(CultureInfo.InvariantCulture)),
        new("X-RateLimit-Reset", state.Reset.ToString(CultureInfo.InvariantCulture)),
    ];

    // An answer to a request that did not authenticate has no limits to report.
    private FakeResponse Limited(FakeResponse response)
    {
        foreach ((string name, string value) in _limitHeaders) response.With(name, value);
        return response;
    }

    private FakeResponse Render(MarkusError error)
    {
        FakeResponse response = new()
        {
            Status = error.Status,
            ErrorCode = error.Code,
            ContentType = "application/json; charset=utf-8",
            Body = JsonBody.Write((error, RequestId: "req_" + World.Ids.Text("markus.request", 12)), static (writer, answer) =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success", false);
                writer.WriteStartObject("error");
                writer.WriteString("code", answer.error.Code);
                writer.WriteString("message", answer.error.Message);
                writer.WriteString("requestId", answer.RequestId);
                if (answer.error.Details.Count > 0)
                {
                    writer.WriteStartArray("details");
                    foreach ((string field, string message) in answer.error.Details)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("field", field);
                        writer.WriteString("message", message);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            }),
        };
        return error.RetryAfter is { } wait ? response.With("Retry-After", wait.ToString(CultureInfo.InvariantCulture)) : response;
    }
}
