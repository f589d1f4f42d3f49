using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of segment calls.</summary>
internal static class SegmentInput
{
    private static readonly string[] ReadOnly =
        ["id", "memberCount", "lastRefreshedAt", "messagingSegmentId", "lastSyncedAt", "createdBy", "createdAt", "updatedAt", "isSystem"];

    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnly, "tenantId", "type", "clubId"];

    /// <summary>Reads a new segment.</summary>
    public static CreateSegmentRequest Create(JsonElement body)
    {
        CreateSegmentRequest request = CrmInput.Read(body, ReadOnly, fields => new CreateSegmentRequest
        {
            TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
            Name = fields.Text("name", required: true, min: 1, max: 200, trim: true).Or(null) ?? "",
            Description = fields.Text("description", max: 2000).Or(null),
            Type = fields.OneOf<SegmentType>("type", allowed: [SegmentType.Static, SegmentType.Dynamic, SegmentType.Smart]).Or(null),
            Criteria = fields.Criteria("criteria").Or(null),
            ClubId = fields.Text("clubId").Or(null),
            RefreshFrequency = fields.OneOf<SegmentRefreshFrequency>("refreshFrequency").Or(null),
            IsActive = fields.Flag("isActive").Or(null),
        });
        SegmentType type = request.Type ?? SegmentType.Dynamic;
        if (type == SegmentType.Dynamic && request.Criteria is null) throw CrmError.Invalid("criteria is required for DYNAMIC segments");
        if (type == SegmentType.Static && request.Criteria is not null) throw CrmError.Invalid("criteria is not allowed for STATIC segments");
        return request;
    }

    /// <summary>Reads a change.</summary>
    public static UpdateSegmentRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields => new UpdateSegmentRequest
    {
        Name = fields.Text("name", min: 1, max: 200, trim: true).NotNull(),
        Description = fields.Text("description", nullable: true, max: 2000),
        Criteria = fields.Criteria("criteria").NotNull(),
        RefreshFrequency = fields.OneOf<SegmentRefreshFrequency>("refreshFrequency").NotNull(),
        IsActive = fields.Flag("isActive").NotNull(),
    }, patch: true);

    /// <summary>Reads the customers to add.</summary>
    public static AddSegmentMembersRequest AddMembers(JsonElement body) => CrmInput.Read(body, [], fields => new AddSegmentMembersRequest
    {
        CustomerIds = fields.Texts("customerIds", required: true, min: 1, max: 1000, minLength: 1).Distinct(fields, "customerIds").Or(null) ?? [],
    });
}
