using System.Globalization;

namespace Outreach.FakeServer.Markus;

/// <summary>
/// What must lead somewhere in Markus. Campaigns, contacts and messages are never taken out of their tables, so whatever names one
/// leads to it; a connected account, a target profile and what a notice is about may be gone.
/// </summary>
internal static class MarkusReferences
{
    public static IEnumerable<Reference> Of(MarkusState state)
    {
        Lazy<ILookup<string, int>> planned = new(() => state.SendDays.ToLookup(day => day.Key.Split(' ')[0], day => day.Slots.Sum(slot => slot.Messages)));
        return
        [
            state.Fixture.Refers(value => value.AccountId, state.Accounts),
            state.ApiKeys.Refers(row => row.AccountId, state.Accounts),
            state.Campaigns.Refers(row => row.AccountId, state.Accounts),
            state.Campaigns.Refers(row => row.Analysis?.CampaignId, state.Campaigns),
            state.Campaigns.Refers(row => row.Strategy?.CampaignId, state.Campaigns),

            // The job of a campaign with planned messages looks for their slots until it finds one.
            state.Campaigns.Repeats(row => Text(row.Counters.Planned), row => Text(planned.Value[row.Id].Sum()), "counters.planned"),
            state.TargetProfiles.Refers(row => row.CampaignId, state.Campaigns),
            state.Contacts.Refers(row => row.AccountId, state.Accounts),
            state.Contacts.Refers(row => row.CampaignId, state.Campaigns),
            state.Conversations.Refers(row => row.AccountId, state.Accounts),
            state.Conversations.Refers(row => row.ContactId, state.Contacts),
            state.Conversations.Refers(row => row.CampaignId, state.Campaigns),
            state.Conversations.Refers(row => row.LastMessageId, state.Messages),
            state.Messages.Refers(row => row.AccountId, state.Accounts),
            state.Messages.Refers(row => row.ConversationId, state.Conversations),
            state.Messages.Refers(row => row.CampaignId, state.Campaigns),
            state.Messages.Refers(row => row.ContactId, state.Contacts),
            state.ConnectedAccounts.Refers(row => row.AccountId, state.Accounts),
            state.Notifications.Refers(row => row.AccountId, state.Accounts),
            state.DiscoveryJobs.Refers(row => row.AccountId, state.Accounts),
            state.DiscoveryJobs.Refers(row => row.CampaignId, state.Campaigns),
            state.DiscoveryJobs.Refers(row => row.Results.Select(result => result.ContactId), state.Contacts, "results.contactId"),
            state.CreditPurchases.Refers(row => row.AccountId, state.Accounts),
            state.PaymentChallenges.Refers(row => row.AccountId, state.Accounts),
            state.Webhooks.Endpoints.Refers(row => row.AccountId, state.Accounts),
            state.Webhooks.Deliveries.Refers(row => row.EndpointId, state.Webhooks.Endpoints),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
