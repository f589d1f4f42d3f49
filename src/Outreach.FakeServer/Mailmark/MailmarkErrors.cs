using System.Globalization;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Every refusal of the catalogue, with its exact text.</summary>
internal static class MailmarkErrors
{
    public static MailmarkError Unauthorized() => new("unauthorized", 401, "Unauthorized");

    public static MailmarkError DomainKeyRequired() => new("domain_key_required", 403, "This endpoint requires a domain-scoped API key. Org-wide keys cannot be used here.");

    public static MailmarkError FromDomainMismatch() => new("from_domain_mismatch", 403, "From address does not belong to this API key's domain");

    public static MailmarkError InvalidJson() => new("invalid_json", 400, "Invalid JSON");

    public static MailmarkError InvalidJsonBody() => new("invalid_json_body", 400, "Invalid JSON body");

    public static MailmarkError AddressRequired() => new("address_required", 400, "\"address\" is required");

    public static MailmarkError AddressInvalid() => new("address_invalid", 400, "Invalid address format");

    public static MailmarkError AddressPathRequired() => new("address_path_required", 400, "Address required in path");

    public static MailmarkError NameRequired() => new("name_required", 400, "\"name\" is required");

    public static MailmarkError GroupNeedsMailbox(int status) => new("group_needs_mailbox", status, "Group must have at least one mailbox");

    public static MailmarkError GroupIdRequired() => new("group_id_required", 400, "Group ID required in path");

    public static MailmarkError GroupMailboxUnknown(string address) => new("group_mailbox_unknown", 500, $"Mailbox not found: {address}");

    public static MailmarkError SendFieldsRequired() => new("send_fields_required", 400, "Required fields: from, to, subject, and html or text");

    public static MailmarkError SendTypeInvalid() => new("send_type_invalid", 400, "\"type\" must be \"transactional\" or \"campaign\"");

    public static MailmarkError ScheduledAtInvalid() => new("scheduled_at_invalid", 400, "scheduledAt must be a future unix ms timestamp");

    public static MailmarkError FromRequired() => new("from_required", 400, "\"from\" is required");

    public static MailmarkError StepsRequired() => new("steps_required", 400, "\"steps\" must be a non-empty array");

    public static MailmarkError FirstStepInvalid() => new("first_step_invalid", 400, "First step must be send_email");

    public static MailmarkError StepInvalid(string path) => new("step_invalid", 400, $"ArgumentValidationError: Value does not match validator.\nPath: {path}");

    public static MailmarkError SequenceStatusInvalid() => new("sequence_status_invalid", 400, "status must be \"paused\" or \"active\"");

    public static MailmarkError ContactsRequired() => new("contacts_required", 400, "\"contacts\" must be a non-empty array");

    public static MailmarkError TooManyContacts() => new("too_many_contacts", 400, "Max 100 contacts per request");

    public static MailmarkError ContactEmailRequired() => new("contact_email_required", 400, "\"email\" is required");

    public static MailmarkError ContactIdRequired() => new("contact_id_required", 400, "Contact ID required");

    public static MailmarkError EmailIdRequired() => new("email_id_required", 400, "Email ID required");

    public static MailmarkError SequenceNotActive() => new("sequence_not_active", 400, "Sequence is not active");

    public static MailmarkError SequenceNotPaused() => new("sequence_not_paused", 400, "Sequence is not paused");

    public static MailmarkError DomainNotFound() => new("domain_not_found", 404, "Domain not found");

    public static MailmarkError MailboxNotFound() => new("mailbox_not_found", 404, "Mailbox not found");

    public static MailmarkError MailboxAddressNotFound(string address) => new("mailbox_address_not_found", 404, $"Mailbox not found: {address}");

    public static MailmarkError FromMailboxNotFound(string from) => new("from_mailbox_not_found", 404, $"No mailbox found for: {from}");

    public static MailmarkError SenderGroupNotFound() => new("sender_group_not_found", 404, "Sender group not found");

    public static MailmarkError EmailNotFound() => new("email_not_found", 404, "Email not found");

    public static MailmarkError ContactNotFound() => new("contact_not_found", 404, "Contact not found");

    public static MailmarkError SequenceNotFound() => new("sequence_not_found", 404, "Sequence not found");

    public static MailmarkError SequencePathNotFound() => new("sequence_path_not_found", 404, "Not found");

