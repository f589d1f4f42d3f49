using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The unified inbox.</summary>
internal static class ConversationsEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("conversations.list", List);
        routes.Map("conversations.get", Get);
        routes.Map("conversations.listMessages", ListMessages);
        routes.Map("conversations.markRead", MarkRead);
        routes.Map("conversations.metrics", Metrics);
    }

    private static ConversationRow Find(MarkusCall call) => call.State.FindConversation(call.AccountId, call.Path("conversation_id")) ?? throw new MarkusError("CONV_001");

    private static FakeResponse List(MarkusCall call)
    {
        PageRequest page = call.Page();
        string? campaignId = call.QueryId("campaign_id");
        string? contactId = call.QueryId("contact_id");
        Channel? channel = call.QueryOneOf<Channel>("channel");
        ConversationStatus? status = call.QueryOneOf<ConversationStatus>("status");
        bool? unread = call.QueryFlag("unread");
        string? search = call.QueryText("search", 200);
        ConversationSort sort = call.QueryOneOf<ConversationSort>("sort") ?? ConversationSort.LastMessageAt;
        bool descending = call.QueryOneOf<SortOrder>("order") != SortOrder.Asc;

        MarkusState state = call.State;
        bool filtered = campaignId is not null || contactId is not null || channel is not null || status is not null || unread is not null || search is not null;
        bool Fits(ConversationRow row) => row.AccountId == call.AccountId
            && (campaignId is null || row.CampaignId == campaignId)
            && (contactId is null || row.ContactId == contactId)
            && (channel is null || row.Channel == channel)
            && (status is null || row.Status == status)
            && (unread is null || row.UnreadCount > 0 == unread)
            && (search is null || Has(row.Subject, search) || (state.Contacts.Find(row.ContactId) is { } contact && (Has(contact.Name, search) || Has(contact.Email, search))));

        ListPage<ConversationRow> result;
        if (contactId is not null)
        {
            Index<ConversationRow>.Rows rows = state.ConversationsByContact[contactId];
            result = sort == ConversationSort.CreatedAt
                ? ListPage<ConversationRow>.Of(page, descending ? rows.Newest() : rows, Fits)
                : ListPage<ConversationRow>.Sorted(page, rows, Fits, row => row.LastMessageAt, Comparer<DateTimeOffset>.Default, descending);
        }
        else
        {
            Index<ConversationRow>.Rows rows = state.ConversationsByAccount[call.AccountId];
            IEnumerable<ConversationRow> ordered = sort == ConversationSort.LastMessageAt ? ConversationLists.ByActivity(state, call.AccountId, descending) : descending ? rows.Newest() : rows;
            result = filtered ? ListPage<ConversationRow>.Of(page, ordered, Fits) : ListPage<ConversationRow>.Of(page, ordered, rows.Count);
        }

        return call.Ok(result, row => ConversationViews.Conversation(state, row), MarkusJson.Default.Conversation);
    }

    private static FakeResponse Get(MarkusCall call) => call.Ok(ConversationViews.Detail(call.State, Find(call)), MarkusJson.Default.ConversationDetail);

    private static FakeResponse ListMessages(MarkusCall call)
    {
        PageRequest page = call.Page();
        bool descending = call.QueryOneOf<SortOrder>("order") == SortOrder.Desc;
        Index<MessageRow>.Rows rows = call.State.MessagesByConversation[Find(call).Id];
        return call.Ok(ListPage<MessageRow>.Of(page, descending ? rows.Newest() : rows, rows.Count), MessageViews.Message, MarkusJson.Default.Message);
    }

    private static FakeResponse MarkRead(MarkusCall call)
    {
        ConversationRow row = Find(call);
        int unread = row.UnreadCount;
        if (unread > 0) row = call.State.Conversations.Update(row with { UnreadCount = 0, UpdatedAt = call.Now });
        return call.Ok(new ConversationReadResult { Id = row.Id, UnreadCount = 0, MarkedRead = unread, UpdatedAt = row.UpdatedAt }, MarkusJson.Default.ConversationReadResult);
    }

    private static FakeResponse Metrics(MarkusCall call)
    {
        string? campaignId = call.QueryId("campaign_id");
        Channel? channel = call.QueryOneOf<Channel>("channel");
        DateOnly? start = call.QueryDay("start_date");
        DateOnly? end = call.QueryDay("end_date");
        if (end < start) throw MarkusError.Invalid("end_date must not be before start_date");

        List<ConversationRow> rows =
        [
            .. call.State.ConversationsByAccount[call.AccountId].Where(row =>
                (campaignId is null || row.CampaignId == campaignId) && (channel is null || row.Channel == channel)
                && (start is null || Day(row) >= start) && (end is null || Day(row) <= end)),
        ];
        int replied = rows.Count(row => row.ReceivedCount > 0);
        List<long> responses = [.. rows.Where(row => row.FirstResponseSeconds is not null).Select(row => row.FirstResponseSeconds!.Value)];
        return call.Ok(
            new ConversationMetrics
            {
                Total = rows.Count,
                AwaitingReply = rows.Count(row => row.Status == ConversationStatus.AwaitingReply),
                NeedsReply = rows.Count(row => row.Status == ConversationStatus.NeedsReply),
                Closed = rows.Count(row => row.Status == ConversationStatus.Closed),
                Unread = rows.Count(row => row.UnreadCount > 0),
                Replied = replied,
                ReplyRate = Rates.Of(replied, rows.Count),
                AverageMessages = rows.Count == 0 ? 0 : Math.Round(rows.Average(row => (double)row.MessageCount), 2, MidpointRounding.AwayFromZero),
                AverageFirstResponseSeconds = responses.Count == 0 ? null : (long)Math.Round(responses.Average(), MidpointRounding.AwayFromZero),
                ByChannel =
                [
                    .. Channel.Known.Select(known => (known, Rows: rows.Where(row => row.Channel == known).ToList())).Where(group => group.Rows.Count > 0).Select(group => new ChannelEngagement
                    {
                        Channel = group.known,
                        Conversations = group.Rows.Count,
                        MessagesSent = group.Rows.Sum(row => row.SentCount),
                        MessagesReceived = group.Rows.Sum(row => row.ReceivedCount),
                        ReplyRate = Rates.Of(group.Rows.Count(row => row.ReceivedCount > 0), group.Rows.Count),
                    }),
                ],
                BySentiment = new SentimentCounts
                {
                    Positive = rows.Count(row => row.Analysis?.Sentiment == Sentiment.Positive),
                    Neutral = rows.Count(row => row.Analysis?.Sentiment == Sentiment.Neutral),
                    Negative = rows.Count(row => row.Analysis?.Sentiment == Sentiment.Negative),
                    Unknown = rows.Count(row => row.Analysis is null),
                },
            },
            MarkusJson.Default.ConversationMetrics);
    }

    private static DateOnly Day(ConversationRow row) => DateOnly.FromDateTime(row.CreatedAt.UtcDateTime);

    private static bool Has(string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
