using Outreach.FakeServer;
using Outreach.Sdk;

namespace QuickStart;

/// <summary>Reads faster than the 20 requests a second and 120 a minute that are allowed, to see what the client does.</summary>
internal sealed class RateLimitDemo(OutreachFake fake, OutreachClient client)
{
    private const int Reads = 150;

    public async Task<(TimeSpan Waited, int Retries)> RunAsync()
    {
        DateTimeOffset before = fake.Clock.Now;
        int retries = 0;
        RequestOptions counting = new() { OnResponse = info => retries += info.Attempts - 1 };
        for (int i = 0; i < Reads; i++) await client.Markus.Campaigns.ListAsync(new() { Limit = 1 }, counting);
        TimeSpan waited = fake.Clock.Now - before;
        Console.WriteLine($"5. {Reads} reads at once meet the rate limits: the client waited {waited.TotalSeconds:0} virtual seconds, and every read was answered.");
        return (waited, retries);
    }
}
