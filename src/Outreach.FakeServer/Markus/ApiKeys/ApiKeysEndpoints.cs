using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>API keys of the account.</summary>
internal static class ApiKeysEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("apiKeys.list", List);
        routes.Map("apiKeys.create", Create);
        routes.Map("apiKeys.revoke", Revoke);
    }

    private static FakeResponse List(MarkusCall call)
        => call.Ok(call.State.ApiKeysByAccount[call.AccountId].Newest(), row => View(call.State, row), MarkusJson.Default.ApiKey);

    private static FakeResponse Create(MarkusCall call)
    {
        MarkusBody body = call.Body();
        Optional<string?> name = body.Fields.Text("name", required: true, min: 1, max: 100, trim: true);
        Optional<IReadOnlyList<ApiScope>?> scopes = body.Fields.ManyOf<ApiScope>("scopes", required: true, min: 1, max: 18);
        if (scopes.IsSet && scopes.Value!.Distinct().Count() < scopes.Value!.Count) body.Rule("scopes", "must not name a scope twice");
        if (scopes.IsSet && scopes.Value!.Count > 1 && scopes.Value!.Contains(ApiScope.All)) body.Rule("scopes", "* must stand alone");
        Optional<DateTimeOffset?> expiresAt = body.Instant("expires_at");
        if (expiresAt.Or(null) <= call.Now) body.Rule("expires_at", "must lie in the future");
        body.Check();

        MarkusState state = call.State;
        if (state.ApiKeysByAccount[call.AccountId].Count(key => state.Keys.Status(key) == ApiKeyStatus.Active) >= ApiKeyRules.MostActive) throw new MarkusError("APIKEY_005");
        (ApiKeyRow row, string raw) = state.Keys.Create(call.AccountId, name.Value!, scopes.Value!, expiresAt.Or(null));
        CreatedApiKey created = new()
        {
            Id = row.Id,
            Name = row.Name,
            KeyPrefix = row.Prefix,
            Scopes = row.Scopes,
            Status = ApiKeyStatus.Active,
            ExpiresAt = row.ExpiresAt,
            CreatedAt = row.CreatedAt,
            Key = raw,
        };
        return call.Ok(created, MarkusJson.Default.CreatedApiKey, 201);
    }

    private static FakeResponse Revoke(MarkusCall call)
    {
        ApiKeyRow? row = call.State.ApiKeys.Find(call.Path("api_key_id"));
        if (row is null || row.AccountId != call.AccountId) throw new MarkusError("SERVER_003");
        if (row.RevokedAt is null) row = call.State.ApiKeys.Update(row with { RevokedAt = call.Now });
        return call.Ok(View(call.State, row), MarkusJson.Default.ApiKey);
    }

    private static ApiKey View(MarkusState state, ApiKeyRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        KeyPrefix = row.Prefix,
        Scopes = row.Scopes,
        Status = state.Keys.Status(row),
        ExpiresAt = row.ExpiresAt,
        LastUsedAt = row.LastUsedAt,
        CreatedAt = row.CreatedAt,
        RevokedAt = row.RevokedAt,
    };
}
