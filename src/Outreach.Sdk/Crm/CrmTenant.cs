using System.Collections.Frozen;

namespace Outreach.Sdk.Crm;

/// <summary>The tenant that stands in where a call names none.</summary>
internal sealed class CrmTenant(string? id)
{
    /// <summary>The operations that take a tenant, in their query or body.</summary>
    internal static readonly FrozenSet<string> Operations = FrozenSet.Create(StringComparer.Ordinal,
        "customers.list", "customers.create", "customers.resolve", "segments.list", "segments.create", "campaigns.list", "campaigns.create",
        "journeys.list", "journeys.create", "socialConnections.list", "socialConnections.connect", "socialPosts.list", "socialPosts.create",
        "promotions.list", "promotions.create", "analytics.engagement", "analytics.campaigns", "analytics.journeys", "analytics.social");

    /// <summary>The member that stands in where the arguments of an operation lack it; null when the operation takes none or there is none.</summary>
    public KeyValuePair<string, string>? For(string operation)
        => id is not null && Operations.Contains(operation.StartsWith("crm.", StringComparison.Ordinal) ? operation[4..] : operation) ? new("tenantId", id) : null;

    /// <summary>The tenant of a call: the one given, else the client's own.</summary>
    /// <exception cref="ArgumentException">There is neither.</exception>
    public string Of(string? given)
        => !string.IsNullOrWhiteSpace(given) ? given
            : !string.IsNullOrWhiteSpace(id) ? id
            : throw new ArgumentException("The call needs a tenant: give TenantId with it, or set the client's own in options.Crm.TenantId.");
}
