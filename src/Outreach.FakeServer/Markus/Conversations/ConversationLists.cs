namespace Outreach.FakeServer.Markus;

/// <summary>The conversations of an account by their last message, which costs no sorting.</summary>
internal static class ConversationLists
{
    /// <summary>
    /// Conversations by the time of their last message; those of one instant in order of creation, reversed for descending.
    /// Messages stand in order of sending and receipt, so a conversation's place is that of its last one.
    /// </summary>
    public static IEnumerable<ConversationRow> ByActivity(MarkusState state, string accountId, bool descending)
    {
        List<ConversationRow> instant = [];
        Index<MessageRow>.Rows messages = state.ConversationActivity[accountId];
        foreach (MessageRow message in descending ? messages.Newest() : messages)
        {
            if (state.Conversations.Find(message.ConversationId) is not { } conversation || conversation.LastMessageId != message.Id) continue;
            if (instant.Count > 0 && instant[0].LastMessageAt != conversation.LastMessageAt)
            {
                foreach (ConversationRow row in Ordered(instant, descending)) yield return row;
                instant.Clear();
            }

            instant.Add(conversation);
        }

        foreach (ConversationRow row in Ordered(instant, descending)) yield return row;
    }

    private static IEnumerable<ConversationRow> Ordered(List<ConversationRow> rows, bool descending)
        => descending ? rows.OrderByDescending(static row => row.Ordinal) : rows.OrderBy(static row => row.Ordinal);
}
