using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>docs/time.md</c>.</summary>
public static class TimeSnippets
{
    [Runs]
    public static async Task Moving(OutreachFake fake)
    {
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        await fake.Clock.AdvanceToAsync(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));      // a new billing period
        await fake.Clock.AdvanceToNextAsync();                                                        // the next thing that happens
    }

    [Runs]
    public static void Pending(OutreachFake fake)
    {
        foreach (PendingEvent next in fake.Clock.Pending.Take(10))
            Console.WriteLine($"{next.Due:ddd HH:mm} {next.Kind} {next.Subject}: {next.Reason}");
    }

    [Runs]
    public static async Task Waiting(OutreachFake fake, OutreachClient client)
    {
        fake.Faults.Add("markus.campaigns.list", FaultEffect.Throttle(TimeSpan.FromSeconds(45)));
        DateTimeOffset before = fake.Clock.Now;
        await client.Markus.Campaigns.ListAsync();
        TimeSpan waited = fake.Clock.Now - before;               // 45 seconds, in no time
    }

    [Runs]
    public static async Task ByHand(OutreachFake fake, OutreachClient client)
    {
        string conversationId = (await client.Markus.Conversations.ListAsync()).Items[0].Id;
        fake.Markus.Receive(conversationId, "Can we talk on Thursday?");
        fake.Markus.Account.Notify("Maintenance", "Tonight at 22:00.");
        await fake.SettleAsync();                                // webhooks of what was done outside a request
    }
}
