using System.Globalization;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for promotions, and when they are sent.</summary>
internal sealed class PromotionRules
{
    private const string AnnounceKind = "crm.announce";
    private const string RemindKind = "crm.remind";
    private readonly CrmRules _rules;

    public PromotionRules(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(AnnounceKind, AnnounceDue, job => $"{Name(job.Subject)} is announced at its announceAt");
        rules.World.Jobs.Handle(RemindKind, RemindDue, job => $"{Name(job.Subject)} reminds {job.Data} {(job.Data == "1" ? "day" : "days")} before the event", data: JobData.Number);
    }

    private CrmState State => _rules.State;

    private string Name(string id) => State.Promotions.Find(id) is { Value.SourceName: { } name } ? $"promotion of '{name}'" : $"promotion {id}";

    /// <summary>The promotion with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public PromotionRow Get(CrmCaller caller, string id)
        => State.Promotions.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : throw CrmError.NotFound("Promotion");

    /// <summary>A page of a tenant's promotions.</summary>
    public CrmPage<PromotionRow> List(CrmCaller caller, string tenantId, string? clubId, PromotionSourceType? sourceType, bool? isActive, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return _rules.Lists.Page(
            ("promotions", tenantId, clubId, sourceType, isActive),
            State.PromotionsByTenant[tenantId].Newest().Where(row => (clubId is null || row.Value.ClubId == clubId)
                && (sourceType is null || row.Value.SourceType == sourceType)
                && (isActive is null || row.Value.IsActive == isActive)),
            NewestFirst,
            paging);
    }

    /// <summary>The short form of a promotion.</summary>
    public PromotionSummary Summary(PromotionRow row) => new()
    {
        Id = row.Id,
        TenantId = row.Value.TenantId,
        ClubId = row.Value.ClubId,
        SourceType = row.Value.SourceType,
        SourceId = row.Value.SourceId,
        SourceName = row.Value.SourceName,
        AutoPromote = row.Value.AutoPromote,
        Channels = row.Value.Channels,
        AnnounceAt = row.Value.AnnounceAt,
        ReminderDays = row.Value.ReminderDays,
        SegmentId = row.Value.SegmentId,
        SegmentName = State.Segments.Find(row.Value.SegmentId)?.Value.Name,
        LastPromotedAt = row.Value.LastPromotedAt,
        IsActive = row.Value.IsActive,
        CreatedAt = row.Value.CreatedAt,
    };

    /// <summary>Stores a promotion.</summary>
    public PromotionRow Create(CrmCaller caller, CreatePromotionRequest request)
    {
        caller.RequireTenant(request.TenantId!);
        SegmentRow? segment = _rules.Segments.Referred(request.TenantId!, request.SegmentId);
        return Plan(State.Promotions.Add(new PromotionRow
        {
            Value = new Promotion
            {
                Id = State.Promotions.NextId,
                TenantId = request.TenantId!,
                ClubId = request.ClubId,
                SourceType = request.SourceType,
                SourceId = request.SourceId,
                SourceName = request.SourceName,
                SourceDate = request.SourceDate,
                AutoPromote = request.AutoPromote ?? false,
                Channels = request.Channels,
                AnnounceAt = request.AnnounceAt,
                ReminderDays = [.. (request.ReminderDays ?? []).OrderDescending()],
                SegmentId = segment?.Id,
                EmailTemplateId = request.EmailTemplateId,
                SmsTemplateId = request.SmsTemplateId,
                SocialContent = request.SocialContent,
                IsActive = request.IsActive ?? true,
                CreatedBy = caller.Subject,
                CreatedAt = _rules.Now,
                UpdatedAt = _rules.Now,
            },
        }));
    }

