namespace Outreach.Sdk.Reachkit;

/// <summary>Steps of a campaign and their variants.</summary>
public class SequencesClient
{
    private static readonly Operation Create = Operation.Post("reachkit.sequences.create", "api/v1/campaigns/{campaign_id}/sequences", RetryClass.ThrottleOnly);
    private static readonly Operation List = Operation.Get("reachkit.sequences.list", "api/v1/campaigns/{campaign_id}/sequences");
    private static readonly Operation CreateVariant = Operation.Post(
        "reachkit.sequences.createVariant", "api/v1/campaigns/{campaign_id}/sequences/{sequence_id}/variants",
        RetryClass.ThrottleOnly);
    private static readonly Operation Delete = Operation.Delete(
        "reachkit.sequences.delete", "api/v1/campaigns/{campaign_id}/sequences/{sequence_id}",
        RetryClass.Safe);
    private static readonly Operation Update = Operation.Patch(
        "reachkit.sequences.update", "api/v1/campaigns/{campaign_id}/sequences/{sequence_id}",
        RetryClass.Safe);
    private static readonly Operation DeleteVariant = Operation.Delete(
        "reachkit.sequences.deleteVariant", "api/v1/campaigns/{campaign_id}/variants/{variant_id}",
        RetryClass.Safe);
    private static readonly Operation UpdateVariant = Operation.Patch(
        "reachkit.sequences.updateVariant", "api/v1/campaigns/{campaign_id}/variants/{variant_id}",
        RetryClass.Safe);

    private readonly ApiTransport _api = null!;

    internal SequencesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SequencesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Create, List, CreateVariant, Delete, Update, DeleteVariant, UpdateVariant];

    /// <summary>Adds a step at the end with one empty variant.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="request">New last step.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One step of a campaign with its variants.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// Its own delay is stored but shown as null while it is last; the step before it shows its stored delay again. The path is
    /// published.
    /// </remarks>
    public virtual Task<Sequence> CreateAsync(string campaignId, CreateSequenceRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(campaignId), request ?? new(), ReachkitJson.Default.CreateSequenceRequest, ReachkitJson.Default.Sequence, options, cancellationToken);

    /// <summary>Lists every step of the campaign with its variants, by step number, in one answer.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<Sequence>> ListAsync(string campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(campaignId), ReachkitJson.Default.ListSequence, options, cancellationToken);

    /// <summary>Adds a variant to a step.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="sequenceId">Sequence (step) id; must belong to the campaign in the path.</param>
    /// <param name="request">New variant.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A variant on its own (no letter).</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; unbalanced_braces: A merge tag is opened and not closed; details has field and offset.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// HTML is normalised, merge tags are checked, and the unsubscribe link is put in where the campaign asks for one. The answer
    /// has no letter. The path is published.
    /// </remarks>
    public virtual Task<Variant> CreateVariantAsync(string campaignId, string sequenceId, CreateVariantRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(CreateVariant.At(campaignId, sequenceId), request, ReachkitJson.Default.CreateVariantRequest, ReachkitJson.Default.Variant, options, cancellationToken);

    /// <summary>Removes a step with its variants; later steps move up one so that numbers stay without gaps.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="sequenceId">Sequence (step) id; must belong to the campaign in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>The only step can be removed too. The path is published.</remarks>
    public virtual Task DeleteAsync(string campaignId, string sequenceId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(campaignId, sequenceId), options, cancellationToken);

    /// <summary>Sets the days between this step and the next.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="sequenceId">Sequence (step) id; must belong to the campaign in the path.</param>
    /// <param name="request">New delay.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One step of a campaign with its variants.</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>On the last step it is stored and still shown as null. The path is published.</remarks>
    public virtual Task<Sequence> UpdateAsync(string campaignId, string sequenceId, UpdateSequenceRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(campaignId, sequenceId), request, ReachkitJson.Default.UpdateSequenceRequest, ReachkitJson.Default.Sequence, options, cancellationToken);

    /// <summary>Removes a variant; later letters move up.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="variantId">Variant id; must belong to the campaign in the path.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachValidationException">
    /// cannot_delete_last_variant: Deleting it would leave the step without an enabled variant.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>Refused when the step would be left without an enabled variant. The path is published.</remarks>
    public virtual Task DeleteVariantAsync(string campaignId, string variantId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(DeleteVariant.At(campaignId, variantId), options, cancellationToken);

    /// <summary>Changes subject, HTML body or enabled flag.</summary>
    /// <param name="campaignId">Campaign id.</param>
    /// <param name="variantId">Variant id; must belong to the campaign in the path.</param>
    /// <param name="request">Changes to a variant; what is left out stays.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A variant on its own (no letter).</returns>
    /// <exception cref="OutreachValidationException">
    /// invalid_request: Body is not a JSON object; validation_failed: One or more fields or parameters are bad; details maps each
    /// to messages; unbalanced_braces: A merge tag is opened and not closed; details has field and offset;
    /// cannot_disable_last_variant: Switching it off would leave the step without an enabled variant.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">
    /// not_found: Unknown id, id of another workspace, id under the wrong parent, or unknown path.
    /// </exception>
    /// <remarks>
    /// HTML is cut down to b, i, u, a and img, merge tags are checked, a missing unsubscribe link is put back where the campaign
    /// asks for one. The answer has no letter. The path is published.
    /// </remarks>
    public virtual Task<Variant> UpdateVariantAsync(string campaignId, string variantId, UpdateVariantRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(UpdateVariant.At(campaignId, variantId), request, ReachkitJson.Default.UpdateVariantRequest, ReachkitJson.Default.Variant, options, cancellationToken);
}
