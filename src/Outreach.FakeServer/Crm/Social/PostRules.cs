using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for posts, and how they are published.</summary>
internal sealed class PostRules
{
    private const string PublishKind = "crm.publish";
    private readonly CrmRules _rules;

    public PostRules(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(PublishKind, PublishDue, Explain);
    }

    private CrmState State => _rules.State;

    private string Explain(Job job)
    {
        if (State.Posts.Find(job.Subject) is not { } row) return "nothing: the post is gone";
        string text = row.Value.Content.Length <= 40 ? row.Value.Content : row.Value.Content[..39] + "…";
        return $"{State.Connections.Find(row.Value.ConnectionId)?.Value.Platform.Value ?? "social"} post '{text.ReplaceLineEndings(" ")}' is published at its scheduledAt";
    }

    /// <summary>The post with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public PostRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Social post");

    /// <summary>The post with an id; null when there is none or it is foreign.</summary>
    public PostRow? Find(CrmCaller caller, string id) => State.Posts.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : null;

    /// <summary>A post as the API shows it, with the engagement of its latest sync.</summary>
    public SocialPost Show(PostRow row) => PostEngagement.Show(row.Value, _rules.Now);

    /// <summary>A page of a tenant's posts.</summary>
    public CrmPage<PostRow> List(CrmCaller caller, string tenantId, PostFilter filter, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return _rules.Lists.Page(
            ("posts", tenantId, filter),
            State.PostsByTenant[tenantId].Newest().Where(row => (filter.ConnectionId is null || string.Equals(row.Value.ConnectionId, filter.ConnectionId, StringComparison.OrdinalIgnoreCase))
                && (filter.CampaignId is null || string.Equals(row.Value.CampaignId, filter.CampaignId, StringComparison.OrdinalIgnoreCase))
                && (filter.Platform is null || Platform(row) == filter.Platform)
                && (filter.Status is null || row.Value.Status == filter.Status)),
            NewestFirst,
            paging);
    }

    /// <summary>The network of a post. A post of an older state file does not say: its connection does, or its id at the network.</summary>
    public SocialPlatform? Platform(PostRow row)
        => row.Platform is { } known ? SocialPlatform.From(known)
            : State.Connections.Find(row.Value.ConnectionId) is { } connection ? connection.Value.Platform
            : SocialPlatform.Known.Select(platform => (SocialPlatform?)platform).FirstOrDefault(platform => row.Value.PlatformPostId?.StartsWith(SocialNetworks.Prefix(platform!.Value) + "_", StringComparison.Ordinal) == true);

    /// <summary>Stores a post: as DRAFT, or as SCHEDULED when it has a time.</summary>
    public PostRow Create(CrmCaller caller, CreateSocialPostRequest request)
    {
        RequireFuture(request.ScheduledAt);
        string tenantId = request.TenantId!;
        caller.RequireTenant(tenantId);
        ConnectionRow connection = State.Connections.Find(request.ConnectionId) is { } found && found.Value.TenantId == tenantId ? found : throw CrmError.NotFound("Social connection");
        CampaignRow? campaign = _rules.Campaigns.Referred(tenantId, request.CampaignId);
        RequireActive(connection);
        PostRow row = State.Posts.Add(new PostRow
        {
            Platform = connection.Value.Platform.Value,
            Value = new SocialPost
            {
                Id = State.Posts.NextId,
                TenantId = tenantId,
                ConnectionId = connection.Id,
                CampaignId = campaign?.Id,
                Content = request.Content,
                MediaUrls = request.MediaUrls ?? [],
                LinkUrl = request.LinkUrl,
                Hashtags = request.Hashtags ?? [],
                Status = request.ScheduledAt is null ? SocialPostStatus.Draft : SocialPostStatus.Scheduled,
                ScheduledAt = request.ScheduledAt,
                RetryCount = 0,
                CreatedBy = caller.Subject,
                CreatedAt = _rules.Now,
                UpdatedAt = _rules.Now,
            },
        });
        return Plan(row);
    }

    /// <summary>Changes a DRAFT, SCHEDULED or FAILED post.</summary>
    public PostRow Update(CrmCaller caller, string id, UpdateSocialPostRequest request)
    {
        PostRow row = Get(caller, id);
        CampaignRow? campaign = request.CampaignId.IsSet ? _rules.Campaigns.Referred(row.Value.TenantId, request.CampaignId.Value) : null;
        RequireOpen(row, "update");
        return State.Posts.Update(row with
        {
            Value = row.Value with
            {
                Content = request.Content.Or(row.Value.Content),
                MediaUrls = request.MediaUrls.Or(row.Value.MediaUrls),
                LinkUrl = request.LinkUrl.Or(row.Value.LinkUrl),
                Hashtags = request.Hashtags.Or(row.Value.Hashtags),
                CampaignId = request.CampaignId.IsSet ? campaign?.Id : row.Value.CampaignId,
                UpdatedAt = _rules.Now,
            },
        });
    }

    /// <summary>Deletes a DRAFT, FAILED or CANCELLED post.</summary>
    public void Delete(CrmCaller caller, string id)
    {
        PostRow row = Get(caller, id);
        if (row.Value.Status != SocialPostStatus.Draft && row.Value.Status != SocialPostStatus.Failed && row.Value.Status != SocialPostStatus.Cancelled)
            throw CrmError.Transition("delete", row.Value.Status.Value, "post");
        State.Posts.Remove(row);
    }

