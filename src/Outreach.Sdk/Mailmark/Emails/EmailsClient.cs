namespace Outreach.Sdk.Mailmark;

/// <summary>Sending, and the stored email records.</summary>
public class EmailsClient
{
    private static readonly Operation Send = Operation.Post("mailmark.emails.send", "v1/send", RetryClass.ThrottleOnly, scope: "domain");
    private static readonly Operation List = Operation.Get("mailmark.emails.list", "v1/emails", scope: "domain");
    private static readonly Operation Get = Operation.Get("mailmark.emails.get", "v1/emails/{id}", scope: "domain");
    private static readonly Operation Delete = Operation.Delete("mailmark.emails.delete", "v1/emails/{id}", RetryClass.ThrottleOnly, scope: "domain");

    private readonly ApiTransport _api = null!;

    internal EmailsClient(ApiTransport api) => _api = api;

    /// <summary>For mocking.</summary>
    protected EmailsClient() { }

    internal static IReadOnlyList<Operation> Operations { get; } = [Send, List, Get, Delete];

    /// <summary>Sends now, or stores until <c>scheduledAt</c>. Needs a key of one domain.</summary>
    /// <param name="request">One send.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A <c>TransactionalSendResult</c> or a <c>CampaignSendResult</c>, as the request's type was.</returns>
    /// <exception cref="OutreachPermissionException">
    /// domain_key_required: Org-wide key on an endpoint of one domain; from_domain_mismatch: The From mailbox exists on another
    /// domain.
    /// </exception>
    /// <exception cref="OutreachValidationException">
    /// invalid_json_body: Body is not JSON (/v1/send); send_fields_required: A required send field is missing or empty;
    /// send_type_invalid: Unknown send type; scheduled_at_invalid: Not a number, or not later than now.
    /// </exception>
    /// <exception cref="OutreachNotFoundException">from_mailbox_not_found: Send from an address that is no mailbox anywhere.</exception>
    /// <exception cref="OutreachApiException">
    /// recipients_invalid: Bad syntax, no mail domain, or a disposable address; addresses lower-cased, joined by comma and space;
    /// monthly_limit_reached: Monthly quota used up; the number has thousands separators; warming_limit_reached: The domain's
    /// warming schedule is used up for the day; send_failed: Any other transport failure; the text is the transport's.
    /// <c>Failed</c> and <c>Failed to send to {address}</c> are other fallbacks; schedule_in_past: The due time passed while a
    /// scheduled campaign was being stored.
    /// </exception>
    /// <remarks>
    /// A transactional send is one message to all recipients; a campaign send is one message each, with unsubscribe headers and
    /// footer. Uses monthly quota, adds sent (or outbox) records, and stamps the key's last use. The path is published.
    /// </remarks>
    public virtual Task<SendResult> SendAsync(SendEmailRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Send.At(), request, MailmarkJson.Default.SendEmailRequest, MailmarkJson.Default.SendResult, options, cancellationToken);

    /// <summary>
    /// Returns the newest emails of one folder of one mailbox (the domain's oldest mailbox when none is named), by creation order,
    /// newest first. Needs a key of one domain.
    /// </summary>
    /// <param name="request">What to ask for; null for the defaults.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachNotFoundException">
    /// mailbox_address_not_found: Email list filter or sequence sender names no mailbox of the domain.
    /// </exception>
    /// <remarks>The path is published.</remarks>
    public virtual Task<IReadOnlyList<EmailSummary>> ListAsync(ListEmailsRequest? request = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendListAsync((request ?? new()).On(List.At()), MailmarkJson.Default.ListEmailSummary, options, cancellationToken);

    /// <summary>Returns one email record of the key's domain. Needs a key of one domain.</summary>
    /// <param name="id">Email id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>An email with its addressing and storage key; the body itself is not served.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">email_id_required: Email get or delete with an empty path part.</exception>
    /// <exception cref="OutreachNotFoundException">email_not_found: No such email on the domain.</exception>
    /// <remarks>The body is not served. The path is published.</remarks>
    public virtual Task<EmailDetail> GetAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Get.At(id), MailmarkJson.Default.EmailDetail, options, cancellationToken);

    /// <summary>
    /// Moves the email to the trash folder; a second call on a trashed email deletes the record. Needs a key of one domain.
    /// </summary>
    /// <param name="id">Email id.</param>
    /// <param name="options">What this call does differently from the client's options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>First delete moves to trash, a delete of a trashed email removes it.</returns>
    /// <exception cref="OutreachPermissionException">domain_key_required: Org-wide key on an endpoint of one domain.</exception>
    /// <exception cref="OutreachValidationException">email_id_required: Email get or delete with an empty path part.</exception>
    /// <exception cref="OutreachNotFoundException">email_not_found: No such email on the domain.</exception>
    /// <remarks>
    /// A scheduled send is not cancelled by either. Do not repeat blindly: the repeat is the permanent delete. The path is
    /// published.
    /// </remarks>
    public virtual Task<EmailDeleteResult> DeleteAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => _api.SendAsync(Delete.At(id), MailmarkJson.Default.EmailDeleteResult, options, cancellationToken);
}
