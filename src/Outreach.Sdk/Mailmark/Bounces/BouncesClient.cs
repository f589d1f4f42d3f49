namespace Outreach.Sdk.Mailmark;

/// <summary>Delivery counts and rates per domain.</summary>
public class BouncesClient
{
    private static readonly Operation Get = Operation.Get("mailmark.bounces.get", "v1/bounces");

    private readonly ApiTransport _api = null!;

    internal BouncesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected BouncesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Get];

    /// <summary>Returns delivery counts and rates of the sends of the last <c>days</c> days, computed at the call.</summary>
    /// <param name="domain">Only this domain; needed with an organisation-wide key that sees more than one domain.</param>
    /// <param name="days">Window in days. 1 to 90, values outside are cut to the bound; 30 when null.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Counts and rates of the domain.</returns>
    /// <exception cref="InvalidOperationException">The key is organisation-wide and the answer is not about exactly one domain; <see cref="ListAsync"/> takes it.</exception>
    /// <remarks>
    /// A domain-scoped key gets one object, an org-wide key an array. <c>domain</c> is ignored for domain-scoped keys. The path is
    /// published.
    /// </remarks>
    public virtual async Task<BounceStats> GetAsync(int? days = null, string? domain = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<BounceStats> result = await _api.SendAsync(Get.At().With("days", days).With("domain", domain), MailmarkJson.Default.OneOrManyBounceStats, options, cancellationToken).ConfigureAwait(false);
        return result.Single();
    }

    /// <summary>The same for every domain that the key sees: one entry for a domain key, one per domain for an organisation-wide key.</summary>
    /// <param name="domain">Only this domain; looked at with an organisation-wide key.</param>
    /// <param name="days">Window in days. 1 to 90, values outside are cut to the bound; 30 when null.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<IReadOnlyList<BounceStats>> ListAsync(int? days = null, string? domain = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<BounceStats> result = await _api.SendAsync(Get.At().With("days", days).With("domain", domain), MailmarkJson.Default.OneOrManyBounceStats, options, cancellationToken).ConfigureAwait(false);
        return result.Items;
    }
}
