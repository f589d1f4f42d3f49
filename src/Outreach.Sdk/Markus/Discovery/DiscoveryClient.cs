namespace Outreach.Sdk.Markus;

/// <summary>Searches for new contacts.</summary>
public class DiscoveryClient
{
    private static readonly Operation Search = Operation.Post(
        "markus.discovery.search", "discovery/search",
        RetryClass.ThrottleOnly, scope: "discovery:write", buckets: ["global", "burst", "discovery:write"]);
    private static readonly Operation SearchFromProfiles = Operation.Post(
        "markus.discovery.searchFromProfiles", "discovery/search/profiles",
        RetryClass.ThrottleOnly, scope: "discovery:write", buckets: ["global", "burst", "discovery:write"]);
    private static readonly Operation GetJob = Operation.Get(
        "markus.discovery.getJob", "discovery/jobs/{job_id}",
        scope: "discovery:read", buckets: ["global", "burst"]);
    private static readonly Operation ListSources = Operation.Get(
        "markus.discovery.listSources", "discovery/sources",
        scope: "discovery:read", buckets: ["global", "burst"]);

    private readonly ApiTransport _api = null!;

    internal DiscoveryClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected DiscoveryClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Search, SearchFromProfiles, GetJob, ListSources];

    /// <summary>Starts a discovery job and returns it in status queued. Needs scope <c>discovery:write</c>.</summary>
    /// <param name="request">A free search for contacts.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A discovery search and its results.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachApiException">DISC_001: The job could not be started, or it broke off.</exception>
    /// <exception cref="OutreachRateLimitException">
    /// DISC_006: Too many searches in the hour; DISC_008: The plan's searches for the billing period are used up.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// DISC_007: The search makes no sense; SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON
    /// syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>
    /// When it ends, contacts may have been created (contact.created each) and discovery.completed or discovery.failed fires. The
    /// path is inferred, not published.
    /// </remarks>
    public virtual Task<DiscoveryJob> SearchAsync(DiscoverySearchRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Search.At(), request, MarkusJson.Default.DiscoverySearchRequest, MarkusJson.Default.DiscoveryJob, options, cancellationToken);

    /// <summary>Starts a discovery job that searches with the target profiles of a campaign. Needs scope <c>discovery:write</c>.</summary>
    /// <param name="request">A search driven by a campaign's target profiles.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A discovery search and its results.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CAMP_001: No such campaign, or it is deleted; SERVER_003: Unknown path, or a resource kind without a code of its own.
    /// </exception>
    /// <exception cref="OutreachApiException">DISC_001: The job could not be started, or it broke off.</exception>
    /// <exception cref="OutreachRateLimitException">
    /// DISC_006: Too many searches in the hour; DISC_008: The plan's searches for the billing period are used up.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// DISC_007: The search makes no sense; SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON
    /// syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Same effects as a free search. The path is inferred, not published.</remarks>
    public virtual Task<DiscoveryJob> SearchFromProfilesAsync(DiscoveryProfileSearchRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(SearchFromProfiles.At(), request, MarkusJson.Default.DiscoveryProfileSearchRequest, MarkusJson.Default.DiscoveryJob, options, cancellationToken);

    /// <summary>Returns the state of a job and, once completed, its results. Needs scope <c>discovery:read</c>.</summary>
    /// <param name="jobId">Discovery job id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A discovery search and its results.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">DISC_002: No such job.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<DiscoveryJob> GetJobAsync(string jobId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(GetJob.At(jobId), MarkusJson.Default.DiscoveryJob, options, cancellationToken);

    /// <summary>Returns the data sources that searches can use. Needs scope <c>discovery:read</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<DiscoverySource>> ListSourcesAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(ListSources.At(), MarkusJson.Default.ListDiscoverySource, options, cancellationToken);
}
