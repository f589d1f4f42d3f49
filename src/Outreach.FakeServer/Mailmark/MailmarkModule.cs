using System.Globalization;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Mailmark within a world.</summary>
internal sealed class MailmarkModule : ApiModule
{
    private const int MaxBody = 20 * 1024 * 1024;

    public MailmarkModule(World world)
    {
        Service = new MailmarkService(world);
        Service.Seed();
    }

    /// <summary>The rules and rows of the world.</summary>
    public MailmarkService Service { get; }

    /// <inheritdoc/>
    public override string Name => "mailmark";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Hosts { get; } = ["api.mailmark.dev"];

    /// <inheritdoc/>
    public override string BasePath => "";

    /// <inheritdoc/>
    public override string DefaultKey => MailmarkFake.KeyOf(Service.World.Options.Seed, org: false);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Scopes { get; } = ["domain", "org"];

    /// <inheritdoc/>
    public override IEnumerable<Reference> References => MailmarkReferences.Of(Service.State);

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations => MailmarkClient.Operations;

    /// <inheritdoc/>
    public override bool Serves(string path) => path.StartsWith("/v1/", StringComparison.Ordinal) || TrackingEndpoints.Serves(path);

    /// <inheritdoc/>
    public override Operation? OperationOf(FakeRequest request, string path)
        => request.Method == "HEAD" ? null : MailmarkRoutes.Match(request.Method, path).Route?.Operation;

    /// <inheritdoc/>
    // The word before the key is compared with its case.
    public override string? KeyOf(FakeRequest request)
        => request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..].Trim() : null;

    /// <inheritdoc/>
    public override bool KnowsKey(string key) => Service.Accounts.Find(key) is not null || Service.Accounts.IsPlausible(key);

    /// <inheritdoc/>
    public override bool OwnsKey(string key) => Service.Accounts.Find(key) is not null;

    /// <inheritdoc/>
    public override string CreateKey(IReadOnlyList<string> scopes)
    {
        UserRow user = Service.State.Users.FirstOrDefault() ?? throw Nobody("account");
        bool org = scopes.Contains("org", StringComparer.Ordinal);
        string? domain = org ? null : (Service.State.DomainsOfUser.First(user.Id) ?? throw Nobody("domain")).Id;
        string token = "dm_live_" + Service.World.Ids.Text("mailmark.key", 48, "0123456789abcdef");
        Service.Accounts.AddKey(token, user.Id, domain, org ? "org" : "domain");
        return token;

        static InvalidOperationException Nobody(string what) => new($"Mailmark has no {what} to make a key for; the fixtures that were loaded bring none.");
    }

    /// <inheritdoc/>
    public override FakeResponse Handle(FakeRequest request, string path)
    {
        FakeResponse response;
        try
        {
            response = Answer(request, path);
        }
        catch (MailmarkError error)
        {
            response = MailmarkResponse.Refusal(error);
        }

        if (request.Method == "HEAD") response = response.Copy(body: []);
        return MailmarkResponse.WithCors(response);
    }

    /// <inheritdoc/>
    public override FakeResponse? Error(string code, TimeSpan? retryAfter)
        => MailmarkErrors.Sample(code, "/v1/unknown") is { } error ? MailmarkResponse.WithCors(WithRetryAfter(MailmarkResponse.Refusal(error), retryAfter)) : null;

    /// <inheritdoc/>
    public override bool HasError(string code) => MailmarkErrors.Sample(code, "/v1/unknown") is not null;

    /// <inheritdoc/>
    public override FakeResponse Throttle(TimeSpan? retryAfter)
        => MailmarkResponse.WithCors(WithRetryAfter(MailmarkResponse.Json(429, "error", "Too Many Requests"), retryAfter));

    private static FakeResponse WithRetryAfter(FakeResponse response, TimeSpan? retryAfter)
        => retryAfter is { } wait ? response.With("Retry-After", ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)) : response;

    private FakeResponse Answer(FakeRequest request, string path)
    {
        if (request.Method == "OPTIONS") return new FakeResponse { Status = 204 };
        if (request.Body.Length > MaxBody) throw MailmarkErrors.InternalError();
        if (TrackingEndpoints.Serves(path) && TrackingEndpoints.Answer(Service, request, path) is { } answer) return answer;
        (Route<MailmarkCall>? route, string rest) = MailmarkRoutes.Match(request.Method, path);
        if (route is null) throw MailmarkErrors.RouteNotFound(path);
        KeyRow key = KeyOf(request) is { } token ? Service.Accounts.Open(token) : throw MailmarkErrors.Unauthorized();
        if (route.Operation.Scope == "domain" && key.DomainId is null) throw MailmarkErrors.DomainKeyRequired();
        return route.Endpoint(new MailmarkCall(Service, request, route.Operation, key, rest));
    }
}
