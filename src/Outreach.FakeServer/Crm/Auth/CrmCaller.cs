using System.Collections.Frozen;

namespace Outreach.FakeServer.Crm;

/// <summary>Who calls: what a valid token says.</summary>
/// <param name="Subject">The user id; becomes createdBy, mergedBy, connectedBy.</param>
/// <param name="Name">The user's name; null when the token has none.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="Tenants">The tenants that the token has access to.</param>
internal sealed record CrmCaller(string Subject, string? Name, FrozenSet<string> Scopes, FrozenSet<string> Tenants)
{
    /// <summary>Refuses a tenant outside the token's.</summary>
    /// <exception cref="CrmError">403.</exception>
    public void RequireTenant(string tenantId)
    {
        if (!Tenants.Contains(tenantId)) throw CrmError.Forbidden($"Token has no access to tenant {tenantId}");
    }

    /// <summary>Refuses a call without a scope.</summary>
    /// <exception cref="CrmError">403.</exception>
    public void RequireScope(string scope)
    {
        if (!Scopes.Contains(scope)) throw CrmError.MissingScope(scope);
    }
}
