namespace Outreach.FakeServer.Reachkit;

/// <summary>The automatic label of a thread (contract section 3.10).</summary>
internal static class ConversationLabels
{
    private static readonly (string Label, string[] Words)[] Rules =
    [
        ("unsubscribe", ["unsubscribe", "remove me", "stop emailing"]),
        ("out_of_office", ["out of office", "on vacation", "on leave"]),
        ("left_company", ["no longer with", "left the company"]),
        ("wrong_person", ["wrong person", "not the right person"]),
        ("referral", ["reach out to", "speak to my colleague"]),
        ("not_interested", ["not interested", "no thanks", "no thank you"]),
        ("meeting_requested", ["book a", "schedule a", "calendar", "set up a call"]),
        ("needs_more_info", ["more info", "more information", "send details"]),
        ("interested", ["interested", "sounds good", "sounds useful"]),
        ("question", ["?"]),
    ];

    /// <summary>The label of an incoming message: the first rule whose words occur in it.</summary>
    public static string Of(string subject, string? text, bool isAutoReply)
    {
        foreach ((string label, string[] words) in Rules)
        {
            if (isAutoReply && label == "out_of_office") return label;
            foreach (string word in words)
                if (subject.Contains(word, StringComparison.OrdinalIgnoreCase) || text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true) return label;
        }

        return "neutral";
    }
}
