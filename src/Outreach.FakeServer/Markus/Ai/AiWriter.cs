using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Writes what the AI operations answer: plain and deterministic.</summary>
internal static class AiWriter
{
    /// <summary>A text for a campaign, a contact or a conversation.</summary>
    public static (string? Subject, string Body) Content(CampaignRow? campaign, ContactRow contact, ConversationRow? conversation, Channel channel, ContentPurpose purpose, MessageTone tone, string? instructions)
    {
        string topic = campaign is null ? "your work" : MarkusWriter.Topic(campaign);
        string? subject = null;
        string body;
        if (purpose == ContentPurpose.Reply)
        {
            body = $"{MarkusWriter.Greeting(tone, contact)}\n\nThank you for your message about {topic}.";
            subject = conversation?.Subject;
        }
        else if (campaign is not null)
        {
            (subject, body) = MarkusWriter.Draft(campaign with { Settings = campaign.Settings with { Tone = tone } }, contact, channel, purpose == ContentPurpose.FollowUp ? 1 : 0);
        }
        else
        {
            body = purpose == ContentPurpose.FollowUp
                ? $"{MarkusWriter.Greeting(tone, contact)}\n\nI wanted to come back to my last message."
                : $"{MarkusWriter.Greeting(tone, contact)}\n\nI have an idea that fits {topic}.";
        }

        if (!string.IsNullOrWhiteSpace(instructions)) body += $"\n\n{instructions.Trim()}";
        subject ??= $"A word about {topic}";
        if (purpose == ContentPurpose.Reply && !subject.StartsWith("Re: ", StringComparison.Ordinal)) subject = "Re: " + subject;
        return (channel == Channel.Email ? MarkusWriter.Cut(subject, 300) : null, MarkusWriter.Cut(body, 20_000));
    }

    /// <summary>The text, ended after a number of words; what stands between the words that remain stays.</summary>
    public static string Words(string text, int most)
    {
        int words = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool ends = !char.IsWhiteSpace(text[at]) && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
            if (ends && ++words == most) return text[..(at + 1)];
        }

        return text;
    }

    /// <summary>A strategy made of a campaign's brief, its profiles and its follow-ups.</summary>
    public static CampaignStrategy Strategy(CampaignRow campaign, IReadOnlyList<TargetProfileRow> profiles, string id, DateTimeOffset now)
    {
        Channel channel = campaign.Channels[0];
        string topic = MarkusWriter.Topic(campaign);
        string promise = campaign.Product is { KeyBenefits: [{ } benefit, ..] } ? benefit : campaign.Objective ?? campaign.Product?.Description ?? $"what {topic} offers";
        int followUps = campaign.Settings.FollowUps.Enabled ? campaign.Settings.FollowUps.MaxFollowUps : 0;
        return new CampaignStrategy
        {
            Id = id,
            CampaignId = campaign.Id,
            Summary = $"Open with a concrete remark on the contact, then lead to {topic} and close with one question.",
            ValueProposition = promise,
            KeyMessages = campaign.Product?.KeyBenefits is { Count: > 0 } benefits ? benefits : [promise, "One question per message"],
            AudienceSegments = profiles.Count == 0
                ? [new AudienceSegment { Name = "All contacts", Description = $"Everybody in {campaign.Name}", RecommendedChannel = channel, Angle = promise }]
                : [.. profiles.Select(profile => new AudienceSegment
                {
                    Name = profile.Name,
                    Description = profile.Description ?? $"Contacts like {profile.Name}",
                    RecommendedChannel = channel,
                    Angle = profile.Keywords is [{ } keyword, ..] ? $"{promise}, for {keyword}" : promise,
                })],
            Sequence =
            [
                .. Enumerable.Range(0, followUps + 1).Select(step => new StrategyStep
                {
                    Step = step + 1,
                    Channel = channel,
                    DelayDays = step == 0 ? 0 : campaign.Settings.FollowUps.DelayDays,
                    Goal = step == 0 ? "earn a first answer" : step == followUps ? "close politely" : "remind of the first message",
                    SubjectHint = channel == Channel.Email ? step == 0 ? $"A question about {topic}" : $"Re: A question about {topic}" : null,
                    TalkingPoints = step == 0 ? ["why this contact", promise] : ["refer to the first message", "one question"],
                }),
            ],
            Tone = campaign.Settings.Tone,
            CreatedAt = now,
        };
    }

    /// <summary>Up to three replies to a message, best first.</summary>
    public static IReadOnlyList<SuggestedResponse> Replies(ConversationRow conversation, ContactRow contact, MessageRow received, Func<int, string> id)
    {
        (ResponseReading reading, _) = ResponseReading.Of(received.Body);
        MessageTone[] tones = [MessageTone.Professional, MessageTone.Friendly, MessageTone.Casual];
        string[] texts = reading.Replies;
        return
        [
            .. tones.Select((tone, i) => new SuggestedResponse
            {
                Id = id(i),
                ConversationId = conversation.Id,
                Tone = tone,
                Subject = conversation.Channel != Channel.Email ? null
                    : MarkusWriter.Cut(conversation.Subject is { } subject ? subject.StartsWith("Re: ", StringComparison.Ordinal) ? subject : "Re: " + subject : "Re: your message", 300),
                Body = $"{MarkusWriter.Greeting(tone, contact)}\n\n{texts[i]}",
                Rationale = reading.Rationale,
                Confidence = Math.Round(reading.Confidence - (0.1 * i), 2),
                CreatedAt = received.CreatedAt,
            }),
        ];
    }
}
