namespace Outreach.Sdk.Mailmark;

/// <summary>Remembered correspondents of the account.</summary>
public class ContactsClient
{
    private static readonly Operation List = Operation.Get("mailmark.contacts.list", "v1/contacts", scope: "domain");
    private static readonly Operation Upsert = Operation.Post("mailmark.contacts.upsert", "v1/contacts", RetryClass.Safe, scope: "domain");
    private static readonly Operation Delete = Operation.Delete("mailmark.contacts.delete", "v1/contacts/{id}", RetryClass.Safe, scope: "domain");

    private readonly ApiTransport _api = null!;

    internal ContactsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ContactsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Upsert, Delete];

    /// <summary>
    /// Returns all contacts of the account (not only of the key's domain), oldest first, in a bare array. Needs a key of one
    /// domain.
    /// </summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<Contact>> ListAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync(List.At(), MailmarkJson.Default.ListContact, options, cancellationToken);

    /// <summary>Creates the contact, or renames the one with that address. Needs a key of one domain.</summary>
    /// <param name="request">Contact to create or rename.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Echo of the stored contact; note that the id is not returned.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json: Body is not JSON (all bodies but /v1/send); contact_email_required: Contact without an address; name_required:
    /// Missing or empty name (group, sequence, contact).
    /// </exception>
    /// <remarks>Always answers 201 and without an id. The path is published.</remarks>
    public virtual Task<UpsertedContact> UpsertAsync(UpsertContactRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Upsert.At(), request, MailmarkJson.Default.UpsertContactRequest, MailmarkJson.Default.UpsertedContact, options, cancellationToken);

    /// <summary>Deletes the contact for good. Needs a key of one domain.</summary>
    /// <param name="id">Contact id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Confirmation that a resource is gone.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">contact_id_required: Contact delete with an empty path part.</exception>
    /// <exception cref="OutreachNotFoundException">contact_not_found: No such contact of the account.</exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<DeletedResult> DeleteAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(id), MailmarkJson.Default.DeletedResult, options, cancellationToken);
}
