using System.Runtime.CompilerServices;

namespace Outreach.Sdk.Mailmark;

/// <summary>Unsubscribed addresses per domain.</summary>
public class SuppressionsClient
{
    private static readonly Operation List = Operation.Get("mailmark.suppressions.list", "v1/suppressions", paging: PagingStyle.Cursor);

    private readonly ApiTransport _api = null!;

    internal SuppressionsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SuppressionsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List];

    /// <summary>Returns one page of unsubscribed addresses of one domain, newest first.</summary>
    /// <param name="request">Page size, cursor and domain; null for the first page of a domain key.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The key is organisation-wide and the answer is not about exactly one domain; <see cref="ListByDomainAsync"/> takes it.</exception>
    /// <remarks>A domain-scoped key gets one object, an org-wide key an array. The path is published.</remarks>
    public virtual async Task<SuppressionPage> ListAsync(ListSuppressionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<SuppressionPage> result = await _api.SendAsync((request ?? new()).On(List.At()), MailmarkJson.Default.OneOrManySuppressionPage, options, cancellationToken).ConfigureAwait(false);
        return result.Single();
    }

    /// <summary>Returns one page for each domain that the key sees: one for a domain key, one per domain for an organisation-wide key.</summary>
    /// <param name="request">Page size, cursor and domain; null for the first pages.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async Task<IReadOnlyList<SuppressionPage>> ListByDomainAsync(ListSuppressionsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        OneOrMany<SuppressionPage> result = await _api.SendAsync((request ?? new()).On(List.At()), MailmarkJson.Default.OneOrManySuppressionPage, options, cancellationToken).ConfigureAwait(false);
        return result.Items;
    }

    /// <summary>
    /// Streams every unsubscribed address of one domain, newest first, page after page. Stops at an empty page and at a cursor
    /// that does not move.
    /// </summary>
    /// <param name="request">Page size, cursor to start after and domain (needed with an organisation-wide key that sees several).</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">The key is organisation-wide and the answer is not about exactly one domain.</exception>
    public virtual async IAsyncEnumerable<Suppression> ListAllAsync(ListSuppressionsRequest? request = null, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ListSuppressionsRequest query = request ?? new();
        while (true)
        {
            SuppressionPage page = await ListAsync(query, options, cancellationToken).ConfigureAwait(false);
            foreach (Suppression item in page.Items) yield return item;
            if (!page.HasMore || page.Items.Count == 0) yield break;
            DateTimeOffset next = page.Items[^1].UnsubscribedAt;
            if (next == query.After) yield break;
            query = query with { After = next };
        }
    }
}
