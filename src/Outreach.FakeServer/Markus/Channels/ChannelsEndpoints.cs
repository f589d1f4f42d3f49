using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Connected accounts, what they can be used for, and direct sending.</summary>
internal static class ChannelsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("channels.listAccounts", ListAccounts);
        routes.Map("channels.availability", Availability);
        routes.Map("channels.send", Send);
    }

    private static FakeResponse ListAccounts(MarkusCall call)
    {
        Channel? channel = call.QueryOneOf<Channel>("channel");
        MarkusState state = call.State;
        IEnumerable<ConnectedAccountRow> rows = Channel.Known.Where(known => channel is null || known == channel)
            .SelectMany(known => state.ConnectedAccountsByAccount[call.AccountId].Where(row => row.Channel == known).OrderBy(row => row.ConnectedAt).ThenBy(row => row.Ordinal));
        return call.Ok(
            rows,
            row => new ConnectedAccount
            {
                Id = row.Id,
                Channel = row.Channel,
                Handle = row.Handle,
                DisplayName = row.DisplayName,
                Status = row.Status,
                IsDefault = row.IsDefault,
                DailyLimit = row.DailyLimit,
                SentToday = state.Channels.SentToday(row),
                ConnectedAt = row.ConnectedAt,
                LastUsedAt = row.LastUsedAt,
            },
            MarkusJson.Default.ConnectedAccount);
    }

    private static FakeResponse Availability(MarkusCall call)
    {
        string? contactId = call.QueryId("contact_id");
        ContactRow? contact = contactId is null ? null : call.State.FindContact(call.AccountId, contactId) ?? throw new MarkusError("CONT_001");
        AccountRow account = call.Account;
        List<ChannelAvailabilityItem> items = [.. Channel.Known.Select(channel => Item(call.State, account, contact, channel))];
        return call.Ok(
            new ChannelAvailability
            {
                ContactId = contact?.Id,
                RecommendedChannel = items.Find(item => item.Available)?.Channel,
                Channels = items,
            },
            MarkusJson.Default.ChannelAvailability);
    }

    private static ChannelAvailabilityItem Item(MarkusState state, AccountRow account, ContactRow? contact, Channel channel)
    {
        (ChannelUnavailableReason? reason, ConnectedAccountRow? sender) = state.Channels.Availability(account, contact, channel);
        string? recipient = contact?.AddressOn(channel);
        return new ChannelAvailabilityItem
        {
            Channel = channel,
            Available = reason is null,
            Reason = reason,
            AccountId = sender?.Id,
            Recipient = string.IsNullOrEmpty(recipient) ? null : recipient,
            RemainingToday = sender is not null && sender.Status == ConnectedAccountStatus.Connected ? Math.Max(0, sender.DailyLimit - state.Channels.SentToday(sender)) : 0,
        };
    }

    private static FakeResponse Send(MarkusCall call)
    {
        MarkusBody body = call.Body();
        Channel? wanted = body.Fields.OneOf<Channel>("channel", required: true).Or(null);
        string? contactId = ContactFields.ReadId(body.Fields, "contact_id", nullable: false).Or(null);
        string? conversationId = ContactFields.ReadId(body.Fields, "conversation_id", nullable: false).Or(null);
        string? accountId = ContactFields.ReadId(body.Fields, "account_id", nullable: false).Or(null);
        string? subject = body.Fields.Text("subject", nullable: true, min: 1, max: 300).Or(null);
        if (subject is not null && wanted is not null && wanted != Channel.Email) body.Rule("subject", "is not allowed on this channel");
        string? text = body.Fields.Text("body", required: true, min: 1, max: 20_000).Or(null);
        bool names = body.Fields.Has("contact_id"), continues = body.Fields.Has("conversation_id");
        if (names == continues) body.Rule("", "needs exactly one of contact_id and conversation_id");
        body.Check();

        MarkusState state = call.State;
        Channel channel = wanted!.Value;
        ContactRow? contact = contactId is null ? null : state.FindContact(call.AccountId, contactId) ?? throw new MarkusError("CONT_001");
        ConversationRow? conversation = conversationId is null ? null : state.FindConversation(call.AccountId, conversationId) ?? throw new MarkusError("CONV_001");
        ConnectedAccountRow? chosen = null;
        if (accountId is not null && (!state.ConnectedAccounts.TryFind(accountId, out chosen) || chosen.AccountId != call.AccountId)) throw new MarkusError("SERVER_003");
        contact ??= state.Contacts.Find(conversation!.ContactId)!;
        if (conversation is not null && conversation.Channel != channel) throw MarkusError.Body("channel", "must be that of the conversation");
        if (chosen is not null && chosen.Channel != channel) throw MarkusError.Body("account_id", "must be an account of the channel");
        if (channel == Channel.Email && subject is null && !state.MessagesByContact[contact.Id].Any(WasMailed)) throw MarkusError.Body("subject", "is required for the first e-mail to a contact");

        if (contact.DeletedAt is not null) throw MarkusError.Invalid("contact is deleted");
        if (conversation is { IsOpen: false }) throw MarkusError.Invalid("conversation is closed");
        (ChannelUnavailableReason? reason, ConnectedAccountRow? sender) = state.Channels.Availability(call.Account, contact, channel, chosen);
        if (reason is { } why) throw MarkusError.Invalid($"channel not available: {why}");
        conversation ??= LatestOpen(state, contact, channel);
        if (!state.Allowances.MaySend(call.AccountId, conversation?.CampaignId)) throw new MarkusError("MSG_015");
        if (channel == Channel.Email) subject ??= Continued(state, contact, conversation);
        SendOutcome outcome = state.Sends.SendDirect(contact, channel, sender!, conversation, subject, text!);
        return outcome.Refused is null
            ? call.Ok(MessageViews.Message(outcome.Message!), MarkusJson.Default.Message, 201)
            : throw new MarkusError(conversationId is null ? "MSG_001" : "CONV_003");
    }

    private static bool WasMailed(MessageRow message) => message.Channel == Channel.Email && message.Direction == MessageDirection.Outbound && message.SentAt is not null;

    private static ConversationRow? LatestOpen(MarkusState state, ContactRow contact, Channel channel)
        => state.ConversationsByContact[contact.Id].Where(row => row.IsOpen && row.Channel == channel).OrderBy(row => row.LastMessageAt).ThenBy(row => row.Ordinal).LastOrDefault();

    private static string? Continued(MarkusState state, ContactRow contact, ConversationRow? conversation)
    {
        string? first = conversation?.Subject ?? state.MessagesByContact[contact.Id].Newest().FirstOrDefault(WasMailed)?.Subject;
        return first is null || first.StartsWith("Re: ", StringComparison.Ordinal) ? first : MarkusWriter.Cut("Re: " + first, 300);
    }
}