    /// <summary>Sets when a post is published.</summary>
    public PostRow Schedule(CrmCaller caller, string id, DateTimeOffset scheduledAt)
    {
        RequireFuture(scheduledAt);
        PostRow row = Get(caller, id);
        RequireOpen(row, "schedule");
        RequireActive(ConnectionOf(row));
        return Plan(State.Posts.Update(row with
        {
            Value = row.Value with { Status = SocialPostStatus.Scheduled, ScheduledAt = scheduledAt, Error = null, RetryCount = 0, UpdatedAt = _rules.Now },
        }));
    }

    /// <summary>Publishes a post at once; a refusal by the network stands on the post.</summary>
    public PostRow Publish(CrmCaller caller, string id)
    {
        PostRow row = Get(caller, id);
        RequireOpen(row, "publish");
        ConnectionRow connection = ConnectionOf(row);
        RequireActive(connection);
        return Publish(row, connection);
    }

    /// <summary>Withdraws a SCHEDULED post.</summary>
    public PostRow Cancel(CrmCaller caller, string id)
    {
        PostRow row = Get(caller, id);
        if (row.Value.Status != SocialPostStatus.Scheduled) throw CrmError.Transition("cancel", row.Value.Status.Value, "post");
        return State.Posts.Update(row with { Value = row.Value with { Status = SocialPostStatus.Cancelled, UpdatedAt = _rules.Now } });
    }

    /// <summary>Fetches the engagement of a PUBLISHED post.</summary>
    public PostRow SyncEngagement(CrmCaller caller, string id)
    {
        PostRow row = Get(caller, id);
        if (row.Value.Status != SocialPostStatus.Published) throw CrmError.Transition("sync engagement of", row.Value.Status.Value, "post");
        if (_rules.Connections.NetworkFails()) throw CrmError.Network(Platform(row)!.Value);
        return State.Posts.Update(row with { Value = row.Value with { EngagementSyncedAt = _rules.Now, UpdatedAt = _rules.Now } });
    }

    private static void RequireOpen(PostRow row, string verb)
    {
        if (row.Value.Status != SocialPostStatus.Draft && row.Value.Status != SocialPostStatus.Failed && row.Value.Status != SocialPostStatus.Scheduled)
            throw CrmError.Transition(verb, row.Value.Status.Value, "post");
    }

    private static void RequireActive(ConnectionRow connection)
    {
        if (!connection.Value.IsActive) throw CrmError.Inactive();
    }

    private void RequireFuture(DateTimeOffset? scheduledAt)
    {
        if (scheduledAt <= _rules.World.Clock.Now) throw CrmError.Invalid("scheduledAt must be in the future");
    }

    private ConnectionRow ConnectionOf(PostRow row) => State.Connections.Find(row.Value.ConnectionId) ?? throw CrmError.NotFound("Social connection");

    private PostRow Plan(PostRow row)
    {
        if (row.Value.Status == SocialPostStatus.Scheduled) _rules.World.Jobs.Schedule(row.Value.ScheduledAt!.Value, PublishKind, row.Id);
        return row;
    }

    private void PublishDue(Job job)
    {
        if (State.Posts.Find(job.Subject) is { } row && row.Value.Status == SocialPostStatus.Scheduled && row.Value.ScheduledAt == job.Due
            && State.Connections.Find(row.Value.ConnectionId) is { } connection)
            Publish(row, connection);
    }

    private PostRow Publish(PostRow row, ConnectionRow connection)
    {
        string? error = Obstacle(connection);
        State.Connections.Update(connection with
        {
            Value = error is null
                ? connection.Value with { LastUsedAt = _rules.Now, UpdatedAt = _rules.Now }
                : connection.Value with { LastErrorAt = _rules.Now, LastError = error, UpdatedAt = _rules.Now },
        });
        if (error is not null)
        {
            return State.Posts.Update(row with
            {
                Value = row.Value with { Status = SocialPostStatus.Failed, Error = error, RetryCount = (row.Value.RetryCount ?? 0) + 1, UpdatedAt = _rules.Now },
            });
        }

        string id = $"{SocialNetworks.Prefix(connection.Value.Platform)}_{_rules.World.Ids.Text("crm.platformPost", 10, "0123456789")}";
        return State.Posts.Update(row with
        {
            Value = row.Value with
            {
                Status = SocialPostStatus.Published,
                PublishedAt = _rules.Now,
                PlatformPostId = id,
                PlatformUrl = $"https://social.example.com/posts/{id}",
                Error = null,
                UpdatedAt = _rules.Now,
            },
        });
    }

    private string? Obstacle(ConnectionRow connection)
    {
        CrmUpsets upsets = State.Upsets.Value;
        if (!connection.Value.IsActive) return CrmError.InactiveConnection;
        if (connection.Value.TokenExpiry is { } expiry && expiry <= _rules.World.Clock.Now) return "Access token expired";
        if (SocialNetworks.Window(connection.Value.Platform) is { } window)
        {
            DateTimeOffset since = _rules.Now - window.Span;
            if (State.PostsByConnection[connection.Id].Count(post => post.Value.Status == SocialPostStatus.Published && post.Value.PublishedAt > since) >= window.Posts)
                return "Publishing limit of the network reached";
        }

        if (upsets.Publications.Count == 0) return null;
        State.Upsets.Value = upsets with { Publications = [.. upsets.Publications.Skip(1)] };
        return upsets.Publications[0];
    }

    private static int NewestFirst(PostRow a, PostRow b)
    {
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }
}
