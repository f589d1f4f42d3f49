using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The approval queue.</summary>
internal static class MessagesEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("messages.listPending", ListPending);
        routes.Map("messages.approve", Approve);
        routes.Map("messages.reject", Reject);
        routes.Map("messages.retry", Retry);
        routes.Map("messages.submitFeedback", SubmitFeedback);
        routes.Map("messages.bulkAction", BulkAction);
    }

    private static MessageRow Find(MarkusCall call) => call.State.MessageRules.Outbound(call.AccountId, call.Path("message_id"));

    private static FakeResponse ListPending(MarkusCall call)
    {
        PageRequest page = call.Page();
        string? campaignId = call.QueryId("campaign_id");
        string? contactId = call.QueryId("contact_id");
        Channel? channel = call.QueryOneOf<Channel>("channel");
        bool descending = call.QueryOneOf<SortOrder>("order") == SortOrder.Desc;

        MarkusState state = call.State;
        bool filtered = campaignId is not null || contactId is not null || channel is not null;
        bool Fits(MessageRow row) => row.AccountId == call.AccountId && row.Status == MessageStatus.PendingApproval
            && (campaignId is null || row.CampaignId == campaignId) && (contactId is null || row.ContactId == contactId) && (channel is null || row.Channel == channel);

        int total = state.PendingMessages.Count(call.AccountId) + state.RevivedMessages.Count(call.AccountId);
        IEnumerable<MessageRow> ordered = contactId is null ? Pending(state, call.AccountId, descending) : descending ? state.MessagesByContact[contactId].Newest() : state.MessagesByContact[contactId];
        ListPage<MessageRow> result = filtered ? ListPage<MessageRow>.Of(page, ordered, Fits) : ListPage<MessageRow>.Of(page, ordered, total);
        return call.Ok(result, row => MessageViews.Pending(state, row), MarkusJson.Default.PendingMessage);
    }

    private static FakeResponse Approve(MarkusCall call) => call.Ok(MessageViews.Message(call.State.MessageRules.ApproveByCaller(Find(call))), MarkusJson.Default.Message);

    private static FakeResponse Reject(MarkusCall call)
    {
        MarkusBody body = call.Body(required: false);
        string? reason = body.Fields.Text("reason", nullable: true, max: 1000).Or(null);
        body.Check();
        return call.Ok(MessageViews.Message(call.State.MessageRules.RejectByCaller(Find(call), reason)), MarkusJson.Default.Message);
    }

    private static FakeResponse Retry(MarkusCall call)
    {
        MarkusState state = call.State;
        MessageRow row = Find(call);
        if (row.Status != MessageStatus.Failed) throw MarkusError.Invalid("only failed messages can be retried");
        if (state.Contacts.Find(row.ContactId) is not { } contact || !contact.IsReachableOn(row.Channel)) throw MarkusError.Invalid("the contact cannot be reached");
        if (state.Campaigns.Find(row.CampaignId) is { IsOpen: false }) throw MarkusError.Invalid("the campaign of the message has ended");
        if (!state.Allowances.MaySend(row.AccountId, row.CampaignId)) throw new MarkusError("MSG_015");
        SendOutcome outcome = state.Sends.Retry(row);
        return outcome.Refused is null ? call.Ok(MessageViews.Message(outcome.Message!), MarkusJson.Default.Message) : throw new MarkusError("MSG_001");
    }

    private static FakeResponse SubmitFeedback(MarkusCall call)
    {
        MarkusBody body = call.Body();
        string? feedback = body.Fields.Text("feedback", required: true, min: 1, max: 2000).Or(null);
        body.Check();

        MessageRow row = Find(call);
        call.State.MessageRules.CheckRevisable(row);
        call.State.Allowances.CheckAi(call.AccountId, row.CampaignId);
        AiFilter.Check(feedback);
        return call.Ok(MessageViews.Message(call.State.MessageRules.Revise(row, feedback!)), MarkusJson.Default.Message);
    }

    private static FakeResponse BulkAction(MarkusCall call)
    {
        MarkusBody body = call.Body();
        BulkMessageAction? action = body.Fields.OneOf<BulkMessageAction>("action", required: true).Or(null);
        Optional<IReadOnlyList<string>?> ids = body.Fields.List("message_ids", static item => ReadId(item), required: true, min: 1, max: 100);
        if (ids.IsSet && ids.Value!.Distinct(StringComparer.Ordinal).Count() < ids.Value!.Count) body.Rule("message_ids", "must not name a message twice");
        string? reason = body.Fields.Text("reason", nullable: true, max: 1000).Or(null);
        body.Check();

        List<BulkMessageItemResult> results = new(ids.Value!.Count);
        foreach (string id in ids.Value!)
        {
            MessageRow? row = null;
            try
            {
                row = call.State.MessageRules.Outbound(call.AccountId, id);
                row = action == BulkMessageAction.Approve ? call.State.MessageRules.ApproveByCaller(row) : call.State.MessageRules.RejectByCaller(row, reason);
                results.Add(new BulkMessageItemResult { MessageId = id, Success = true, Status = row.Status });
            }
            catch (MarkusError error)
            {
                results.Add(new BulkMessageItemResult { MessageId = id, Success = false, Status = row?.Status, Error = new RowError { Code = error.Code, Message = error.Message } });
            }
        }

        int succeeded = results.Count(result => result.Success);
        return call.Ok(
            new BulkMessageActionResult { Action = action!.Value, Total = results.Count, Succeeded = succeeded, Failed = results.Count - succeeded, Results = results },
            MarkusJson.Default.BulkMessageActionResult);
    }

    private static Optional<string> ReadId(ListItem item)
    {
        Optional<string> text = item.Text();
        if (!text.IsSet) return default;
        if (TextForms.Uuid().IsMatch(text.Value)) return text.Value.ToLowerInvariant();
        item.Report(ViolationKind.Form, expected: "uuid");
        return default;
    }

    // Those that wait again after a rejection are few; they are merged into the others by age.
    private static IEnumerable<MessageRow> Pending(MarkusState state, string accountId, bool descending)
    {
        Index<MessageRow>.Rows rows = state.PendingMessages[accountId];
        IEnumerable<MessageRow> waiting = descending ? rows.Newest() : rows;
        if (state.RevivedMessages.Count(accountId) == 0) return waiting;
        IEnumerable<MessageRow> revived = descending ? state.RevivedMessages[accountId].OrderByDescending(row => row.Ordinal) : state.RevivedMessages[accountId].OrderBy(row => row.Ordinal);
        return Merge(waiting, [.. revived], descending);
    }

    private static IEnumerable<MessageRow> Merge(IEnumerable<MessageRow> rows, IReadOnlyList<MessageRow> others, bool descending)
    {
        int at = 0;
        foreach (MessageRow row in rows)
        {
            while (at < others.Count && others[at].Ordinal < row.Ordinal != descending) yield return others[at++];
            yield return row;
        }

        while (at < others.Count) yield return others[at++];
    }
}
