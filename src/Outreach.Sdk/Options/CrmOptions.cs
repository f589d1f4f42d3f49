namespace Outreach.Sdk;

/// <summary>How Crm is reached. Each installation has its own address, so <see cref="ApiOptions.BaseAddress"/> is required.</summary>
public sealed class CrmOptions : ApiOptions
{
    private const string ApiPath = "api/v1/";

    /// <summary>
    /// Gives the token (a JWT) in place of <see cref="ApiOptions.ApiKey"/>. Asked at the first call and kept; after a 401 it is
    /// asked once more and the call is sent again. Called from several threads.
    /// </summary>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>The tenant of calls that name none; null when every call names its own.</summary>
    public string? TenantId { get; set; }

    internal override ApiProfile Profile => Crm.CrmProfile.Instance;

    internal override bool IsSet => ApiKey is not null || TokenProvider is not null;

    // The root of an installation and its API path are both accepted.
    internal override Uri? Address
    {
        get
        {
            if (base.Address is not { IsAbsoluteUri: true } address) return null;
            return address.AbsolutePath.EndsWith("/" + ApiPath, StringComparison.OrdinalIgnoreCase) ? address : new Uri(address, ApiPath);
        }
    }

    internal override IEnumerable<string> Problems()
    {
        foreach (string problem in base.Problems()) yield return problem;
        if (IsSet && BaseAddress is null) yield return "Crm.BaseAddress is required: each installation has its own.";
        if (ApiKey is not null && TokenProvider is not null) yield return "Crm.ApiKey and Crm.TokenProvider exclude each other.";
        if (TenantId is not null && string.IsNullOrWhiteSpace(TenantId)) yield return "Crm.TenantId is blank.";
    }
}
