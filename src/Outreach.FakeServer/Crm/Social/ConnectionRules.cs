using System.Globalization;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for connected accounts: the OAuth flow, tokens, removal.</summary>
internal sealed class ConnectionRules
{
    private const string TokenKind = "crm.tokenRefresh";
    private static readonly TimeSpan FlowLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RefreshLead = TimeSpan.FromDays(7);
    private static readonly TimeSpan RetryPause = TimeSpan.FromHours(1);
    private readonly CrmRules _rules;

    public ConnectionRules(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(TokenKind, TokenDue, job => $"the access token of {(State.Connections.Find(job.Subject) is { } row ? $"{row.Value.Platform.Value} account '{row.Value.AccountName}'" : $"connection {job.Subject}")} is renewed before it expires");
    }

    private CrmState State => _rules.State;

    /// <summary>The connection with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public ConnectionRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Social connection");

    /// <summary>The connection with an id; null when there is none or it is foreign.</summary>
    public ConnectionRow? Find(CrmCaller caller, string id) => State.Connections.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId!) ? row : null;

    /// <summary>A page of a tenant's connections.</summary>
    public CrmPage<ConnectionRow> List(CrmCaller caller, string tenantId, string? clubId, SocialPlatform? platform, bool? isActive, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return _rules.Lists.Page(
            ("connections", tenantId, clubId, platform, isActive),
            State.ConnectionsByTenant[tenantId].Where(row => (clubId is null || row.Value.ClubId == clubId) && (platform is null || row.Value.Platform == platform)
                && (isActive is null || row.Value.IsActive == isActive)),
            ByPlatform,
            paging);
    }

    /// <summary>Begins an OAuth flow.</summary>
    public ConnectSocialResponse Connect(CrmCaller caller, ConnectSocialRequest request)
    {
        caller.RequireTenant(request.TenantId!);
        foreach (OAuthStateRow old in State.OAuthStates)
            if (old.ExpiresAt <= _rules.World.Clock.Now) State.OAuthStates.Remove(old);
        string state = $"st_{_rules.World.Ids.Text("crm.oauthState", 24)}";
        State.OAuthStates.Add(new OAuthStateRow
        {
            State = state,
            TenantId = request.TenantId!,
            ClubId = request.ClubId,
            Platform = request.Platform.Value!,
            ExpiresAt = _rules.World.Clock.Now + FlowLifetime,
        });
        return new ConnectSocialResponse
        {
            AuthUrl = $"https://oauth.example.com/{request.Platform.Value!.ToLowerInvariant()}/authorize?client_id=crm&redirect_uri={Uri.EscapeDataString(request.RedirectUri)}&state={state}",
            State = state,
        };
    }

    /// <summary>Ends an OAuth flow: a new connection, or fresh tokens for the one of the same account.</summary>
    public ConnectionRow Callback(CrmCaller caller, SocialCallbackRequest request)
    {
        OAuthStateRow? flow = State.OAuthStatesByState.First(request.State);
        if (flow is null || flow.ExpiresAt <= _rules.World.Clock.Now || flow.Platform != request.Platform.Value || !caller.Tenants.Contains(flow.TenantId))
            throw CrmError.Invalid("state is unknown or expired");
        if (NetworkFails()) throw CrmError.Network(request.Platform);
        State.OAuthStates.Remove(flow);

        string accountId = $"{SocialNetworks.AccountType(request.Platform)}_{(Permutation.Hash(_rules.World.Options.Seed, request.Code) % 1_000_000_000).ToString("D9", CultureInfo.InvariantCulture)}";
        ConnectionRow? known = State.ConnectionsByAccount.First(CrmState.Key(flow.TenantId, flow.Platform, accountId));
        SocialConnection connection = (known?.Value ?? new SocialConnection
        {
            Id = State.Connections.NextId,
            TenantId = flow.TenantId,
            Platform = request.Platform,
            AccountId = accountId,
            AccountName = $"{SocialNetworks.Title(request.Platform)} {accountId}",
            AccountType = SocialNetworks.AccountType(request.Platform),
            CreatedAt = _rules.Now,
        }) with
        {
            ClubId = flow.ClubId ?? known?.Value.ClubId,
            Permissions = SocialNetworks.Permissions(request.Platform),
            IsActive = true,
            TokenExpiry = _rules.Now + SocialNetworks.TokenLifetime,
            ConnectedBy = caller.Subject,
            ConnectedByName = caller.Name,
            LastErrorAt = null,
            LastError = null,
            UpdatedAt = _rules.Now,
        };
        return PlanRefresh(known is null ? State.Connections.Add(new ConnectionRow { Value = connection }) : State.Connections.Update(known with { Value = connection }));
    }

    /// <summary>Removes a connection: its tokens are revoked, its SCHEDULED posts fail.</summary>
    public void Disconnect(CrmCaller caller, string id)
    {
        ConnectionRow row = Get(caller, id);
        foreach (PostRow post in State.PostsByConnection[row.Id])
        {
            if (post.Value.Status == SocialPostStatus.Scheduled)
                State.Posts.Update(post with { Value = post.Value with { Status = SocialPostStatus.Failed, Error = "Social connection removed", UpdatedAt = _rules.Now } });
        }

        State.Connections.Remove(row);
    }

    /// <summary>Gets a new access token.</summary>
    public ConnectionRow Refresh(CrmCaller caller, string id)
    {
        ConnectionRow row = Get(caller, id);
        if (!row.Value.IsActive) throw CrmError.Inactive();
        row = TryRefresh(row, out bool renewed);
        return renewed ? row : throw CrmError.Network(row.Value.Platform);
    }

    /// <summary>Whether the next code exchange or engagement look-up fails, which the test control has asked for.</summary>
    public bool NetworkFails()
    {
        CrmUpsets upsets = State.Upsets.Value;
        if (upsets.Networks == 0) return false;
        State.Upsets.Value = upsets with { Networks = upsets.Networks - 1 };
        return true;
    }

    private ConnectionRow PlanRefresh(ConnectionRow row)
    {
        _rules.World.Jobs.Schedule(row.Value.TokenExpiry!.Value - RefreshLead, TokenKind, row.Id, Rfc3339.Write(row.Value.TokenExpiry.Value));
        return row;
    }

    private void TokenDue(Job job)
    {
        if (State.Connections.Find(job.Subject) is not { Value: { IsActive: true, TokenExpiry: { } expiry } } row || Rfc3339.Write(expiry) != job.Data) return;
        row = TryRefresh(row, out bool renewed);
        if (!renewed && row.Value.IsActive && _rules.World.Clock.Now + RetryPause < expiry) _rules.World.Jobs.Schedule(_rules.World.Clock.Now + RetryPause, TokenKind, row.Id, job.Data);
    }

    private ConnectionRow TryRefresh(ConnectionRow row, out bool renewed)
    {
        CrmUpsets upsets = State.Upsets.Value;
        renewed = upsets.TokenRefreshes.Count == 0;
        if (renewed) return PlanRefresh(State.Connections.Update(row with { Value = row.Value with { TokenExpiry = _rules.Now + SocialNetworks.TokenLifetime, UpdatedAt = _rules.Now } }));
        State.Upsets.Value = upsets with { TokenRefreshes = [.. upsets.TokenRefreshes.Skip(1)] };
        return State.Connections.Update(row with
        {
            Value = row.Value with { IsActive = !upsets.TokenRefreshes[0], LastErrorAt = _rules.Now, LastError = "Token refresh failed", UpdatedAt = _rules.Now },
        });
    }

    private static int ByPlatform(ConnectionRow a, ConnectionRow b)
    {
        int byPlatform = string.CompareOrdinal(a.Value.Platform.Value, b.Value.Platform.Value);
        if (byPlatform != 0) return byPlatform;
        int byName = string.CompareOrdinal(a.Value.AccountName, b.Value.AccountName);
        return byName != 0 ? byName : string.CompareOrdinal(a.Id, b.Id);
    }
}
