namespace Outreach.Sdk.Mailmark;

/// <summary>Addresses of the domain that send and receive.</summary>
public class MailboxesClient
{
    private static readonly Operation List = Operation.Get("mailmark.mailboxes.list", "v1/mailboxes", scope: "domain");
    private static readonly Operation Create = Operation.Post("mailmark.mailboxes.create", "v1/mailboxes", RetryClass.ThrottleOnly, scope: "domain");
    private static readonly Operation Delete = Operation.Delete("mailmark.mailboxes.delete", "v1/mailboxes/{address}", RetryClass.Safe, scope: "domain").KeepingAddresses();

    private readonly ApiTransport _api = null!;

    internal MailboxesClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected MailboxesClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Delete];

    /// <summary>Returns every mailbox of the key's domain, oldest first, in a bare array. Needs a key of one domain.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<Mailbox>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MailmarkJson.Default.ListMailbox, options, cancellationToken);

    /// <summary>Adds a mailbox on the key's domain from a local part. Needs a key of one domain.</summary>
    /// <param name="request">New mailbox.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An address on the key's domain that can send and receive.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); address_required: Mailbox create without an address;
    /// address_invalid: Local part has other characters than letters, digits, . _ % + -.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">domain_not_found: The key's domain was deleted.</exception>
    /// <exception cref="OutreachConflictException">
    /// mailbox_exists: The address is taken; mailbox_limit_reached: Plan limit; checked before the address; user_not_found: The
    /// key's owner was deleted.
    /// </exception>
    /// <remarks>Counts against the account's mailbox limit. The address must be free. The path is published.</remarks>
    public virtual Task<Mailbox> CreateAsync(CreateMailboxRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MailmarkJson.Default.CreateMailboxRequest, MailmarkJson.Default.Mailbox, options, cancellationToken);

    /// <summary>Deletes the mailbox and all its emails for good. Needs a key of one domain.</summary>
    /// <param name="address">
    /// Local part or full address, case-insensitive. <c>@</c> and <c>+</c> go as they are: the live service does not decode the path.
    /// </param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource is gone.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">address_path_required: Mailbox delete with an empty path part.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// mailbox_not_found: Mailbox delete: no such mailbox on the domain; domain_not_found: The key's domain was deleted.
    /// </exception>
    /// <remarks>
    /// Takes it out of every sender group and deletes groups left without a mailbox; sequences that send from it stay but can no
    /// longer send. The path is published.
    /// </remarks>
    public virtual Task<DeletedResult> DeleteAsync(string address, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(address), MailmarkJson.Default.DeletedResult, options, cancellationToken);
}
