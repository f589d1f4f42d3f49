using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on customers.</summary>
internal static class CustomersEndpoints
{
    private static readonly RowJson<CustomerRow, CustomerSummary> Json = new(Summary, CrmJson.Default.CustomerSummary);

    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("customers.list", List);
        routes.Map("customers.create", Create);
        routes.Map("customers.resolve", Resolve);
        routes.Map("customers.get", Get);
        routes.Map("customers.update", Update);
        routes.Map("customers.delete", Delete);
        routes.Map("customers.merge", Merge);
    }

    /// <summary>The page that a list asks for.</summary>
    public static CrmPage<CustomerRow> Page(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        CustomerFilter filter = new()
        {
            Status = query.OneOf<CustomerStatus>("status"),
            LifecycleStage = query.OneOf<LifecycleStage>("lifecycleStage"),
            Search = query.Text("search", min: 1, max: 200),
            SegmentId = query.Text("segmentId"),
            EngagementMin = query.Number("engagementMin", 0, 100),
            ChurnRiskMin = query.Number("churnRiskMin", 0, 100),
            EmailOptIn = query.Boolean("emailOptIn"),
        };
        return call.Rules.Customers.List(call.Caller, tenantId, filter, query.Paging());
    }

    private static FakeResponse List(CrmCall call) => CrmCall.List(Page(call), Json.Of);

    private static FakeResponse Create(CrmCall call)
        => CrmCall.Created(call.Rules.Customers.Create(call.Caller, CustomerInput.Create(call.Body())).Value, CrmJson.Default.Customer);

    private static FakeResponse Resolve(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        return CrmCall.Ok(call.Rules.Customers.Resolve(call.Caller, tenantId, query.Text("authUserId"), query.Text("email"), PhoneOf(query)), CrmJson.Default.ResolutionResult);
    }

    private static FakeResponse Get(CrmCall call) => CrmCall.Ok(call.Rules.Customers.Get(call.Caller, call.Path("id")).Value, CrmJson.Default.Customer);

    private static FakeResponse Update(CrmCall call)
        => CrmCall.Ok(call.Rules.Customers.Update(call.Caller, call.Path("id"), CustomerInput.Update(call.Body())).Value, CrmJson.Default.Customer);

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Customers.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }

    private static FakeResponse Merge(CrmCall call)
        => CrmCall.Ok(call.Rules.Customers.Merge(call.Caller, call.Path("winnerId"), CustomerInput.Merge(call.Body()).LoserId), CrmJson.Default.MergeResult);

    // A plus that was not percent-encoded arrives as a space; a number in E.164 form always begins with one.
    private static string? PhoneOf(CrmQuery query)
        => query.Text("phone") is { } phone ? phone.StartsWith(' ') && phone.TrimStart() is var number && !number.StartsWith('+') ? "+" + number : phone : null;

    private static CustomerSummary Summary(CustomerRow row) => new()
    {
        Id = row.Id,
        Email = row.Value.Email,
        FirstName = row.Value.FirstName,
        LastName = row.Value.LastName,
        Status = row.Value.Status,
        EngagementScore = row.Value.EngagementScore,
        ChurnRiskScore = row.Value.ChurnRiskScore,
        LastActivityAt = row.Value.LastActivityAt,
    };
}
