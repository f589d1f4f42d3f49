namespace Outreach.Sdk.Markus;

/// <summary>Plans and subscription.</summary>
public class BillingClient
{
    private static readonly Operation ListPlans = Operation.Get(
        "markus.billing.listPlans", "billing/plans",
        scope: "billing:read", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal BillingClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected BillingClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [ListPlans];

    /// <summary>Returns the plans on offer with their features, and the current subscription. Needs scope <c>billing:read</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Plans on offer and the current subscription.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<BillingPlans> ListPlansAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(ListPlans.At(), MarkusJson.Default.BillingPlans, options, cancellationToken);
}
