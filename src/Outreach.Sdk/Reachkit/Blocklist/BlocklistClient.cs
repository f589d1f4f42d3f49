namespace Outreach.Sdk.Reachkit;

/// <summary>Addresses that no campaign of the workspace mails.</summary>
public class BlocklistClient
{
    private static readonly Operation Check = Operation.Get("reachkit.blocklist.check", "api/v1/blocklist/check");
    private static readonly Operation Create = Operation.Post("reachkit.blocklist.create", "api/v1/blocklist", RetryClass.ThrottleOnly);
    private static readonly Operation List = Operation.Get("reachkit.blocklist.list", "api/v1/blocklist", paging: PagingStyle.Page);
    private static readonly Operation Delete = Operation.Delete("reachkit.blocklist.delete", "api/v1/blocklist/{entry_id}", RetryClass.Safe);

    private readonly ApiTransport _api = null!;

    internal BlocklistClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected BlocklistClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Check, Create, List, Delete];

    /// <summary>Says whether campaigns of this workspace would skip the address.</summary>
    /// <param name="email">Address to look up; compared trimmed and lower-cased.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Answer to a blocklist check.</returns>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <remarks>Changes nothing. The path is published.</remarks>
    public virtual Task<BlocklistCheck> CheckAsync(string email, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Check.At().With("email", email), ReachkitJson.Default.BlocklistCheck, options, cancellationToken);

    /// <summary>Adds one address to the workspace's blocklist.</summary>
    /// <param name="request">Address to block.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One blocked address, valid for the whole workspace.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; already_exists: The address is on the blocklist, or in the campaign, already.
    /// </exception>
    /// <remarks>From then on every campaign skips it when sending; leads and past mail stay as they are. The path is published.</remarks>
    public virtual Task<BlocklistEntry> CreateAsync(CreateBlocklistEntryRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, ReachkitJson.Default.CreateBlocklistEntryRequest, ReachkitJson.Default.BlocklistEntry, options, cancellationToken);

    /// <summary>Lists the blocklist of the workspace, page by page.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<BlocklistEntry>> ListAsync(ListBlocklistRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), ReachkitJson.Default.ListBlocklistEntry, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read.</summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// validation_failed: One or more fields or parameters are bad; details maps each to messages.
    /// </exception>
    public virtual IAsyncEnumerable<BlocklistEntry> ListAllAsync(ListBlocklistRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListBlocklistRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Removes an entry.</summary>
    /// <param name="entryId">Blocklist entry id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The address can be mailed again at once. The path is published.</remarks>
    public virtual Task DeleteAsync(string entryId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(entryId), options, cancellationToken);
}
