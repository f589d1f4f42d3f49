using System.Globalization;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Writes the texts that the service's AI would write: plain, deterministic, made of what the campaign and the contact say.</summary>
internal static class MarkusWriter
{
    /// <summary>The first message of a campaign to a contact, or a follow-up.</summary>
    public static (string? Subject, string Body) Draft(CampaignRow campaign, ContactRow contact, Channel channel, int step)
    {
        string topic = Topic(campaign);
        string body = step switch
        {
            0 => $"{Greeting(campaign.Settings.Tone, contact)}\n\n{Opening(campaign, contact)}\n\n{Question(campaign)}",
            1 => $"{Greeting(campaign.Settings.Tone, contact)}\n\nI wanted to come back to my note about {topic}. Did you have a chance to look at it?",
            _ => $"{Greeting(campaign.Settings.Tone, contact)}\n\nOne more note about {topic}, and then I will leave it at that. Is there a better time, or a better person to ask?",
        };
        string? subject = channel != Channel.Email ? null : step == 0 ? Cut($"{Upper(topic)} for {contact.Company ?? contact.Name ?? "you"}", 300) : Cut($"Re: {Upper(topic)} for {contact.Company ?? contact.Name ?? "you"}", 300);
        return (subject, Cut(body, 20_000));
    }

    /// <summary>A message after feedback.</summary>
    public static (string? Subject, string Body) Revise(MessageRow message, string feedback, int revision)
    {
        string body = message.Body;
        if (feedback.Contains("short", StringComparison.OrdinalIgnoreCase) && body.Split("\n\n") is { Length: > 2 } parts) body = $"{parts[0]}\n\n{parts[^1]}";
        string note = string.Create(CultureInfo.InvariantCulture, $"(Revision {revision}: {feedback})");
        return (message.Subject, Cut($"{body}\n\n{note}", 20_000));
    }

    /// <summary>What a campaign is about, in a few words.</summary>
    public static string Topic(CampaignRow campaign)
        => campaign.Product?.Name ?? campaign.Venue?.ArtistName ?? campaign.Name;

    /// <summary>The text, cut to a number of characters; a surrogate pair is one.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        int end = 0;
        for (int characters = 0; characters < length && end < text.Length; characters++) end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return text[..end];
    }

    /// <summary>The salutation in a tone.</summary>
    public static string Greeting(MessageTone tone, ContactRow contact)
    {
        string name = contact.Name?.Split(' ')[0] ?? contact.Company ?? "there";
        return tone == MessageTone.Professional ? $"Hello {name}," : tone == MessageTone.Bold ? $"{name}!" : $"Hi {name},";
    }

    private static string Opening(CampaignRow campaign, ContactRow contact)
    {
        string who = contact.Company is { } company ? $" and {company} came up" : "";
        if (campaign.Product is { } product)
        {
            string benefit = product.KeyBenefits is [{ } first, ..] ? $" It {first}." : product.Description is { } description ? $" {description}" : "";
            return $"I am looking for people who would like {product.Name}{who}.{benefit}";
        }

        if (campaign.Venue is { } venue)
        {
            string genres = venue.Genres is { Count: > 0 } ? $" ({string.Join(", ", venue.Genres)})" : "";
            return $"I am booking dates for {venue.ArtistName}{genres}{who}.";
        }

        return campaign.CustomInstructions ?? campaign.Objective ?? $"I am writing about {campaign.Name}{who}.";
    }

    private static string Question(CampaignRow campaign) => campaign.Objective is { } objective && campaign.Product is not null
        ? $"Our aim: {objective}. Would that be of interest?"
        : "Would that be of interest?";

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
