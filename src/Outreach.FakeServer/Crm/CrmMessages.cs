using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>The messaging service behind Crm: consents, addresses, and the message itself.</summary>
internal sealed class CrmMessages
{
    private const string ReactionKindName = "crm.reaction";
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromHours(1);
    private readonly CrmRules _rules;

    public CrmMessages(CrmRules rules)
    {
        _rules = rules;
        rules.World.Jobs.Handle(ReactionKindName, React, Explain, of: rules.State.Activities, data: JobData.Text);
    }

    /// <summary>The channels that carry messages; the others are social networks.</summary>
    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Push, Channel.WhatsApp];

    /// <summary>Whether the next call to the messaging service fails, which the test control has asked for.</summary>
    public bool Fails()
    {
        CrmUpsets upsets = _rules.State.Upsets.Value;
        if (upsets.Messaging == 0) return false;
        _rules.State.Upsets.Value = upsets with { Messaging = upsets.Messaging - 1 };
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
    public MessageOutcome Send(CustomerRow customer, Channel channel, string? templateId, string? campaignId, string? journeyId)
    {
        Customer profile = _rules.State.Customers.Current(customer)!.Value;
        if (!Reaches(profile, channel)) return MessageOutcome.PassedOver;
        Dictionary<string, JsonElement> metadata = new(StringComparer.Ordinal);
        if (campaignId is not null && journeyId is null) metadata["campaignId"] = Text(campaignId);
        if (journeyId is not null) metadata["journeyId"] = Text(journeyId);
        if (templateId is not null) metadata["templateId"] = Text(templateId);
        ActivityRow activity = _rules.Activities.Record(customer, new RecordedActivity("MESSAGE_SENT", ActivityCategory.Communication, $"{channel} message sent")
        {
            Channel = channel.Value,
            SourceService = "messaging",
            Metadata = metadata,
        });
        string address = channel == Channel.Email ? profile.Email! : channel == Channel.Push ? profile.Id : profile.PhoneNumber!;
        List<KeyValuePair<string, string>> headers = [];
        if (templateId is not null) headers.Add(new("X-Template-Id", templateId));
        if (journeyId is not null) headers.Add(new("X-Journey-Id", journeyId));
        _rules.World.Outbox.Add(new OutboxMessage
        {
            Api = "crm",
            Channel = channel.Value!.ToLowerInvariant(),
            MessageId = activity.Id,
            CampaignId = campaignId,
            SentAt = _rules.World.Clock.Now,
            From = profile.TenantId,
            To = address,
            Headers = headers,
        });
        return Plan(activity, address, campaignId);
    }

    // The contract lets every message be delivered; what else happens is up to the rules of the test.
    private MessageOutcome Plan(ActivityRow message, string address, string? campaignId)
    {
        int nth = (int)_rules.World.Counters.Next($"crm.to:{address}") + 1;
        IReadOnlyList<Reaction> reactions = _rules.World.Recipients.To("crm", address, nth);
        if (reactions.Any(reaction => reaction.Kind is ReactionKind.Bounce or ReactionKind.Refuse)) return MessageOutcome.Bounced;
        foreach (Reaction reaction in reactions)
        {
            if (reaction.Kind is not (ReactionKind.Open or ReactionKind.Click or ReactionKind.Unsubscribe)) continue;
            if (reaction.Kind != ReactionKind.Unsubscribe && message.Value.Channel != Channel.Email.Value) continue;
            _rules.World.Jobs.Schedule(_rules.World.Clock.Now + (reaction.After ?? DefaultDelay), ReactionKindName, message.Id, campaignId is null ? $"{reaction.Kind}" : $"{reaction.Kind} {campaignId}");
        }

        return MessageOutcome.Delivered;
    }

    private string Explain(Job job)
    {
        if (_rules.State.Activities.Find(job.Subject) is not { } message || _rules.State.Customers.Find(message.Value.CustomerId) is not { } customer) return "nothing: the recipient is gone";
        string[] words = job.Data!.Split(' ');
        string what = $"{customer.Who()} reacts to {message.Value.Channel}: {words[0]}";
        return words.Length == 2 && _rules.State.Campaigns.Find(words[1]) is { } campaign ? $"{what} (campaign '{campaign.Value.Name}')" : what;
    }

    private void React(Job job)
    {
        if (_rules.State.Activities.Find(job.Subject) is not { } message || _rules.State.Customers.Find(message.Value.CustomerId) is not { } customer || !CustomerRules.IsLive(customer.Value)) return;
        string[] words = job.Data!.Split(' ');
        string? campaignId = words.Length == 2 ? words[1] : null;
        if (words[0] == nameof(ReactionKind.Unsubscribe))
        {
            Unsubscribe(customer, Channel.From(message.Value.Channel!), campaignId);
            return;
        }

        bool opened = words[0] == nameof(ReactionKind.Open);
        _rules.Activities.Record(customer, new RecordedActivity(opened ? "EMAIL_OPENED" : "EMAIL_CLICKED", ActivityCategory.Communication, opened ? "E-mail opened" : "E-mail clicked")
        {
            Channel = message.Value.Channel,
            SourceService = "messaging",
            SourceId = message.Id,
            Metadata = campaignId is null ? message.Value.Metadata : ActivityRules.Metadata("campaignId", campaignId),
        });
    }

    private void Unsubscribe(CustomerRow customer, Channel channel, string? campaignId)
    {
        _rules.State.Customers.Update(customer with
        {
            Value = channel.Value switch
            {
                "EMAIL" => customer.Value with { EmailOptIn = false },
                "SMS" => customer.Value with { SmsOptIn = false },
                "PUSH" => customer.Value with { PushOptIn = false },
                _ => customer.Value with { WhatsappOptIn = false },
            },
        });
        if (_rules.State.Campaigns.Find(campaignId) is { } campaign) _rules.Campaigns.CountUnsubscribed(campaign, channel);
        _rules.Activities.Record(customer, new RecordedActivity("CONSENT_OPTED_OUT", ActivityCategory.Consent, $"Opted out of {channel}") { Channel = channel.Value, SourceService = "messaging" });
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, CrmJson.Default.String);
}
