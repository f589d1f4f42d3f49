using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for journeys: what may be changed when, and the way from draft to archive.</summary>
internal sealed class JourneyRules(CrmRules rules)
{
    private const string DefaultZone = "Africa/Johannesburg";

    private CrmState State => rules.State;

    /// <summary>The journey with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public JourneyRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Journey");

    /// <summary>The journey with an id; null when there is none or it is foreign.</summary>
    public JourneyRow? Find(CrmCaller caller, string id) => State.Journeys.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : null;

    /// <summary>A page of a tenant's journeys.</summary>
    public CrmPage<JourneyRow> List(CrmCaller caller, string tenantId, JourneyStatus? status, string? triggerType, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return rules.Lists.Page(
            ("journeys", tenantId, status, triggerType),
            State.JourneysByTenant[tenantId].Newest().Where(row => (status is null || row.Value.Status == status) && (triggerType is null || row.Value.TriggerType == triggerType)),
            NewestFirst,
            paging);
    }

    /// <summary>Stores a journey as DRAFT, without steps.</summary>
    public JourneyRow Create(CrmCaller caller, CreateJourneyRequest request)
    {
        string tenantId = request.TenantId!;
        caller.RequireTenant(tenantId);
        CampaignRow? campaign = rules.Campaigns.Referred(tenantId, request.CampaignId);
        rules.Segments.Referred(tenantId, request.TriggerConfig?.SegmentId);
        if (campaign is not null && campaign.Value.Type != CampaignType.Journey) throw CrmError.Invalid("campaignId must name a campaign of type JOURNEY");
        RequireFreeName(tenantId, request.Name, null);
        if (State.JourneysByCampaign.First(campaign?.Id) is not null) throw CrmError.Duplicate("The campaign has a journey");
        return State.Journeys.Add(new JourneyRow
        {
            Value = new Journey
            {
                Id = State.Journeys.NextId,
                TenantId = tenantId,
                Name = request.Name,
                Description = request.Description,
                Status = JourneyStatus.Draft,
                TriggerType = request.TriggerType,
                TriggerConfig = request.TriggerConfig,
                AllowReentry = request.AllowReentry ?? false,
                Timezone = request.Timezone ?? DefaultZone,
                ClubId = request.ClubId,
                CampaignId = campaign?.Id,
                MaxEnrollments = request.MaxEnrollments,
                CreatedBy = caller.Subject,
                CreatedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
    }

    /// <summary>Changes a journey: all of it as DRAFT, later only name and description, nothing once it is archived.</summary>
    public JourneyRow Update(CrmCaller caller, string id, UpdateJourneyRequest request)
    {
        JourneyRow row = Get(caller, id);
        Journey journey = row.Value;
        if (request.TriggerConfig.IsSet) rules.Segments.Referred(journey.TenantId, request.TriggerConfig.Value?.SegmentId);
        if (journey.Status == JourneyStatus.Archived) throw CrmError.Transition("update", journey.Status.Value, "journey");
        if (journey.Status != JourneyStatus.Draft && DraftOnlyMember(request) is { } member) throw CrmError.State($"{member} can be changed in DRAFT only");
        Journey changed = journey with
        {
            Name = request.Name.Or(journey.Name),
            Description = request.Description.Or(journey.Description),
            TriggerType = request.TriggerType.Or(journey.TriggerType),
            TriggerConfig = request.TriggerConfig.Or(journey.TriggerConfig),
            AllowReentry = request.AllowReentry.Or(journey.AllowReentry),
            Timezone = request.Timezone.Or(journey.Timezone),
            MaxEnrollments = request.MaxEnrollments.Or(journey.MaxEnrollments),
            UpdatedAt = rules.Now,
        };
        JourneyInput.RequireTrigger(changed.TriggerType, changed.TriggerConfig);
        if (request.Name.IsSet) RequireFreeName(journey.TenantId, request.Name.Value, row);
        return State.Journeys.Update(row with { Value = changed });
    }

    /// <summary>Deletes a DRAFT journey with its steps.</summary>
    public void Delete(CrmCaller caller, string id)
    {
        JourneyRow row = Get(caller, id);
        if (row.Value.Status != JourneyStatus.Draft) throw CrmError.Transition("delete", row.Value.Status.Value, "journey");
        foreach (JourneyStepRow step in State.StepsByJourney[row.Id]) State.Steps.Remove(step);
        State.Journeys.Remove(row);
    }

    /// <summary>Lets a journey run: its trigger enrolls, and those whose wait has ended meanwhile move on.</summary>
    public JourneyRow Activate(CrmCaller caller, string id)
    {
        JourneyRow row = Get(caller, id);
        if (row.Value.Status != JourneyStatus.Draft && row.Value.Status != JourneyStatus.Paused) throw CrmError.Transition("activate", row.Value.Status.Value, "journey");
        if (State.StepsByJourney.Count(row.Id) == 0) throw CrmError.Invalid("Journey must have at least one step");
        row = State.Journeys.Update(row with
        {
            Value = row.Value with { Status = JourneyStatus.Active, ActivatedAt = row.Value.ActivatedAt ?? rules.Now, UpdatedAt = rules.Now },
        });
        rules.JourneyEngine.ResumeWaiting(row);
        return State.Journeys.Current(row)!;
    }

    /// <summary>Holds a journey: nobody enters, nobody moves.</summary>
    public JourneyRow Pause(CrmCaller caller, string id)
    {
        JourneyRow row = Get(caller, id);
        if (row.Value.Status != JourneyStatus.Active) throw CrmError.Transition("pause", row.Value.Status.Value, "journey");
        return State.Journeys.Update(row with { Value = row.Value with { Status = JourneyStatus.Paused, PausedAt = rules.Now, UpdatedAt = rules.Now } });
    }

    /// <summary>Closes a journey for good; those inside leave.</summary>
    public JourneyRow Archive(CrmCaller caller, string id)
    {
        JourneyRow row = Get(caller, id);
        if (row.Value.Status != JourneyStatus.Active && row.Value.Status != JourneyStatus.Paused) throw CrmError.Transition("archive", row.Value.Status.Value, "journey");
        row = State.Journeys.Update(row with { Value = row.Value with { Status = JourneyStatus.Archived, UpdatedAt = rules.Now } });
        foreach (EnrollmentRow enrollment in State.ActiveEnrollmentsByJourney[row.Id].ToList()) rules.Enrollments.Exit(enrollment, "journey_archived");
        return State.Journeys.Current(row)!;
    }

    /// <summary>A journey with its steps or its 100 newest enrollments.</summary>
    public Journey Show(JourneyRow row, bool steps, bool enrollments) => row.Value with
    {
        Steps = steps ? rules.Steps.Of(row.Id) : null,
        Enrollments = enrollments ? [.. rules.Enrollments.Of(row.Id, null, null, new CrmPaging(0, 100)).Items.Select(enrollment => enrollment.Value)] : null,
    };

    private static int NewestFirst(JourneyRow a, JourneyRow b)
    {
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }

    private static string? DraftOnlyMember(UpdateJourneyRequest request)
        => request.TriggerType.IsSet ? "triggerType"
            : request.TriggerConfig.IsSet ? "triggerConfig"
            : request.AllowReentry.IsSet ? "allowReentry"
            : request.Timezone.IsSet ? "timezone"
            : request.MaxEnrollments.IsSet ? "maxEnrollments"
            : null;

    private void RequireFreeName(string tenantId, string name, JourneyRow? own)
    {
        if (State.JourneysByName[CrmState.Key(tenantId, name)].Any(row => row.Ordinal != own?.Ordinal)) throw CrmError.Duplicate("A journey with this name already exists");
    }
}
