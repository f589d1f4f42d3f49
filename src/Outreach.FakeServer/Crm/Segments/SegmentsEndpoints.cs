using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on segments.</summary>
internal static class SegmentsEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("segments.list", List);
        routes.Map("segments.create", call => CrmCall.Created(call.Rules.Segments.Create(call.Caller, SegmentInput.Create(call.Body())).Value, CrmJson.Default.Segment));
        routes.Map("segments.get", call => Ok(call.Rules.Segments.Get(call.Caller, call.Path("id"))));
        routes.Map("segments.update", call => Ok(call.Rules.Segments.Update(call.Caller, call.Path("id"), SegmentInput.Update(call.Body()))));
        routes.Map("segments.delete", Delete);
        routes.Map("segments.members", Members);
        routes.Map("segments.addMembers", AddMembers);
        routes.Map("segments.removeMember", RemoveMember);
        routes.Map("segments.refresh", call => Ok(call.Rules.Segments.Refresh(call.Caller, call.Path("id"))));
        routes.Map("segments.syncToMessaging", call => Ok(call.Rules.Segments.Sync(call.Caller, call.Path("id"))));
    }

    /// <summary>The page that a list asks for.</summary>
    public static CrmPage<SegmentRow> Page(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        SegmentType? type = query.OneOf<SegmentType>("type", [SegmentType.Static, SegmentType.Dynamic, SegmentType.Smart]);
        return call.Rules.Segments.List(call.Caller, tenantId, type, query.Boolean("isActive"), query.Paging());
    }

    /// <summary>The page that a list of members asks for.</summary>
    public static CrmPage<(CustomerRow Customer, DateTimeOffset JoinedAt)> MembersPage(CrmCall call) => call.Rules.Segments.Members(call.Caller, call.Path("id"), call.Parameters.Paging());

    private static FakeResponse List(CrmCall call) => CrmCall.List(Page(call).Select(Summary), CrmJson.Default.SegmentSummary);

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Segments.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Members(CrmCall call) => CrmCall.List(MembersPage(call).Select(Member), CrmJson.Default.SegmentMember);

    private static FakeResponse AddMembers(CrmCall call)
        => CrmCall.Ok(call.Rules.Segments.AddMembers(call.Caller, call.Path("id"), SegmentInput.AddMembers(call.Body()).CustomerIds), CrmJson.Default.SegmentMembersResult);

    private static FakeResponse RemoveMember(CrmCall call)
    {
        call.Rules.Segments.RemoveMember(call.Caller, call.Path("id"), call.Path("customerId"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Ok(SegmentRow row) => CrmCall.Ok(row.Value, CrmJson.Default.Segment);

    private static SegmentSummary Summary(SegmentRow row) => new()
    {
        Id = row.Id,
        Name = row.Value.Name,
        Type = row.Value.Type,
        IsActive = row.Value.IsActive,
        MemberCount = row.Value.MemberCount,
        LastRefreshedAt = row.Value.LastRefreshedAt,
        MessagingSegmentId = row.Value.MessagingSegmentId,
        LastSyncedAt = row.Value.LastSyncedAt,
        CreatedAt = row.Value.CreatedAt,
    };

    private static SegmentMember Member((CustomerRow Customer, DateTimeOffset JoinedAt) member) => new()
    {
        Id = member.Customer.Id,
        Email = member.Customer.Value.Email,
        FirstName = member.Customer.Value.FirstName,
        LastName = member.Customer.Value.LastName,
        EngagementScore = member.Customer.Value.EngagementScore,
        JoinedSegmentAt = member.JoinedAt,
    };
}
