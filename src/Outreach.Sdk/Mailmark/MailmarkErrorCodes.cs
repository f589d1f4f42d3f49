namespace Outreach.Sdk.Mailmark;

/// <summary>The error codes of Mailmark, with the HTTP status each one comes with. The names are this project's own: the wire carries only the text.</summary>
public static class MailmarkErrorCodes
{
    /// <summary>
    /// 401: No usable key: header missing, not <c>Bearer </c>, key unknown or revoked. The documentation's example shows <c>Invalid
    /// or revoked API key</c> instead. Text: <c>Unauthorized</c>.
    /// </summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>
    /// 403: Org-wide key on an endpoint of one domain. Text: <c>This endpoint requires a domain-scoped API key. Org-wide keys
    /// cannot be used here.</c>.
    /// </summary>
    public const string DomainKeyRequired = "domain_key_required";

    /// <summary>
    /// 403: The From mailbox exists on another domain. Text: <c>From address does not belong to this API key's domain</c>.
    /// </summary>
    public const string FromDomainMismatch = "from_domain_mismatch";

    /// <summary>400: Body is not JSON (all bodies but /v1/send). Text: <c>Invalid JSON</c>.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>400: Body is not JSON (/v1/send). Text: <c>Invalid JSON body</c>.</summary>
    public const string InvalidJsonBody = "invalid_json_body";

    /// <summary>400: Mailbox create without an address. Text: <c>"address" is required</c>.</summary>
    public const string AddressRequired = "address_required";

    /// <summary>400: Local part has other characters than letters, digits, . _ % + -. Text: <c>Invalid address format</c>.</summary>
    public const string AddressInvalid = "address_invalid";

    /// <summary>400: Mailbox delete with an empty path part. Text: <c>Address required in path</c>.</summary>
    public const string AddressPathRequired = "address_path_required";

    /// <summary>400: Missing or empty name (group, sequence, contact). Text: <c>"name" is required</c>.</summary>
    public const string NameRequired = "name_required";

    /// <summary>400: No sender left; status 400 on create, 500 on update. Text: <c>Group must have at least one mailbox</c>.</summary>
    public const string GroupNeedsMailbox = "group_needs_mailbox";

    /// <summary>400: Group update with an empty path part. Text: <c>Group ID required in path</c>.</summary>
    public const string GroupIdRequired = "group_id_required";

    /// <summary>
    /// 500: A named sender is not a mailbox of the domain. The live production body is the platform's. Text: <c>Mailbox not found:
    /// {address}</c>.
    /// </summary>
    public const string GroupMailboxUnknown = "group_mailbox_unknown";

    /// <summary>
    /// 400: A required send field is missing or empty. Text: <c>Required fields: from, to, subject, and html or text</c>.
    /// </summary>
    public const string SendFieldsRequired = "send_fields_required";

    /// <summary>400: Unknown send type. Text: <c>"type" must be "transactional" or "campaign"</c>.</summary>
    public const string SendTypeInvalid = "send_type_invalid";

    /// <summary>400: Not a number, or not later than now. Text: <c>scheduledAt must be a future unix ms timestamp</c>.</summary>
    public const string ScheduledAtInvalid = "scheduled_at_invalid";

    /// <summary>400: Sequence create without a sender. Text: <c>"from" is required</c>.</summary>
    public const string FromRequired = "from_required";

    /// <summary>400: Steps missing, empty or not an array. Text: <c>"steps" must be a non-empty array</c>.</summary>
    public const string StepsRequired = "steps_required";

    /// <summary>400: The sequence starts with something else. Text: <c>First step must be send_email</c>.</summary>
    public const string FirstStepInvalid = "first_step_invalid";

    /// <summary>
    /// 400: A later step has a wrong shape, a missing field or an unknown field; match on the first word. Text:
    /// <c>ArgumentValidationError: Value does not match validator. Path: .steps[{index}]</c>.
    /// </summary>
    public const string StepInvalid = "step_invalid";

    /// <summary>400: Unknown wanted state. Text: <c>status must be "paused" or "active"</c>.</summary>
    public const string SequenceStatusInvalid = "sequence_status_invalid";

    /// <summary>400: Contacts missing, empty or not an array. Text: <c>"contacts" must be a non-empty array</c>.</summary>
    public const string ContactsRequired = "contacts_required";

    /// <summary>400: More than 100 contacts. Text: <c>Max 100 contacts per request</c>.</summary>
    public const string TooManyContacts = "too_many_contacts";

    /// <summary>400: Contact without an address. Text: <c>"email" is required</c>.</summary>
    public const string ContactEmailRequired = "contact_email_required";

