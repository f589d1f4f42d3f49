using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Which scope opens an operation.</summary>
internal static class CrmScopeRules
{
    /// <summary>Refuses a call without the scope of its operation; a GET is also open to the scope that manages the resource.</summary>
    /// <exception cref="CrmError">403.</exception>
    public static void Require(CrmCaller caller, Operation operation)
    {
        if (operation.Scope is not { } scope || caller.Scopes.Contains(scope)) return;
        if (scope == CrmScopes.Read && Managing(operation.Id) is { } managing && caller.Scopes.Contains(managing)) return;
        throw CrmError.MissingScope(scope);
    }

    private static string? Managing(string operationId) => operationId[..operationId.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "segments" => CrmScopes.Admin,
        "campaigns" or "journeys" or "journeySteps" or "journeyEnrollments" or "promotions" => CrmScopes.Campaigns,
        "socialConnections" or "socialPosts" => CrmScopes.Social,
        "analytics" when operationId is "analytics.campaigns" or "analytics.journeys" => CrmScopes.Campaigns,
        "analytics" when operationId == "analytics.social" => CrmScopes.Social,
        _ => null,
    };
}
