using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of campaign calls.</summary>
internal static class CampaignInput
{
    private static readonly string[] ReadOnly =
    [
        "id", "status", "segmentName", "targetCount", "sentCount", "deliveredCount", "openedCount", "clickedCount", "convertedCount", "unsubscribedCount",
        "bouncedCount", "deliveryRate", "openRate", "clickRate", "conversionRate", "startedAt", "completedAt", "createdBy", "createdAt", "updatedAt",
    ];

    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnly, "tenantId", "clubId", "scheduledAt"];

    /// <summary>Reads a new campaign.</summary>
    public static CreateCampaignRequest Create(JsonElement body) => CrmInput.Read(body, ReadOnly, fields => new CreateCampaignRequest
    {
        TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
        Name = fields.Text("name", required: true, min: 1, max: 200, trim: true).Or(null) ?? "",
        Channels = Channels(fields, required: true).Or(null) ?? [],
        ClubId = fields.Text("clubId").Or(null),
        Description = fields.Text("description", max: 2000).Or(null),
        Type = fields.OneOf<CampaignType>("type").Or(null),
        SegmentId = fields.Text("segmentId").Or(null),
        EmailTemplateId = fields.Text("emailTemplateId").Or(null),
        SmsTemplateId = fields.Text("smsTemplateId").Or(null),
        PushTemplateId = fields.Text("pushTemplateId").Or(null),
        Timezone = fields.Text("timezone", min: 1).Or(null),
        ScheduledAt = fields.Time("scheduledAt").Or(null),
        RecurPattern = fields.Text("recurPattern").Or(null),
        RecurEndAt = fields.Time("recurEndAt").Or(null),
    });

    /// <summary>Reads a change.</summary>
    public static UpdateCampaignRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields => new UpdateCampaignRequest
    {
        Name = fields.Text("name", min: 1, max: 200, trim: true).NotNull(),
        Description = fields.Text("description", nullable: true, max: 2000),
        SegmentId = fields.Text("segmentId", nullable: true),
        Channels = Channels(fields, required: false).Items(),
        EmailTemplateId = fields.Text("emailTemplateId", nullable: true),
        SmsTemplateId = fields.Text("smsTemplateId", nullable: true),
        PushTemplateId = fields.Text("pushTemplateId", nullable: true),
        Timezone = fields.Text("timezone", min: 1).NotNull(),
        Type = fields.OneOf<CampaignType>("type").NotNull(),
        RecurPattern = fields.Text("recurPattern", nullable: true),
        RecurEndAt = fields.Time("recurEndAt", nullable: true),
    }, patch: true);

    /// <summary>Reads when to send.</summary>
    public static ScheduleCampaignRequest Schedule(JsonElement body) => CrmInput.Read(body, [], fields => new ScheduleCampaignRequest
    {
        ScheduledAt = fields.Time("scheduledAt").Or(null),
        Timezone = fields.Text("timezone", min: 1).Or(null),
        RecurPattern = fields.Text("recurPattern").Or(null),
        RecurEndAt = fields.Time("recurEndAt").Or(null),
    });

    private static Optional<IReadOnlyList<Channel>?> Channels(Fields fields, bool required)
        => fields.ManyOf<Channel>("channels", required, min: 1).Distinct(fields, "channels");
}
