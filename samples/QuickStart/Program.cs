using System.Diagnostics;
using Outreach.FakeServer;
using Outreach.Sdk;
using QuickStart;

Stopwatch real = Stopwatch.StartNew();
string file = Path.Combine(AppContext.BaseDirectory, "leads.csv");
string? key = Environment.GetEnvironmentVariable("OUTREACH_KEY");

if (key is not null && !args.Contains("--live"))
{
    Console.WriteLine("OUTREACH_KEY is set: with --live the leads would be imported into that live account, in a campaign that stays a draft.");
    Console.WriteLine("Without --live everything happens in the reference server, and nothing leaves this machine.");
    Console.WriteLine();
}

if (key is not null && args.Contains("--live"))
{
    using OutreachClient live = new(key);
    await new LeadImport(live).RunAsync(file);
    return 0;
}

await using OutreachFake fake = await OutreachFake.StartAsync();
using OutreachClient client = fake.CreateClient();
DateTimeOffset start = fake.Clock.Now;

ImportReport report = await new LeadImport(client).RunAsync(file);
await new CampaignRun(fake, client).RunAsync(report.CampaignId);
(TimeSpan waited, int retries) = await new RateLimitDemo(fake, client).RunAsync();

Summary.Print(report, fake, waited, retries, fake.Clock.Now - start, real.Elapsed);
return 0;
