namespace Outreach.Sdk.Markus;

/// <summary>Contacts, import and contact usage.</summary>
public partial class ContactsClient
{
    private static readonly Operation List = Operation.Get(
        "markus.contacts.list", "contacts",
        scope: "contacts:read", buckets: ["global", "burst"], paging: PagingStyle.Page);
    private static readonly Operation Create = Operation.Post(
        "markus.contacts.create", "contacts",
        RetryClass.ThrottleOnly, scope: "contacts:write", buckets: ["global", "burst", "contacts:write"]);
    private static readonly Operation Get = Operation.Get("markus.contacts.get", "contacts/{contact_id}", scope: "contacts:read", buckets: ["global", "burst"]);
    private static readonly Operation Update = Operation.Patch(
        "markus.contacts.update", "contacts/{contact_id}",
        RetryClass.Safe, scope: "contacts:write", buckets: ["global", "burst", "contacts:write"]);
    private static readonly Operation Delete = Operation.Delete(
        "markus.contacts.delete", "contacts/{contact_id}",
        RetryClass.Safe, scope: "contacts:write", buckets: ["global", "burst", "contacts:write"]);
    private static readonly Operation BulkImport = Operation.Post(
        "markus.contacts.bulkImport", "contacts/import",
        RetryClass.ThrottleOnly, scope: "contacts:write", buckets: ["global", "burst", "contacts:write"]);
    private static readonly Operation Usage = Operation.Get("markus.contacts.usage", "contacts/usage", scope: "contacts:read", buckets: ["global", "burst"]);
    private static readonly Operation ListConversations = Operation.Get(
        "markus.contacts.listConversations", "contacts/{contact_id}/conversations",
        scope: "contacts:read", buckets: ["global", "burst"], paging: PagingStyle.Page);

    private readonly ApiTransport _api = null!;

    internal ContactsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected ContactsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [List, Create, Get, Update, Delete, BulkImport, Usage, ListConversations];

    /// <summary>Returns one page of contacts. Needs scope <c>contacts:read</c>.</summary>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>Deleted contacts are left out unless include_deleted=true. The path is inferred, not published.</remarks>
    public virtual Task<Page<Contact>> ListAsync(ListContactsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(List.At()), MarkusJson.Default.ListContact, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListAsync"/> gives, page after page, fetching as it is read. Needs scope <c>contacts:read</c>.
    /// </summary>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Contact> ListAllAsync(ListContactsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListContactsRequest query = request ?? new();
        return Pages.ByNumberAsync(List, query.Page, (page, token) => ListAsync(query with { Page = page }, options, token), cancellationToken);
    }

    /// <summary>Creates one contact; counts against the contact allowance. Needs scope <c>contacts:write</c>.</summary>
    /// <param name="request">Data for a contact. At least one of <c>email</c> and the social handles is required.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A contact.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachConflictException">CONT_002: Another contact has this e-mail address.</exception>
    /// <exception cref="OutreachValidationException">
    /// CONT_003: The e-mail address is malformed; SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the
    /// JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// CONT_009: The contact allowance is used up; RATE_002: The limit of a write scope is exceeded.
    /// </exception>
    /// <remarks>
    /// Fires contact.created. In an active campaign the first message is drafted at once. The path is inferred, not published.
    /// </remarks>
    public virtual Task<Contact> CreateAsync(CreateContactRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Create.At(), request, MarkusJson.Default.CreateContactRequest, MarkusJson.Default.Contact, options, cancellationToken);

    /// <summary>Returns one contact. Needs scope <c>contacts:read</c>.</summary>
    /// <param name="contactId">Contact id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A contact.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONT_001: No such contact, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Contact> GetAsync(string contactId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(contactId), MarkusJson.Default.Contact, options, cancellationToken);

