using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of journey and enrollment calls.</summary>
internal static class JourneyInput
{
    private static readonly string[] ReadOnly =
    [
        "id", "status", "totalEnrolled", "totalCompleted", "totalExited", "activeEnrollments", "stepsCount", "activatedAt", "pausedAt", "createdBy", "createdAt",
        "updatedAt", "steps", "enrollments",
    ];

    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnly, "tenantId", "clubId", "campaignId"];

    /// <summary>Reads a new journey.</summary>
    public static CreateJourneyRequest Create(JsonElement body)
    {
        CreateJourneyRequest request = CrmInput.Read(body, ReadOnly, fields => new CreateJourneyRequest
        {
            TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
            Name = fields.Text("name", required: true, min: 1, max: 200, trim: true).Or(null) ?? "",
            TriggerType = fields.Text("triggerType", required: true, min: 1, max: 100).Or(null) ?? "",
            Description = fields.Text("description", max: 2000).Or(null),
            TriggerConfig = TriggerConfig(fields, nullable: false).Or(null),
            AllowReentry = fields.Flag("allowReentry").Or(null),
            Timezone = fields.Zone("timezone").Or(null),
            ClubId = fields.Text("clubId").Or(null),
            CampaignId = fields.Text("campaignId").Or(null),
            MaxEnrollments = (int?)fields.Integer("maxEnrollments", min: 1, max: int.MaxValue).Or(null),
        });
        RequireTrigger(request.TriggerType, request.TriggerConfig);
        return request;
    }

    /// <summary>Reads a change.</summary>
    public static UpdateJourneyRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields =>
    {
        Optional<long?> most = fields.Integer("maxEnrollments", nullable: true, min: 1, max: int.MaxValue);
        return new UpdateJourneyRequest
        {
            Name = fields.Text("name", min: 1, max: 200, trim: true).NotNull(),
            Description = fields.Text("description", nullable: true, max: 2000),
            TriggerType = fields.Text("triggerType", min: 1, max: 100).NotNull(),
            TriggerConfig = TriggerConfig(fields, nullable: true),
            AllowReentry = fields.Flag("allowReentry").NotNull(),
            Timezone = fields.Zone("timezone").NotNull(),
            MaxEnrollments = most.IsSet ? new Optional<int?>((int?)most.Value) : default,
        };
    }, patch: true);

    /// <summary>Reads whom to enroll.</summary>
    public static EnrollCustomersRequest Enroll(JsonElement body)
    {
        EnrollCustomersRequest request = CrmInput.Read(body, [], fields => new EnrollCustomersRequest
        {
            CustomerIds = fields.Texts("customerIds", min: 1, max: 1000, minLength: 1).Distinct(fields, "customerIds").Or(null),
            SegmentId = fields.Text("segmentId", min: 1).Or(null),
        });
        return request.CustomerIds is null == request.SegmentId is null ? throw CrmError.Invalid("give either customerIds or segmentId") : request;
    }

    /// <summary>Reads why a customer leaves.</summary>
    public static ExitEnrollmentRequest Exit(JsonElement body)
        => CrmInput.Read(body, [], fields => new ExitEnrollmentRequest { Reason = fields.Text("reason", max: 200).Or(null) });

    /// <summary>Refuses a trigger that would never fire.</summary>
    /// <exception cref="CrmError">400.</exception>
    public static void RequireTrigger(string triggerType, JourneyTriggerConfig? config)
    {
        if (triggerType == JourneyTriggers.SegmentEntered && config?.SegmentId is null) throw CrmError.Invalid("triggerConfig.segmentId is required for segment.entered");
    }

    private static Optional<JourneyTriggerConfig?> TriggerConfig(Fields fields, bool nullable)
    {
        Optional<Fields?> config = fields.Object("triggerConfig", nullable: nullable);
        if (config is not { IsSet: true, Value: { } members }) return config.IsSet ? new Optional<JourneyTriggerConfig?>(null) : default;
        return new JourneyTriggerConfig { Conditions = members.Rules("conditions").Or(null), SegmentId = members.Text("segmentId", min: 1).Or(null) };
    }
}
