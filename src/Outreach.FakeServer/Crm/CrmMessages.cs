using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The messaging service behind Crm: consents, addresses, and the message itself.</summary>
internal sealed class CrmMessages(CrmRules rules)
{
    /// <summary>The channels that carry messages; the others are social networks.</summary>
    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Push, Channel.WhatsApp];

    /// <summary>Whether the next call to the messaging service fails, which the test control has asked for.</summary>
    public bool Fails()
    {
        CrmUpsets upsets = rules.State.Upsets.Value;
        if (upsets.Messaging == 0) return false;
        rules.State.Upsets.Value = upsets with { Messaging = upsets.Messaging - 1 };
        return true;
    }

    /// <summary>Whether a customer may be written to on a channel, and can be.</summary>
    public static bool Reaches(Customer customer, Channel channel) => channel.Value switch
    {
        "EMAIL" => customer.EmailOptIn && customer.Email is not null,
        "SMS" => customer.SmsOptIn && customer.PhoneNumber is not null,
        "PUSH" => customer.PushOptIn,
        "WHATSAPP" => customer.WhatsappOptIn == true && customer.PhoneNumber is not null,
        _ => false,
    };

    /// <summary>Sends one message and records it on the timeline.</summary>
    /// <param name="customer">The recipient.</param>
    /// <param name="channel">A message channel.</param>
    /// <param name="templateId">The template; null on WHATSAPP campaigns.</param>
    /// <param name="campaignId">The campaign that it belongs to.</param>
    /// <param name="journeyId">The journey that it belongs to.</param>
    /// <returns>False when consent or address is missing: nothing was sent.</returns>
    public bool Send(CustomerRow customer, Channel channel, string? templateId, string? campaignId, string? journeyId)
    {
        Customer profile = rules.State.Customers.Current(customer)!.Value;
        if (!Reaches(profile, channel)) return false;
        Dictionary<string, JsonElement> metadata = new(StringComparer.Ordinal);
        if (campaignId is not null && journeyId is null) metadata["campaignId"] = Text(campaignId);
        if (journeyId is not null) metadata["journeyId"] = Text(journeyId);
        if (templateId is not null) metadata["templateId"] = Text(templateId);
        ActivityRow activity = rules.Activities.Record(customer, new RecordedActivity("MESSAGE_SENT", ActivityCategory.Communication, $"{channel} message sent")
        {
            Channel = channel.Value,
            SourceService = "messaging",
            Metadata = metadata,
        });
        List<KeyValuePair<string, string>> headers = [];
        if (templateId is not null) headers.Add(new("X-Template-Id", templateId));
        if (journeyId is not null) headers.Add(new("X-Journey-Id", journeyId));
        rules.World.Outbox.Add(new OutboxMessage
        {
            Api = "crm",
            Channel = channel.Value!.ToLowerInvariant(),
            MessageId = activity.Id,
            CampaignId = campaignId,
            SentAt = rules.World.Clock.Now,
            From = profile.TenantId,
            To = channel == Channel.Email ? profile.Email! : channel == Channel.Push ? profile.Id : profile.PhoneNumber!,
            Headers = headers,
        });
        return true;
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, CrmJson.Default.String);
}
