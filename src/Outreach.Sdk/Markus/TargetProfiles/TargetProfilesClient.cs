namespace Outreach.Sdk.Markus;

/// <summary>Target profiles of campaigns.</summary>
public class TargetProfilesClient
{
    private static readonly Operation List = Operation.Get(
        "markus.targetProfiles.list", "campaigns/{campaign_id}/target-profiles",
        scope: "campaigns:read", buckets: ["global", "burst"]);
    private static readonly Operation Create = Operation.Post(
        "markus.targetProfiles.create", "campaigns/{campaign_id}/target-profiles",
        RetryClass.ThrottleOnly, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);
    private static readonly Operation Delete = Operation.Delete(
        "markus.targetProfiles.delete", "campaigns/{campaign_id}/target-profiles/{target_profile_id}",
        RetryClass.Safe, scope: "campaigns:write", buckets: ["global", "burst", "campaigns:write"]);

    private readonly ApiTransport _api = null!;

    internal TargetProfilesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected TargetProfilesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Delete];

    /// <summary>Returns all target profiles of a campaign, oldest first. Needs scope <c>campaigns:read</c>.</summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<IReadOnlyList<TargetProfile>> ListAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(campaignId), MarkusJson.Default.ListTargetProfile, options, cancellationToken);

    /// <summary>Adds a hand-made target profile to a campaign. Needs scope <c>campaigns:write</c>.</summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Data for a target profile.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A description of the contacts that a campaign looks for.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachRateLimitException">RATE_002: The limit of a write scope is exceeded.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<TargetProfile> CreateAsync(string campaignId, CreateTargetProfileRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(campaignId), request, MarkusJson.Default.CreateTargetProfileRequest, MarkusJson.Default.TargetProfile, options, cancellationToken);

    /// <summary>Removes a target profile for good. Needs scope <c>campaigns:write</c>.</summary>
    /// <param name="campaignId">Campaign id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="targetProfileId">Target profile id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource was removed for good.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CAMP_001: No such campaign, or it is deleted; SERVER_003: Unknown path, or a resource kind without a code of its own.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">RATE_002: The limit of a write scope is exceeded.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Contacts found with it stay. The path is inferred, not published.</remarks>
    public virtual Task<DeletedResource> DeleteAsync(string campaignId, string targetProfileId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId, targetProfileId), MarkusJson.Default.DeletedResource, options, cancellationToken);
}