    public static MailmarkError RouteNotFound(string path) => new("route_not_found", 404, $"No HttpAction routed for {path}");

    public static MailmarkError MailboxExists() => new("mailbox_exists", 409, "Mailbox already exists");

    public static MailmarkError MailboxLimitReached(int limit) => new("mailbox_limit_reached", 409, $"Mailbox limit reached. Your plan allows {Number(limit)} mailbox(es). Please upgrade to add more.");

    public static MailmarkError UserNotFound() => new("user_not_found", 409, "User not found");

    public static MailmarkError RecipientsInvalid(IEnumerable<string> addresses) => new("recipients_invalid", 500, $"Invalid recipient(s): {string.Join(", ", addresses)}. Please remove or correct them before sending.");

    public static MailmarkError MonthlyLimitReached(int limit) => new("monthly_limit_reached", 500, $"Monthly email limit reached ({limit.ToString("N0", CultureInfo.InvariantCulture)} emails). Please upgrade your plan.");

    public static MailmarkError WarmingLimitReached(int limit, int day, int days)
        => new("warming_limit_reached", 500, $"Warming limit reached for today ({Number(limit)} emails on day {Number(day)} of {Number(days)}). Sending will resume tomorrow.");

    public static MailmarkError ScheduleInPast() => new("schedule_in_past", 500, "scheduledAt must be in the future");

    public static MailmarkError SendFailed(string text = "Failed to send email") => new("send_failed", 500, text);

    public static MailmarkError InternalError() => new("internal_error", 500, "Server Error");

    /// <summary>The refusal of a code with sample values, as a fault asks for it; null for an unknown code.</summary>
    public static MailmarkError? Sample(string code, string path) => code switch
    {
        "unauthorized" => Unauthorized(),
        "domain_key_required" => DomainKeyRequired(),
        "from_domain_mismatch" => FromDomainMismatch(),
        "invalid_json" => InvalidJson(),
        "invalid_json_body" => InvalidJsonBody(),
        "address_required" => AddressRequired(),
        "address_invalid" => AddressInvalid(),
        "address_path_required" => AddressPathRequired(),
        "name_required" => NameRequired(),
        "group_needs_mailbox" => GroupNeedsMailbox(400),
        "group_id_required" => GroupIdRequired(),
        "group_mailbox_unknown" => GroupMailboxUnknown("nobody@acme.dev"),
        "send_fields_required" => SendFieldsRequired(),
        "send_type_invalid" => SendTypeInvalid(),
        "scheduled_at_invalid" => ScheduledAtInvalid(),
        "from_required" => FromRequired(),
        "steps_required" => StepsRequired(),
        "first_step_invalid" => FirstStepInvalid(),
        "step_invalid" => StepInvalid(".steps[1]"),
        "sequence_status_invalid" => SequenceStatusInvalid(),
        "contacts_required" => ContactsRequired(),
        "too_many_contacts" => TooManyContacts(),
        "contact_email_required" => ContactEmailRequired(),
        "contact_id_required" => ContactIdRequired(),
        "email_id_required" => EmailIdRequired(),
        "sequence_not_active" => SequenceNotActive(),
        "sequence_not_paused" => SequenceNotPaused(),
        "domain_not_found" => DomainNotFound(),
        "mailbox_not_found" => MailboxNotFound(),
        "mailbox_address_not_found" => MailboxAddressNotFound("nobody@acme.dev"),
        "from_mailbox_not_found" => FromMailboxNotFound("nobody@acme.dev"),
        "sender_group_not_found" => SenderGroupNotFound(),
        "email_not_found" => EmailNotFound(),
        "contact_not_found" => ContactNotFound(),
        "sequence_not_found" => SequenceNotFound(),
        "sequence_path_not_found" => SequencePathNotFound(),
        "route_not_found" => RouteNotFound(path),
        "mailbox_exists" => MailboxExists(),
        "mailbox_limit_reached" => MailboxLimitReached(3),
        "user_not_found" => UserNotFound(),
        "recipients_invalid" => RecipientsInvalid(["bad@example.invalid"]),
        "monthly_limit_reached" => MonthlyLimitReached(1000),
        "warming_limit_reached" => WarmingLimitReached(5, 1, 28),
        "schedule_in_past" => ScheduleInPast(),
        "send_failed" => SendFailed(),
        "internal_error" => InternalError(),
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
