using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of promotion calls.</summary>
internal static class PromotionInput
{
    private static readonly string[] ReadOnly = ["id", "lastPromotedAt", "promotionHistory", "segmentName", "createdBy", "createdAt", "updatedAt"];
    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnly, "tenantId", "clubId", "sourceType", "sourceId"];

    /// <summary>Reads a new promotion.</summary>
    public static CreatePromotionRequest Create(JsonElement body)
    {
        CreatePromotionRequest request = CrmInput.Read(body, ReadOnly, fields => new CreatePromotionRequest
        {
            TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
            ClubId = fields.Text("clubId", required: true, min: 1).Or(null) ?? "",
            SourceType = fields.OneOf<PromotionSourceType>("sourceType", required: true).Or(null) ?? default,
            SourceId = fields.Text("sourceId", required: true, min: 1).Or(null) ?? "",
            Channels = Channels(fields, required: true).Or(null) ?? [],
            AutoPromote = fields.Flag("autoPromote").Or(null),
            AnnounceAt = fields.Time("announceAt").Or(null),
            ReminderDays = ReminderDays(fields).Or(null),
            SegmentId = fields.Text("segmentId").Or(null),
            EmailTemplateId = fields.Text("emailTemplateId").Or(null),
            SmsTemplateId = fields.Text("smsTemplateId").Or(null),
            SocialContent = fields.Text("socialContent").Or(null),
            SourceName = fields.Text("sourceName").Or(null),
            SourceDate = fields.Time("sourceDate").Or(null),
            IsActive = fields.Flag("isActive").Or(null),
        });
        return request is { AutoPromote: true, AnnounceAt: null } ? throw NoAnnounceAt() : request;
    }

    /// <summary>Reads a change.</summary>
    public static UpdatePromotionRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields => new UpdatePromotionRequest
    {
        AutoPromote = fields.Flag("autoPromote").NotNull(),
        Channels = Channels(fields, required: false).Items(),
        AnnounceAt = fields.Time("announceAt", nullable: true),
        ReminderDays = ReminderDays(fields).Items(),
        SegmentId = fields.Text("segmentId", nullable: true),
        EmailTemplateId = fields.Text("emailTemplateId", nullable: true),
        SmsTemplateId = fields.Text("smsTemplateId", nullable: true),
        SocialContent = fields.Text("socialContent", nullable: true),
        SourceName = fields.Text("sourceName", nullable: true),
        SourceDate = fields.Time("sourceDate", nullable: true),
        IsActive = fields.Flag("isActive").NotNull(),
    }, patch: true);

    /// <summary>400: an automatic promotion without a time.</summary>
    public static CrmError NoAnnounceAt() => CrmError.Invalid("announceAt is required when autoPromote is true");

    private static Optional<IReadOnlyList<PromotionChannel>?> Channels(Fields fields, bool required)
        => fields.ManyOf<PromotionChannel>("channels", required, min: 1).Distinct(fields, "channels");

    private static Optional<IReadOnlyList<int>?> ReminderDays(Fields fields) => fields.List("reminderDays", item =>
    {
        if (item.Element.ValueKind != JsonValueKind.Number || !item.Element.TryGetInt32(out int days)) item.Report(ViolationKind.Type, expected: "integer");
        else if (days < 1) item.Report(ViolationKind.TooSmall, low: 1);
        else if (days > 365) item.Report(ViolationKind.TooLarge, high: 365);
        else return days;
        return default(Optional<int>);
    }).Distinct(fields, "reminderDays");
}
