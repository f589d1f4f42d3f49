using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The calls on promotions.</summary>
internal static class PromotionsEndpoints
{
    public static void Map(RouteTable<CrmCall> routes)
    {
        routes.Map("promotions.list", List);
        routes.Map("promotions.create", call => CrmCall.Created(call.Rules.Promotions.Create(call.Caller, PromotionInput.Create(call.Body())).Value, CrmJson.Default.Promotion));
        routes.Map("promotions.get", call => CrmCall.Ok(call.Rules.Promotions.Get(call.Caller, call.Path("id")).Value, CrmJson.Default.Promotion));
        routes.Map("promotions.update", call => CrmCall.Ok(call.Rules.Promotions.Update(call.Caller, call.Path("id"), PromotionInput.Update(call.Body())).Value, CrmJson.Default.Promotion));
        routes.Map("promotions.delete", Delete);
    }

    /// <summary>The page that a list asks for.</summary>
    public static CrmPage<PromotionRow> Page(CrmCall call)
    {
        CrmQuery query = call.Parameters;
        string tenantId = query.Tenant();
        return call.Rules.Promotions.List(call.Caller, tenantId, query.Text("clubId"), query.OneOf<PromotionSourceType>("sourceType"), query.Boolean("isActive"), query.Paging());
    }

    private static FakeResponse List(CrmCall call) => CrmCall.List(Page(call).Select(call.Rules.Promotions.Summary), CrmJson.Default.PromotionSummary);

    private static FakeResponse Delete(CrmCall call)
    {
        call.Rules.Promotions.Delete(call.Caller, call.Path("id"));
        return CrmCall.NoContent();
    }
}
