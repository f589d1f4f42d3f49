namespace Outreach.Sdk.Mailmark;

/// <summary>Stored DNS, block list and bounce checks per domain.</summary>
public class DomainHealthClient
{
    private static readonly Operation Get = Operation.Get("mailmark.domainHealth.get", "v1/domain-health");

    private readonly ApiTransport _api = null!;

    internal DomainHealthClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected DomainHealthClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Get];

    /// <summary>Returns the latest stored health check; nothing is checked by the call.</summary>
    /// <param name="domain">Only this domain; needed with an organisation-wide key that sees more than one domain.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The latest health check; <see cref="DomainHealth.IsPending"/> when the domain has none yet.</returns>
    /// <exception cref="InvalidOperationException">The key is organisation-wide and the answer is not about exactly one domain; <see cref="ListAsync"/> takes it.</exception>
    /// <remarks>
    /// Domains without a check are left out for org-wide keys. A domain-scoped key gets one object, an org-wide key an array.
    /// <c>domain</c> is ignored for domain-scoped keys. The path is published.
    /// </remarks>
    public virtual async Task<DomainHealth> GetAsync(string? domain = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<DomainHealth> result = await _api.SendAsync(Get.At().With("domain", domain), MailmarkJson.Default.OneOrManyDomainHealth, options, cancellationToken).ConfigureAwait(false);
        return result.Single();
    }

    /// <summary>The same for every domain that the key sees: one entry for a domain key, one per domain for an organisation-wide key.</summary>
    /// <param name="domain">Only this domain; looked at with an organisation-wide key.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<IReadOnlyList<DomainHealth>> ListAsync(string? domain = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<DomainHealth> result = await _api.SendAsync(Get.At().With("domain", domain), MailmarkJson.Default.OneOrManyDomainHealth, options, cancellationToken).ConfigureAwait(false);
        return result.Items;
    }
}
