namespace Outreach.Sdk.Mailmark;

/// <summary>A text that the service answers with, and the code that the catalogue gives it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Status">The status that it normally comes with, which tells equal texts apart.</param>
/// <param name="Parts">The fixed parts of the text, between its parameters.</param>
internal sealed record MailmarkErrorText(string Code, int Status, string[] Parts)
{
    /// <summary>The catalogue's texts.</summary>
    public static IReadOnlyList<MailmarkErrorText> All { get; } =
    [
        new(MailmarkErrorCodes.Unauthorized, 401, ["Unauthorized"]),
        new(MailmarkErrorCodes.DomainKeyRequired, 403, ["This endpoint requires a domain-scoped API key. Org-wide keys cannot be used here."]),
        new(MailmarkErrorCodes.FromDomainMismatch, 403, ["From address does not belong to this API key's domain"]),
        new(MailmarkErrorCodes.InvalidJson, 400, ["Invalid JSON"]),
        new(MailmarkErrorCodes.InvalidJsonBody, 400, ["Invalid JSON body"]),
        new(MailmarkErrorCodes.AddressRequired, 400, ["\"address\" is required"]),
        new(MailmarkErrorCodes.AddressInvalid, 400, ["Invalid address format"]),
        new(MailmarkErrorCodes.AddressPathRequired, 400, ["Address required in path"]),
        new(MailmarkErrorCodes.NameRequired, 400, ["\"name\" is required"]),
        new(MailmarkErrorCodes.GroupNeedsMailbox, 400, ["Group must have at least one mailbox"]),
        new(MailmarkErrorCodes.GroupIdRequired, 400, ["Group ID required in path"]),
        new(MailmarkErrorCodes.GroupMailboxUnknown, 500, ["Mailbox not found: ", ""]),
        new(MailmarkErrorCodes.SendFieldsRequired, 400, ["Required fields: from, to, subject, and html or text"]),
        new(MailmarkErrorCodes.SendTypeInvalid, 400, ["\"type\" must be \"transactional\" or \"campaign\""]),
        new(MailmarkErrorCodes.ScheduledAtInvalid, 400, ["scheduledAt must be a future unix ms timestamp"]),
        new(MailmarkErrorCodes.FromRequired, 400, ["\"from\" is required"]),
        new(MailmarkErrorCodes.StepsRequired, 400, ["\"steps\" must be a non-empty array"]),
        new(MailmarkErrorCodes.FirstStepInvalid, 400, ["First step must be send_email"]),
        new(MailmarkErrorCodes.SequenceStatusInvalid, 400, ["status must be \"paused\" or \"active\""]),
        new(MailmarkErrorCodes.ContactsRequired, 400, ["\"contacts\" must be a non-empty array"]),
        new(MailmarkErrorCodes.TooManyContacts, 400, ["Max 100 contacts per request"]),
        new(MailmarkErrorCodes.ContactEmailRequired, 400, ["\"email\" is required"]),
        new(MailmarkErrorCodes.ContactIdRequired, 400, ["Contact ID required"]),
        new(MailmarkErrorCodes.EmailIdRequired, 400, ["Email ID required"]),
        new(MailmarkErrorCodes.SequenceNotActive, 400, ["Sequence is not active"]),
        new(MailmarkErrorCodes.SequenceNotPaused, 400, ["Sequence is not paused"]),
        new(MailmarkErrorCodes.DomainNotFound, 404, ["Domain not found"]),
        new(MailmarkErrorCodes.MailboxNotFound, 404, ["Mailbox not found"]),
        new(MailmarkErrorCodes.MailboxAddressNotFound, 404, ["Mailbox not found: ", ""]),
        new(MailmarkErrorCodes.FromMailboxNotFound, 404, ["No mailbox found for: ", ""]),
        new(MailmarkErrorCodes.SenderGroupNotFound, 404, ["Sender group not found"]),
        new(MailmarkErrorCodes.EmailNotFound, 404, ["Email not found"]),
        new(MailmarkErrorCodes.ContactNotFound, 404, ["Contact not found"]),
        new(MailmarkErrorCodes.SequenceNotFound, 404, ["Sequence not found"]),
        new(MailmarkErrorCodes.SequencePathNotFound, 404, ["Not found"]),
        new(MailmarkErrorCodes.MailboxExists, 409, ["Mailbox already exists"]),
        new(MailmarkErrorCodes.MailboxLimitReached, 409, ["Mailbox limit reached. Your plan allows ", " mailbox(es). Please upgrade to add more."]),
        new(MailmarkErrorCodes.UserNotFound, 409, ["User not found"]),
        new(MailmarkErrorCodes.RecipientsInvalid, 500, ["Invalid recipient(s): ", ". Please remove or correct them before sending."]),
        new(MailmarkErrorCodes.MonthlyLimitReached, 500, ["Monthly email limit reached (", " emails). Please upgrade your plan."]),
        new(MailmarkErrorCodes.WarmingLimitReached, 500, ["Warming limit reached for today (", " emails on day ", " of ", "). Sending will resume tomorrow."]),
        new(MailmarkErrorCodes.ScheduleInPast, 500, ["scheduledAt must be in the future"]),
    ];

    /// <summary>Whether a text is this one, whatever stands in the places of its parameters.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (Parts.Length == 1) return text.SequenceEqual(Parts[0]);
        if (!text.StartsWith(Parts[0], StringComparison.Ordinal)) return false;
        text = text[Parts[0].Length..];
        foreach (string part in Parts.AsSpan(1..^1))
        {
            int at = text.IndexOf(part, StringComparison.Ordinal);
            if (at < 0) return false;
            text = text[(at + part.Length)..];
        }

        return text.EndsWith(Parts[^1], StringComparison.Ordinal);
    }
}