    /// <summary>Changes the given fields. Needs scope <c>contacts:write</c>.</summary>
    /// <param name="contactId">Contact id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">
    /// Fields to change; members left out stay as they are, null clears. <c>social</c>, <c>location</c>, <c>tags</c> and
    /// <c>custom_fields</c> are replaced as a whole.
    /// </param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A contact.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// CAMP_001: No such campaign, or it is deleted; CONT_001: No such contact, or it is deleted.
    /// </exception>
    /// <exception cref="OutreachConflictException">CONT_002: Another contact has this e-mail address.</exception>
    /// <exception cref="OutreachValidationException">
    /// CONT_003: The e-mail address is malformed; SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the
    /// JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <exception cref="OutreachRateLimitException">
    /// CONT_009: The contact allowance is used up; RATE_002: The limit of a write scope is exceeded.
    /// </exception>
    /// <remarks>
    /// Setting status unsubscribed withdraws unsent messages and closes the contact's conversations. Fires contact.updated. The
    /// path is inferred, not published.
    /// </remarks>
    public virtual Task<Contact> UpdateAsync(string contactId, UpdateContactRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Update.At(contactId), request, MarkusJson.Default.UpdateContactRequest, MarkusJson.Default.Contact, options, cancellationToken);

    /// <summary>
    /// Soft-deletes a contact: deleted_at is set, unsent messages are withdrawn, conversations close. Needs scope
    /// <c>contacts:write</c>.
    /// </summary>
    /// <param name="contactId">Contact id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A contact.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONT_001: No such contact, or it is deleted.</exception>
    /// <exception cref="OutreachRateLimitException">RATE_002: The limit of a write scope is exceeded.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The e-mail address becomes free again. Fires contact.deleted. The path is inferred, not published.</remarks>
    public virtual Task<Contact> DeleteAsync(string contactId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(contactId), MarkusJson.Default.Contact, options, cancellationToken);

    /// <summary>Imports up to 500 contacts and reports on each row. Needs scope <c>contacts:write</c>.</summary>
    /// <param name="request">Contacts to import.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Result of a bulk import, one entry per row in request order.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CAMP_001: No such campaign, or it is deleted.</exception>
    /// <exception cref="OutreachApiException">CONT_007: The import failed as a whole; nothing was stored.</exception>
    /// <exception cref="OutreachRateLimitException">
    /// CONT_009: The contact allowance is used up; RATE_002: The limit of a write scope is exceeded.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_002: The body breaks the schema; SERVER_005: A path or query value, the JSON syntax or the combination of inputs is
    /// wrong.
    /// </exception>
    /// <remarks>
    /// Rows are processed in order; a bad row does not stop the others. Fires contact.created per created row. The path is
    /// inferred, not published.
    /// </remarks>
    public virtual Task<BulkImportResult> BulkImportAsync(BulkImportContactsRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(BulkImport.At(), request, MarkusJson.Default.BulkImportContactsRequest, MarkusJson.Default.BulkImportResult, options, cancellationToken);

    /// <summary>Returns contact usage in the current billing period. Needs scope <c>contacts:read</c>.</summary>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Contact usage in the current billing period.</returns>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <remarks>The literal path segment wins over a contact id. The path is inferred, not published.</remarks>
    public virtual Task<ContactUsage> UsageAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Usage.At(), MarkusJson.Default.ContactUsage, options, cancellationToken);

    /// <summary>Returns one page of the conversations with a contact, latest message first. Needs scope <c>contacts:read</c>.</summary>
    /// <param name="contactId">Contact id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and page; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONT_001: No such contact, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    /// <remarks>The path is inferred, not published.</remarks>
    public virtual Task<Page<Conversation>> ListConversationsAsync(string contactId, ListContactConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendPageAsync((request ?? new()).On(ListConversations.At(contactId)), MarkusJson.Default.ListConversation, options, cancellationToken);

    /// <summary>
    /// Streams what <see cref="ListConversationsAsync"/> gives, page after page, fetching as it is read. Needs scope
    /// <c>contacts:read</c>.
    /// </summary>
    /// <param name="contactId">Contact id. Another form than a UUID gives 400 SERVER_005.</param>
    /// <param name="request">Filters and the page to start at; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">APIKEY_004: The key lacks the scope of the operation.</exception>
    /// <exception cref="OutreachNotFoundException">CONT_001: No such contact, or it is deleted.</exception>
    /// <exception cref="OutreachValidationException">
    /// SERVER_005: A path or query value, the JSON syntax or the combination of inputs is wrong.
    /// </exception>
    public virtual IAsyncEnumerable<Conversation> ListAllConversationsAsync(string contactId, ListContactConversationsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ListContactConversationsRequest query = request ?? new();
        return Pages.ByNumberAsync(ListConversations, query.Page, (page, token) => ListConversationsAsync(contactId, query with { Page = page }, options, token), cancellationToken);
    }
}
