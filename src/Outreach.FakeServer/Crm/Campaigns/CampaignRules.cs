using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for campaigns: what may be changed when, and the way from draft to end.</summary>
internal sealed class CampaignRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>The campaign with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public CampaignRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Campaign");

    /// <summary>The campaign with an id; null when there is none or it is foreign.</summary>
    public CampaignRow? Find(CrmCaller caller, string id) => State.Campaigns.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : null;

    /// <summary>The campaign that a body refers to, which must lie in the same tenant.</summary>
    /// <exception cref="CrmError">404.</exception>
    public CampaignRow? Referred(string tenantId, string? campaignId)
        => campaignId is null ? null : State.Campaigns.Find(campaignId) is { } row && row.Value.TenantId == tenantId ? row : throw CrmError.NotFound("Campaign");

    /// <summary>A page of a tenant's campaigns.</summary>
    public CrmPage<CampaignRow> List(CrmCaller caller, string tenantId, CampaignFilter filter, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return rules.Lists.Page(
            ("campaigns", tenantId, filter),
            State.CampaignsByTenant[tenantId].Newest().Where(row => (filter.ClubId is null || row.Value.ClubId == filter.ClubId)
                && (filter.Status is null || row.Value.Status == filter.Status)
                && (filter.Type is null || row.Value.Type == filter.Type)),
            NewestFirst,
            paging);
    }

    /// <summary>A campaign as the API shows it, with rates and the segment's name.</summary>
    public Campaign Show(CampaignRow row) => row.Value with
    {
        SegmentName = State.Segments.Find(row.Value.SegmentId)?.Value.Name,
        DeliveryRate = CrmRates.Of(row.Value.DeliveredCount, row.Value.SentCount),
        OpenRate = CrmRates.Of(row.Value.OpenedCount, row.Value.DeliveredCount),
        ClickRate = CrmRates.Of(row.Value.ClickedCount, row.Value.DeliveredCount),
        ConversionRate = CrmRates.Of(row.Value.ConvertedCount ?? 0, row.Value.DeliveredCount),
    };

    /// <summary>A campaign's counters and rates.</summary>
    public CampaignStats Stats(CrmCaller caller, string id)
    {
        CampaignRow row = Get(caller, id);
        Campaign shown = Show(row);
        return new CampaignStats
        {
            CampaignId = row.Id,
            Status = shown.Status,
            TargetCount = shown.TargetCount,
            SentCount = shown.SentCount,
            DeliveredCount = shown.DeliveredCount,
            OpenedCount = shown.OpenedCount,
            ClickedCount = shown.ClickedCount,
            ConvertedCount = shown.ConvertedCount ?? 0,
            UnsubscribedCount = shown.UnsubscribedCount ?? 0,
            BouncedCount = shown.BouncedCount ?? 0,
            DeliveryRate = shown.DeliveryRate,
            OpenRate = shown.OpenRate,
            ClickRate = shown.ClickRate,
            ConversionRate = shown.ConversionRate,
            ByChannel = ByChannel(row),
        };
    }

    /// <summary>The counters of each message channel of a campaign.</summary>
    public static IReadOnlyList<CampaignChannelStats> ByChannel(CampaignRow row)
        => [.. row.Value.Channels.Where(CrmMessages.Channels.Contains).Concat(row.ByChannel.Select(stats => stats.Channel)).Distinct()
            .Select(channel => row.ByChannel.FirstOrDefault(stats => stats.Channel == channel) ?? new CampaignChannelStats { Channel = channel })];

    /// <summary>Stores a campaign as DRAFT.</summary>
    public CampaignRow Create(CrmCaller caller, CreateCampaignRequest request)
    {
        caller.RequireTenant(request.TenantId!);
        SegmentRow? segment = rules.Segments.Referred(request.TenantId!, request.SegmentId);
        return State.Campaigns.Add(new CampaignRow
        {
            Value = new Campaign
            {
                Id = State.Campaigns.NextId,
                TenantId = request.TenantId!,
                ClubId = request.ClubId,
                Name = request.Name,
                Description = request.Description,
                Type = request.Type ?? CampaignType.OneTime,
                Status = CampaignStatus.Draft,
                Channels = request.Channels,
                SegmentId = segment?.Id,
                EmailTemplateId = request.EmailTemplateId,
                SmsTemplateId = request.SmsTemplateId,
                PushTemplateId = request.PushTemplateId,
                Timezone = request.Timezone ?? "UTC",
                ScheduledAt = request.ScheduledAt,
                RecurPattern = request.RecurPattern,
                RecurEndAt = request.RecurEndAt,
                TargetCount = segment?.Value.MemberCount ?? 0,
                ConvertedCount = 0,
                UnsubscribedCount = 0,
                BouncedCount = 0,
                CreatedBy = caller.Subject,
                CreatedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
    }

    /// <summary>Changes a campaign: all of it as DRAFT, later only name and description, nothing once it has ended.</summary>
    public CampaignRow Update(CrmCaller caller, string id, UpdateCampaignRequest request)
    {
        CampaignRow row = Get(caller, id);
        Campaign campaign = row.Value;
        SegmentRow? segment = request.SegmentId.IsSet ? rules.Segments.Referred(campaign.TenantId, request.SegmentId.Value) : null;
        if (campaign.Status == CampaignStatus.Completed || campaign.Status == CampaignStatus.Cancelled) throw CrmError.Transition("update", campaign.Status.Value, "campaign");
        if (campaign.Status != CampaignStatus.Draft && DraftOnlyMember(request) is { } member) throw CrmError.State($"{member} can be changed in DRAFT only");
        return State.Campaigns.Update(row with
        {
            Value = campaign with
            {
                Name = request.Name.Or(campaign.Name),
                Description = request.Description.Or(campaign.Description),
                SegmentId = request.SegmentId.IsSet ? segment?.Id : campaign.SegmentId,
                TargetCount = request.SegmentId.IsSet ? segment?.Value.MemberCount ?? 0 : campaign.TargetCount,
                Channels = request.Channels.Or(campaign.Channels),
                EmailTemplateId = request.EmailTemplateId.Or(campaign.EmailTemplateId),
                SmsTemplateId = request.SmsTemplateId.Or(campaign.SmsTemplateId),
                PushTemplateId = request.PushTemplateId.Or(campaign.PushTemplateId),
                Timezone = request.Timezone.Or(campaign.Timezone),
                Type = request.Type.Or(campaign.Type),
                RecurPattern = request.RecurPattern.Or(campaign.RecurPattern),
                RecurEndAt = request.RecurEndAt.Or(campaign.RecurEndAt),
                UpdatedAt = rules.Now,
            },
        });
    }

    /// <summary>Deletes a DRAFT or CANCELLED campaign.</summary>
    public void Delete(CrmCaller caller, string id)
    {
        CampaignRow row = Get(caller, id);
        if (row.Value.Status != CampaignStatus.Draft && row.Value.Status != CampaignStatus.Cancelled) throw CrmError.Transition("delete", row.Value.Status.Value, "campaign");
        State.Campaigns.Remove(row);
    }

    /// <summary>Schedules a DRAFT, or gives a SCHEDULED one another time.</summary>
    public CampaignRow Schedule(CrmCaller caller, string id, ScheduleCampaignRequest request)
    {
        CampaignRow row = Get(caller, id);
        if (row.Value.Status != CampaignStatus.Draft && row.Value.Status != CampaignStatus.Scheduled) throw CrmError.Transition("schedule", row.Value.Status.Value, "campaign");
        Campaign campaign = row.Value with
        {
            ScheduledAt = request.ScheduledAt ?? row.Value.ScheduledAt,
            Timezone = request.Timezone ?? row.Value.Timezone,
            RecurPattern = request.RecurPattern ?? row.Value.RecurPattern,
            RecurEndAt = request.RecurEndAt ?? row.Value.RecurEndAt,
        };
        RequireReady(campaign, scheduled: true);
        row = State.Campaigns.Update(row with
        {
            Value = campaign with
            {
                Status = CampaignStatus.Scheduled,
                TargetCount = State.Segments.Find(campaign.SegmentId)?.Value.MemberCount ?? 0,
                UpdatedAt = rules.Now,
            },
        });
        rules.World.Jobs.Schedule(campaign.ScheduledAt!.Value, CampaignSends.StartKind, row.Id);
        return row;
    }

    /// <summary>Sends a DRAFT or SCHEDULED campaign at once.</summary>
    public CampaignRow Execute(CrmCaller caller, string id)
    {
        CampaignRow row = Get(caller, id);
        if (row.Value.Status != CampaignStatus.Draft && row.Value.Status != CampaignStatus.Scheduled) throw CrmError.Transition("execute", row.Value.Status.Value, "campaign");
        RequireReady(row.Value, scheduled: false);
        return rules.CampaignSends.Start(row);
    }

    /// <summary>Holds an ACTIVE campaign.</summary>
    public CampaignRow Pause(CrmCaller caller, string id) => Move(Get(caller, id), "pause", CampaignStatus.Active, CampaignStatus.Paused);

    /// <summary>Lets a PAUSED campaign go on: its next batch leaves at once.</summary>
    public CampaignRow Resume(CrmCaller caller, string id)
        => rules.CampaignSends.GoOn(Move(Get(caller, id), "resume", CampaignStatus.Paused, CampaignStatus.Active));

    /// <summary>Withdraws a schedule, or ends a PAUSED campaign.</summary>
    public CampaignRow Cancel(CrmCaller caller, string id)
    {
        CampaignRow row = Get(caller, id);
        if (row.Value.Status != CampaignStatus.Scheduled) return Move(row, "cancel", CampaignStatus.Paused, CampaignStatus.Cancelled);
        return State.Campaigns.Update(row with { Value = row.Value with { Status = CampaignStatus.Draft, ScheduledAt = null, UpdatedAt = rules.Now } });
    }

    /// <summary>Counts messages of one channel.</summary>
    public CampaignRow CountSent(CampaignRow row, Channel channel, int delivered, int bounced) => delivered + bounced == 0 ? row : State.Campaigns.Update(row with
    {
        Value = row.Value with
        {
            SentCount = row.Value.SentCount + delivered + bounced,
            DeliveredCount = row.Value.DeliveredCount + delivered,
            BouncedCount = (row.Value.BouncedCount ?? 0) + bounced,
        },
        ByChannel = Counted(row, channel, stats => stats with
        {
            SentCount = stats.SentCount + delivered + bounced,
            DeliveredCount = stats.DeliveredCount + delivered,
            BouncedCount = stats.BouncedCount + bounced,
        }),
    });

    /// <summary>Counts a recipient who wants no more.</summary>
    public void CountUnsubscribed(CampaignRow row, Channel channel) => State.Campaigns.Update(row with
    {
        Value = row.Value with { UnsubscribedCount = (row.Value.UnsubscribedCount ?? 0) + 1 },
        ByChannel = Counted(row, channel, stats => stats with { UnsubscribedCount = stats.UnsubscribedCount + 1 }),
    });

    /// <summary>Counts an open or a click.</summary>
    public void CountReaction(CampaignRow row, string activityType)
    {
        bool opened = activityType == "EMAIL_OPENED";
        row = State.Campaigns.Current(row)!;
        State.Campaigns.Update(row with
        {
            Value = row.Value with { OpenedCount = row.Value.OpenedCount + (opened ? 1 : 0), ClickedCount = row.Value.ClickedCount + (opened ? 0 : 1) },
            ByChannel = Counted(row, Channel.Email, stats => opened ? stats with { OpenedCount = stats.OpenedCount + 1 } : stats with { ClickedCount = stats.ClickedCount + 1 }),
        });
    }

    private static IReadOnlyList<CampaignChannelStats> Counted(CampaignRow row, Channel channel, Func<CampaignChannelStats, CampaignChannelStats> count)
        => row.ByChannel.Any(stats => stats.Channel == channel)
            ? [.. row.ByChannel.Select(stats => stats.Channel == channel ? count(stats) : stats)]
            : [.. row.ByChannel, count(new CampaignChannelStats { Channel = channel })];

    /// <summary>The order of lists of campaigns.</summary>
    private static int NewestFirst(CampaignRow a, CampaignRow b)
    {
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }

    private static string? DraftOnlyMember(UpdateCampaignRequest request)
        => request.SegmentId.IsSet ? "segmentId"
            : request.Channels.IsSet ? "channels"
            : request.EmailTemplateId.IsSet ? "emailTemplateId"
            : request.SmsTemplateId.IsSet ? "smsTemplateId"
            : request.PushTemplateId.IsSet ? "pushTemplateId"
            : request.Timezone.IsSet ? "timezone"
            : request.Type.IsSet ? "type"
            : request.RecurPattern.IsSet ? "recurPattern"
            : request.RecurEndAt.IsSet ? "recurEndAt"
            : null;

    private CampaignRow Move(CampaignRow row, string verb, CampaignStatus from, CampaignStatus to)
        => row.Value.Status == from
            ? State.Campaigns.Update(row with { Value = row.Value with { Status = to, UpdatedAt = rules.Now } })
            : throw CrmError.Transition(verb, row.Value.Status.Value, "campaign");

    private void RequireReady(Campaign campaign, bool scheduled)
    {
        bool needsSegment = campaign.Type == CampaignType.OneTime || campaign.Type == CampaignType.Recurring;
        SegmentRow? segment = State.Segments.Find(campaign.SegmentId);
        if (segment is { Value.IsActive: false }) throw CrmError.State("Segment is not active");
        if (needsSegment && segment is null) throw CrmError.Invalid("segmentId is required before scheduling");
        RequireTemplate(campaign, Channel.Email, "emailTemplateId", campaign.EmailTemplateId);
        RequireTemplate(campaign, Channel.Sms, "smsTemplateId", campaign.SmsTemplateId);
        RequireTemplate(campaign, Channel.Push, "pushTemplateId", campaign.PushTemplateId);
        if (scheduled && campaign.ScheduledAt is null) throw CrmError.Invalid("scheduledAt is required");
        if (scheduled && campaign.ScheduledAt <= rules.World.Clock.Now) throw CrmError.Invalid("scheduledAt must be in the future");
        if (campaign.Type == CampaignType.Recurring && string.IsNullOrEmpty(campaign.RecurPattern)) throw CrmError.Invalid("recurPattern is required for RECURRING");
        RequireCron(campaign.RecurPattern);
        RequireZone(campaign.Timezone);
    }

    private static void RequireTemplate(Campaign campaign, Channel channel, string member, string? templateId)
    {
        if (campaign.Channels.Contains(channel) && string.IsNullOrEmpty(templateId)) throw CrmError.Invalid($"{member} is required for {channel}");
    }

    private static void RequireCron(string? pattern)
    {
        if (!string.IsNullOrEmpty(pattern) && !CronPattern.TryParse(pattern, out _)) throw CrmError.Invalid("recurPattern must have five cron fields");
    }

    private static void RequireZone(string? zone)
    {
        if (zone is not null && !CrmZones.Exists(zone)) throw CrmError.Invalid("timezone must be an IANA time zone");
    }
}
