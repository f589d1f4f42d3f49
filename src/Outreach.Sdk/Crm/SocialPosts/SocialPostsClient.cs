namespace Outreach.Sdk.Crm;

/// <summary>Posts on connected accounts.</summary>
public class SocialPostsClient
{
    private static readonly Operation List = Operation.Get(
        "crm.socialPosts.list", "social/posts",
        scope: "crm:read", buckets: ["read"], paging: PagingStyle.Offset);
    private static readonly Operation Create = Operation.Post(
        "crm.socialPosts.create", "social/posts",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Get = Operation.Get("crm.socialPosts.get", "social/posts/{id}", scope: "crm:read", buckets: ["read"]);
    private static readonly Operation Update = Operation.Patch(
        "crm.socialPosts.update", "social/posts/{id}",
        RetryClass.Safe, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Delete = Operation.Delete(
        "crm.socialPosts.delete", "social/posts/{id}",
        RetryClass.Safe, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation Schedule = Operation.Post(
        "crm.socialPosts.schedule", "social/posts/{id}/schedule",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["social-publishing"]);
    private static readonly Operation Publish = Operation.Post(
        "crm.socialPosts.publish", "social/posts/{id}/publish",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["social-publishing"]);
    private static readonly Operation Cancel = Operation.Post(
        "crm.socialPosts.cancel", "social/posts/{id}/cancel",
        RetryClass.ThrottleOnly, scope: "crm:social", buckets: ["write"]);
    private static readonly Operation SyncEngagement = Operation.Post(
        "crm.socialPosts.syncEngagement", "social/posts/{id}/sync-engagement",
        RetryClass.Safe, scope: "crm:social", buckets: ["write"]);

    private readonly ApiTransport _api = null!;
    private readonly CrmTenant _tenant = null!;

    internal SocialPostsClient(ApiTransport api, CrmTenant tenant)
    {
        _api = api;
        _tenant = tenant;
    }

    /// <summary>For mocking.</summary>
    protected SocialPostsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, Schedule, Publish, Cancel, SyncEngagement];

    /// <summary>Returns posts of one tenant, newest first. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<Page<SocialPost>> ListAsync(ListSocialPostsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At(), _tenant.Of(request?.TenantId)), CrmJson.Default.ListSocialPost, options, cancellationToken);

    /// <summary>Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>crm:read</c>.</summary>
    /// <param name="request">Filters and the offset to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step).
    /// </exception>
    public virtual IAsyncEnumerable<SocialPost> ListAllAsync(ListSocialPostsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListSocialPostsRequest query = request ?? new();
        return Pages.ByOffsetAsync(List, query.Skip, (skip, token) => ListAsync(query with { Skip = skip }, options, token), cancellationToken);
    }

    /// <summary>Stores a post as DRAFT, or as SCHEDULED when scheduledAt is given. Needs scope <c>crm:social</c>.</summary>
    /// <param name="request">A new post: DRAFT, or SCHEDULED when scheduledAt is given.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<SocialPost> CreateAsync(CreateSocialPostRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.SendAsync(Create.At(), request with { TenantId = _tenant.Of(request.TenantId) }, CrmJson.Default.CreateSocialPostRequest, CrmJson.Default.SocialPost, options, cancellationToken);
    }

    /// <summary>Returns one post as a bare object. Needs scope <c>crm:read</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<SocialPost> GetAsync(string postId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(postId), CrmJson.Default.SocialPost, options, cancellationToken);

    /// <summary>Changes a DRAFT, SCHEDULED or FAILED post. Needs scope <c>crm:social</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="request">Fields to change; DRAFT, SCHEDULED and FAILED posts only.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<SocialPost> UpdateAsync(string postId, UpdateSocialPostRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(postId), request, CrmJson.Default.UpdateSocialPostRequest, CrmJson.Default.SocialPost, options, cancellationToken);

    /// <summary>Deletes a DRAFT, FAILED or CANCELLED post. Needs scope <c>crm:social</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>A published post stays at the network and here. The path is inferred, not published.</remarks>
    public virtual Task DeleteAsync(string postId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(postId), options, cancellationToken);

    /// <summary>DRAFT, FAILED or SCHEDULED to SCHEDULED; clears error and retryCount. Needs scope <c>crm:social</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="request">When to publish.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// VALIDATION_ERROR: A parameter or member of the body is missing, malformed, unknown to an enum or read-only, or the resource
    /// still lacks what the call needs (segment, template, step); INVALID_STATE: The status or type of the resource does not allow
    /// the call. The HTTP status 400 for such refusals is published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>Publication happens by itself. The path is inferred, not published.</remarks>
    public virtual Task<SocialPost> ScheduleAsync(string postId, ScheduleSocialPostRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Schedule.At(postId), request, CrmJson.Default.ScheduleSocialPostRequest, CrmJson.Default.SocialPost, options, cancellationToken);

    /// <summary>Publishes a DRAFT, SCHEDULED or FAILED post at once. Needs scope <c>crm:social</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>
    /// A refusal by the network does not fail the call: the post comes back as FAILED with error set. The path is published.
    /// </remarks>
    public virtual Task<SocialPost> PublishAsync(string postId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Publish.At(postId), CrmJson.Default.SocialPost, options, cancellationToken);

    /// <summary>SCHEDULED to CANCELLED. Needs scope <c>crm:social</c>.</summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<SocialPost> CancelAsync(string postId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Cancel.At(postId), CrmJson.Default.SocialPost, options, cancellationToken);

    /// <summary>
    /// Fetches likes, comments, shares, reach and impressions of a PUBLISHED post from the network now. Needs scope
    /// <c>crm:social</c>.
    /// </summary>
    /// <param name="postId">Identifier of the post.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A post on a connected account.</returns>
    /// <exception cref="OutreachValidationException">
    /// INVALID_STATE: The status or type of the resource does not allow the call. The HTTP status 400 for such refusals is
    /// published for journeys in the implementation guide; the code is inferred.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">RESOURCE_NOT_FOUND: No such resource visible to the token's tenant.</exception>
    /// <exception cref="OutreachApiException">UPSTREAM_ERROR: The messaging service or a social network failed or refused.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<SocialPost> SyncEngagementAsync(string postId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(SyncEngagement.At(postId), CrmJson.Default.SocialPost, options, cancellationToken);
}
