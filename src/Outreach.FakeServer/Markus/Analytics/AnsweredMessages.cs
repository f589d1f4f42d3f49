using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Finds the replies: inbound messages that directly follow an outbound one of their conversation.</summary>
internal static class AnsweredMessages
{
    /// <summary>The replies of an account in order of receipt, each with the message it follows.</summary>
    public static IEnumerable<(MessageRow Sent, MessageRow Reply)> Of(MarkusState state, string accountId)
    {
        Dictionary<string, MessageRow> last = new(StringComparer.Ordinal);
        foreach (MessageRow message in state.ConversationActivity[accountId])
        {
            string conversation = message.ConversationId!;
            if (message.Direction == MessageDirection.Inbound && last.TryGetValue(conversation, out MessageRow? before) && before.Direction == MessageDirection.Outbound)
                yield return (before, message);
            last[conversation] = message;
        }
    }
}