    /// <summary>Changes a promotion; what was sent stays in its history.</summary>
    public PromotionRow Update(CrmCaller caller, string id, UpdatePromotionRequest request)
    {
        PromotionRow row = Get(caller, id);
        SegmentRow? segment = request.SegmentId.IsSet ? _rules.Segments.Referred(row.Value.TenantId, request.SegmentId.Value) : null;
        Promotion changed = row.Value with
        {
            AutoPromote = request.AutoPromote.Or(row.Value.AutoPromote),
            Channels = request.Channels.Or(row.Value.Channels),
            AnnounceAt = request.AnnounceAt.Or(row.Value.AnnounceAt),
            ReminderDays = request.ReminderDays.IsSet ? [.. request.ReminderDays.Value.OrderDescending()] : row.Value.ReminderDays,
            SegmentId = request.SegmentId.IsSet ? segment?.Id : row.Value.SegmentId,
            EmailTemplateId = request.EmailTemplateId.Or(row.Value.EmailTemplateId),
            SmsTemplateId = request.SmsTemplateId.Or(row.Value.SmsTemplateId),
            SocialContent = request.SocialContent.Or(row.Value.SocialContent),
            SourceName = request.SourceName.Or(row.Value.SourceName),
            SourceDate = request.SourceDate.Or(row.Value.SourceDate),
            IsActive = request.IsActive.Or(row.Value.IsActive),
            UpdatedAt = _rules.Now,
        };
        if (changed is { AutoPromote: true, AnnounceAt: null }) throw PromotionInput.NoAnnounceAt();
        return Plan(State.Promotions.Update(row with { Value = changed }));
    }

    /// <summary>Removes a promotion.</summary>
    public void Delete(CrmCaller caller, string id) => State.Promotions.Remove(Get(caller, id));

    // Jobs look again when they run, so a change needs to take none back.
    private PromotionRow Plan(PromotionRow row)
    {
        if (row.Value is not { IsActive: true, AutoPromote: true }) return row;
        if (!row.Announced && row.Value.AnnounceAt is { } announceAt) _rules.World.Jobs.Schedule(announceAt, AnnounceKind, row.Id);
        foreach (int days in row.Value.ReminderDays)
        {
            if (!row.Reminded.Contains(days) && ReminderAt(row, days) is { } at && at > _rules.World.Clock.Now)
                _rules.World.Jobs.Schedule(at, RemindKind, row.Id, days.ToString(CultureInfo.InvariantCulture));
        }

        return row;
    }

    private void AnnounceDue(Job job)
    {
        if (State.Promotions.Find(job.Subject) is { Announced: false, Value: { IsActive: true, AutoPromote: true } } row && row.Value.AnnounceAt == job.Due)
            Send(row with { Announced = true }, PromotionEventType.Announcement);
    }

    private void RemindDue(Job job)
    {
        int days = int.Parse(job.Data!, CultureInfo.InvariantCulture);
        if (State.Promotions.Find(job.Subject) is { Value: { IsActive: true, AutoPromote: true } } row && row.Value.ReminderDays.Contains(days)
            && !row.Reminded.Contains(days) && ReminderAt(row, days) == job.Due)
            Send(row with { Reminded = [.. row.Reminded, days] }, PromotionEventType.Reminder);
    }

    private static DateTimeOffset? ReminderAt(PromotionRow row, int days) => row.Value.SourceDate is { } date && date.UtcTicks > days * TimeSpan.TicksPerDay ? date.AddDays(-days) : null;

    private void Send(PromotionRow row, PromotionEventType type) => State.Promotions.Update(row with
    {
        Value = row.Value with
        {
            LastPromotedAt = _rules.Now,
            PromotionHistory =
            [
                .. row.Value.PromotionHistory,
                new PromotionHistoryEntry
                {
                    Type = type,
                    SentAt = _rules.Now,
                    Channels = row.Value.Channels,
                    RecipientCount = State.Segments.Find(row.Value.SegmentId)?.Value.MemberCount ?? 0,
                },
            ],
            UpdatedAt = _rules.Now,
        },
    });

    private static int NewestFirst(PromotionRow a, PromotionRow b)
    {
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }
}
