namespace Outreach.Sdk.Crm;

/// <summary>The tenant that stands in where a call names none.</summary>
internal sealed class CrmTenant(string? id)
{
    /// <summary>The tenant of a call: the one given, else the client's own.</summary>
    /// <exception cref="ArgumentException">There is neither.</exception>
    public string Of(string? given)
        => !string.IsNullOrWhiteSpace(given) ? given
            : !string.IsNullOrWhiteSpace(id) ? id
            : throw new ArgumentException("The call needs a tenant: give TenantId with it, or set the client's own in options.Crm.TenantId.");
}
