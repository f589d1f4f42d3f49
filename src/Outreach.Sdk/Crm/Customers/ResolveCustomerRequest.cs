namespace Outreach.Sdk.Crm;

/// <summary>What to ask for with <see cref="CustomersClient.ResolveAsync"/>. Members that are null are not sent.</summary>
public sealed record ResolveCustomerRequest
{
    /// <summary>Tenant whose data is meant; must be one the token has access to. The client's own tenant when null.</summary>
    public string? TenantId { get; init; }

    /// <summary>User id at the identity provider.</summary>
    public string? AuthUserId { get; init; }

    /// <summary>E-mail address; compared trimmed and lower case.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number in E.164 form (name of the parameter taken from the GraphQL query).</summary>
    public string? Phone { get; init; }

    internal OperationCall On(OperationCall call, string tenantId) => call.With("tenantId", tenantId).With("authUserId", AuthUserId).With("email", Email).With("phone", Phone);
}