    /// <summary>400: Contact delete with an empty path part. Text: <c>Contact ID required</c>.</summary>
    public const string ContactIdRequired = "contact_id_required";

    /// <summary>400: Email get or delete with an empty path part. Text: <c>Email ID required</c>.</summary>
    public const string EmailIdRequired = "email_id_required";

    /// <summary>400: Enroll into, or pause, a sequence that is not active. Text: <c>Sequence is not active</c>.</summary>
    public const string SequenceNotActive = "sequence_not_active";

    /// <summary>400: Resume a sequence that is not paused. Text: <c>Sequence is not paused</c>.</summary>
    public const string SequenceNotPaused = "sequence_not_paused";

    /// <summary>404: The key's domain was deleted. Text: <c>Domain not found</c>.</summary>
    public const string DomainNotFound = "domain_not_found";

    /// <summary>404: Mailbox delete: no such mailbox on the domain. Text: <c>Mailbox not found</c>.</summary>
    public const string MailboxNotFound = "mailbox_not_found";

    /// <summary>
    /// 404: Email list filter or sequence sender names no mailbox of the domain. Text: <c>Mailbox not found: {address}</c>.
    /// </summary>
    public const string MailboxAddressNotFound = "mailbox_address_not_found";

    /// <summary>404: Send from an address that is no mailbox anywhere. Text: <c>No mailbox found for: {from}</c>.</summary>
    public const string FromMailboxNotFound = "from_mailbox_not_found";

    /// <summary>404: No such group on the domain. Text: <c>Sender group not found</c>.</summary>
    public const string SenderGroupNotFound = "sender_group_not_found";

    /// <summary>404: No such email on the domain. Text: <c>Email not found</c>.</summary>
    public const string EmailNotFound = "email_not_found";

    /// <summary>404: No such contact of the account. Text: <c>Contact not found</c>.</summary>
    public const string ContactNotFound = "contact_not_found";

    /// <summary>404: No such sequence on the domain. Text: <c>Sequence not found</c>.</summary>
    public const string SequenceNotFound = "sequence_not_found";

    /// <summary>404: Extra path parts after the sequence id. Text: <c>Not found</c>.</summary>
    public const string SequencePathNotFound = "sequence_path_not_found";

    /// <summary>404: Unknown path or method; plain text, not JSON; there is no 405. Text: <c>No HttpAction routed for {path}</c>.</summary>
    public const string RouteNotFound = "route_not_found";

    /// <summary>409: The address is taken. Text: <c>Mailbox already exists</c>.</summary>
    public const string MailboxExists = "mailbox_exists";

    /// <summary>
    /// 409: Plan limit; checked before the address. Text: <c>Mailbox limit reached. Your plan allows {n} mailbox(es). Please
    /// upgrade to add more.</c>.
    /// </summary>
    public const string MailboxLimitReached = "mailbox_limit_reached";

    /// <summary>409: The key's owner was deleted. Text: <c>User not found</c>.</summary>
    public const string UserNotFound = "user_not_found";

    /// <summary>
    /// 500: Bad syntax, no mail domain, or a disposable address; addresses lower-cased, joined by comma and space. Text: <c>Invalid
    /// recipient(s): {list}. Please remove or correct them before sending.</c>.
    /// </summary>
    public const string RecipientsInvalid = "recipients_invalid";

    /// <summary>
    /// 500: Monthly quota used up; the number has thousands separators. Text: <c>Monthly email limit reached ({n} emails). Please
    /// upgrade your plan.</c>.
    /// </summary>
    public const string MonthlyLimitReached = "monthly_limit_reached";

    /// <summary>
    /// 500: The domain's warming schedule is used up for the day. Text: <c>Warming limit reached for today ({limit} emails on day
    /// {day} of {days}). Sending will resume tomorrow.</c>.
    /// </summary>
    public const string WarmingLimitReached = "warming_limit_reached";

    /// <summary>
    /// 500: The due time passed while a scheduled campaign was being stored. Text: <c>scheduledAt must be in the future</c>.
    /// </summary>
    public const string ScheduleInPast = "schedule_in_past";

    /// <summary>
    /// 500: Any other transport failure; the text is the transport's. <c>Failed</c> and <c>Failed to send to {address}</c> are
    /// other fallbacks. Text: <c>Failed to send email</c>.
    /// </summary>
    public const string SendFailed = "send_failed";

    /// <summary>500: Uncaught failure, e.g. a field of the wrong JSON type. Text: <c>Server Error</c>.</summary>
    public const string InternalError = "internal_error";
}
