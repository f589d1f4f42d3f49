using System.Text.RegularExpressions;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>How a message is read: the analysis table of section 6, by whole words, first match wins.</summary>
internal sealed partial record ResponseReading
{
    private static readonly (Regex Words, ResponseReading Reading)[] Table =
    [
        (Unsubscribe(), new ResponseReading
        {
            Sentiment = Sentiment.Negative,
            Score = -0.8,
            Intent = ResponseIntent.Unsubscribe,
            Summary = "Asks to receive no further messages.",
            Rationale = "Confirms that nothing more will be sent.",
            Confidence = 0.95,
            Status = ContactStatusInput.Unsubscribed,
            Actions = [new() { Type = SuggestedActionType.Unsubscribe, Label = "Unsubscribe the contact", Reason = "The contact asked for it.", Priority = 1 }],
            Replies = ["We have removed you from our list and will not write again.", "Of course, we will not write again. All the best!", "Done, no more messages from us."],
        }),
        (NotInterested(), new ResponseReading
        {
            Sentiment = Sentiment.Negative,
            Score = -0.6,
            Intent = ResponseIntent.NotInterested,
            Summary = "Is not interested.",
            Rationale = "Accepts the answer and leaves the door open.",
            Confidence = 0.9,
            Status = ContactStatusInput.NotInterested,
            Actions = [new() { Type = SuggestedActionType.MarkNotInterested, Label = "Mark as not interested", Reason = "The contact declined.", Priority = 1 }],
            Replies = ["Thank you for letting us know. We wish you continued success.", "Thanks for the honest answer. All the best!", "No problem, thanks for telling me."],
        }),
        (OutOfOffice(), new ResponseReading
        {
            Sentiment = Sentiment.Neutral,
            Score = 0,
            Intent = ResponseIntent.OutOfOffice,
            Summary = "Is away at the moment.",
            Rationale = "Puts the conversation off until the contact is back.",
            Confidence = 0.9,
            Actions = [new() { Type = SuggestedActionType.FollowUpLater, Label = "Write again later", Reason = "The contact is away.", Priority = 2 }],
            Replies = ["Thank you for the notice. I will write again once you have returned.", "Enjoy your time off! I will be in touch afterwards.", "No rush, I'll ping you when you're back."],
        }),
        (Meeting(), new ResponseReading
        {
            Sentiment = Sentiment.Positive,
            Score = 0.8,
            Intent = ResponseIntent.MeetingRequest,
            Summary = "Wants to talk.",
            Rationale = "Answers the request and fixes a time.",
            Confidence = 0.9,
            Status = ContactStatusInput.Interested,
            Actions =
            [
                new() { Type = SuggestedActionType.ScheduleMeeting, Label = "Propose a time", Reason = "The contact asked to talk.", Priority = 1 },
                new() { Type = SuggestedActionType.MarkInterested, Label = "Mark as interested", Reason = "The contact wants to go on.", Priority = 2 },
            ],
            Replies = ["I would be glad to talk. Would 10:00 your time suit you?", "That would be great. Does 10:00 your time work?", "Sounds good, how about 10?"],
        }),
        (Interested(), new ResponseReading
        {
            Sentiment = Sentiment.Positive,
            Score = 0.7,
            Intent = ResponseIntent.Interested,
            Summary = "Is interested.",
            Rationale = "Keeps the interest warm and names the next step.",
            Confidence = 0.85,
            Status = ContactStatusInput.Interested,
            Actions =
            [
                new() { Type = SuggestedActionType.MarkInterested, Label = "Mark as interested", Reason = "The contact likes the idea.", Priority = 1 },
                new() { Type = SuggestedActionType.Reply, Label = "Name the next step", Reason = "The contact waits for it.", Priority = 2 },
            ],
            Replies = ["Thank you for your interest. May I send you the details?", "Happy to hear that! Shall I send you the details?", "Nice! Want me to send the details?"],
        }),
        (Question(), new ResponseReading
        {
            Sentiment = Sentiment.Neutral,
            Score = 0.1,
            Intent = ResponseIntent.Question,
            Summary = "Asks a question.",
            Rationale = "Takes up the question.",
            Confidence = 0.7,
            Actions = [new() { Type = SuggestedActionType.Reply, Label = "Answer the question", Reason = "The contact asked something.", Priority = 1 }],
            Replies = ["Thank you for your question. I will send you a full answer today.", "Good question! I will send you the answer today.", "Good one, let me get back to you today."],
        }),
    ];

    private static readonly ResponseReading Other = new()
    {
        Sentiment = Sentiment.Neutral,
        Score = 0,
        Intent = ResponseIntent.Other,
        Summary = "Says nothing that calls for a certain step.",
        Rationale = "Acknowledges the message.",
        Confidence = 0.5,
        Actions = [new() { Type = SuggestedActionType.NoAction, Label = "No action needed", Reason = "Nothing was asked.", Priority = 5 }],
        Replies = ["Thank you for your message.", "Thanks for getting back to me!", "Thanks for the note!"],
    };

    public required Sentiment Sentiment { get; init; }

    public required double Score { get; init; }

    public required ResponseIntent Intent { get; init; }

    public required string Summary { get; init; }

    public required string Rationale { get; init; }

    public required double Confidence { get; init; }

    /// <summary>The status that suits the contact now; null for none.</summary>
    public ContactStatusInput? Status { get; init; }

    public required IReadOnlyList<SuggestedAction> Actions { get; init; }

    /// <summary>A reply each in the tones professional, friendly, casual.</summary>
    public required string[] Replies { get; init; }

    /// <summary>Reads a text.</summary>
    /// <returns>The reading, and the words that decided it; null when none did.</returns>
    public static (ResponseReading Reading, string? Words) Of(string text)
    {
        foreach ((Regex words, ResponseReading reading) in Table)
            if (words.Match(text) is { Success: true } match) return (reading, match.Value);
        return (Other, null);
    }

    [GeneratedRegex(@"\b(unsubscribe|stop)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsubscribe();

    [GeneratedRegex(@"\b(not\s+interested|no\s+thanks)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotInterested();

    [GeneratedRegex(@"\b(out\s+of\s+office|vacation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutOfOffice();

    [GeneratedRegex(@"\b(call|meet|talk|schedule)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex(@"\b(great|interested|yes)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interested();

    [GeneratedRegex(@"\?")]
    private static partial Regex Question();
}
