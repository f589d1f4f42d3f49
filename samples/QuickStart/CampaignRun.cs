using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace QuickStart;

/// <summary>Activates the campaign and lets two working weeks pass.</summary>
internal sealed class CampaignRun(OutreachFake fake, OutreachClient client)
{
    public async Task RunAsync(string campaignId)
    {
        await client.Markus.Campaigns.UpdateAsync(campaignId, new() { Status = CampaignStatus.Active });
        Console.WriteLine("4. The campaign is active; two weeks pass:");
        for (int day = 0; day < 14; day++)
        {
            await fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
            if (day % 2 == 0) await PrintAsync();
        }

        await PrintAsync();
    }

    private async Task PrintAsync()
    {
        Page<Conversation> answered = await client.Markus.Conversations.ListAsync(new() { Status = ConversationStatus.NeedsReply, Limit = 1 });
        Console.WriteLine($"   {fake.Clock.Now:ddd d MMM}: {fake.Outbox.Count,5} messages sent, {answered.Total,3} conversations wait for an answer");
    }
}
