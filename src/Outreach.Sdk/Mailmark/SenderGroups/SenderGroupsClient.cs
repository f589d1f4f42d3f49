namespace Outreach.Sdk.Mailmark;

/// <summary>Sets of sender mailboxes with a recipient list.</summary>
public class SenderGroupsClient
{
    private static readonly Operation List = Operation.Get("mailmark.senderGroups.list", "v1/sender-groups", scope: "domain");
    private static readonly Operation Create = Operation.Post("mailmark.senderGroups.create", "v1/sender-groups", RetryClass.ThrottleOnly, scope: "domain");
    private static readonly Operation Update = Operation.Patch("mailmark.senderGroups.update", "v1/sender-groups/{id}", RetryClass.Safe, scope: "domain");
    private static readonly Operation Delete = Operation.Delete("mailmark.senderGroups.delete", "v1/sender-groups/{id}", RetryClass.Safe, scope: "domain");

    private readonly ApiTransport _api = null!;

    internal SenderGroupsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected SenderGroupsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Update, Delete];

    /// <summary>Returns every sender group of the key's domain, oldest first, in a bare array. Needs a key of one domain.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<SenderGroup>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MailmarkJson.Default.ListSenderGroup, options, cancellationToken);

    /// <summary>Makes a group from chosen mailboxes (all by default) and an optional recipient list. Needs a key of one domain.</summary>
    /// <param name="request">New sender group.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A named set of sender mailboxes plus a recipient list.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); name_required: Missing or empty name (group, sequence, contact);
    /// group_needs_mailbox: No sender left; status 400 on create, 500 on update.
    /// </exception>
    /// <exception cref="OutreachApiException">
    /// group_mailbox_unknown: A named sender is not a mailbox of the domain. The live production body is the platform's.
    /// </exception>
    /// <remarks>Nothing is sent. The path is published.</remarks>
    public virtual Task<SenderGroup> CreateAsync(CreateSenderGroupRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MailmarkJson.Default.CreateSenderGroupRequest, MailmarkJson.Default.SenderGroup, options, cancellationToken);

    /// <summary>Changes only the fields present. Needs a key of one domain.</summary>
    /// <param name="id">Group id.</param>
    /// <param name="request">
    /// Changes to a group. Only the fields present change; <c>emails</c> overrides <c>addEmails</c> and <c>removeEmails</c>.
    /// </param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A named set of sender mailboxes plus a recipient list.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); group_id_required: Group update with an empty path part.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">sender_group_not_found: No such group on the domain.</exception>
    /// <exception cref="OutreachApiException">
    /// group_needs_mailbox: No sender left; status 400 on create, 500 on update; group_mailbox_unknown: A named sender is not a
    /// mailbox of the domain. The live production body is the platform's.
    /// </exception>
    /// <remarks>
    /// <c>emails</c> replaces the list; otherwise <c>addEmails</c> is merged in and then <c>removeEmails</c> taken out. The path is
    /// published.
    /// </remarks>
    public virtual Task<SenderGroup> UpdateAsync(string id, UpdateSenderGroupRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(id), request, MailmarkJson.Default.UpdateSenderGroupRequest, MailmarkJson.Default.SenderGroup, options, cancellationToken);

    /// <summary>Deletes the group for good; its mailboxes are untouched. Needs a key of one domain.</summary>
    /// <param name="id">Group id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource is gone.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachNotFoundException">sender_group_not_found: No such group on the domain.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<DeletedResult> DeleteAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(id), MailmarkJson.Default.DeletedResult, options, cancellationToken);
}
