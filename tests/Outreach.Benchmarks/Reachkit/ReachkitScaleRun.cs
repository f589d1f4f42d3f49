using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk.Reachkit;

namespace Outreach.Benchmarks.Reachkit;

/// <summary>
/// A Reachkit campaign of three steps over twenty inboxes, sixty virtual days long, with 10,000 and with 100,000 leads: real time
/// and memory. The mixed run matches providers, stops companies on replies, blocks every tenth lead and has a tenth of the mail
/// answered. Run with <c>--reachkit-scale</c>.
/// </summary>
internal static class ReachkitScaleRun
{
    private const int Inboxes = 20;
    private const int Days = 60;

    public static async Task RunAsync()
    {
        await OnceAsync(1_000, mixed: true);
        Console.WriteLine("run\tleads\timport s\tsend s\tmails\tmails/s\tprogress\tlive MB");
        foreach (bool mixed in (bool[])[false, true])
            foreach (int leads in (int[])[10_000, 100_000]) Console.WriteLine($"{(mixed ? "mixed" : "plain")}\t{await OnceAsync(leads, mixed)}");
    }

    private static async Task<string> OnceAsync(int leads, bool mixed)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual, JournalCapacity = 100 });
        string campaign = (await SendAsync(fake, "POST", "campaigns", """{"name":"Scale"}""")).GetProperty("id").GetString()!;
        string path = $"campaigns/{campaign}";
        await SendAsync(fake, "POST", $"{path}/sequences", "{}");
        await SendAsync(fake, "POST", $"{path}/sequences", "{}");
        foreach (JsonElement step in (await SendAsync(fake, "GET", $"{path}/sequences")).EnumerateArray())
        {
            string variant = step.GetProperty("variants")[0].GetProperty("id").GetString()!;
            await SendAsync(fake, "PATCH", $"{path}/variants/{variant}", """{"subject":"Hi {{first_name|there}}","body_html":"<p>Hello {{first_name|there}} at {{company}},</p><p>a word on <b>routing</b>?</p>"}""");
        }

        List<string> inboxes = [];
        for (int i = 0; i < Inboxes; i++) inboxes.Add(fake.Reachkit.AddInbox(new ReachkitInboxSetup { Email = $"sam@mail{i}.example", Provider = i % 2 == 0 ? InboxProvider.Google : InboxProvider.Other, DailyCampaignLimit = 500, Signature = "<b>Sam</b>" }));
        await SendAsync(fake, "POST", $"{path}/inboxes/attach", $$"""{"inbox_ids":[{{string.Join(',', inboxes.Select(id => $"\"{id}\""))}}]}""");

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < leads; i++)
            await SendAsync(fake, "POST", $"{path}/leads", $$"""{"email":"lead{{i}}@company{{i / 5}}.example","first_name":"Dana","variables":{"company":"Company {{i / 5}}"} }""");
        if (mixed) await MixAsync(fake, path, leads);
        TimeSpan import = Stopwatch.GetElapsedTime(start);
        await SendAsync(fake, "PATCH", path, """{"daily_limit":100000,"status":"active"}""");

        start = Stopwatch.GetTimestamp();
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(Days));
        TimeSpan send = Stopwatch.GetElapsedTime(start);
        int mails = fake.Outbox.Count;
        string progress = (await SendAsync(fake, "GET", $"{path}/analytics")).GetProperty("progress").ToString();
        double live = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        return string.Create(CultureInfo.InvariantCulture, $"{leads}\t{import.TotalSeconds:F2}\t{send.TotalSeconds:F2}\t{mails}\t{mails / send.TotalSeconds:F0}\t{progress}\t{live:F0}");
    }

    private static async Task MixAsync(OutreachFake fake, string path, int leads)
    {
        await SendAsync(fake, "PATCH", path, """{"esp_matching":true,"stop_on_company_reply":true}""");
        for (int i = 0; i < leads; i += 10) await SendAsync(fake, "POST", "blocklist", $$"""{"email":"lead{{i}}@company{{i / 5}}.example"}""");
        for (int i = 0; i < leads / 10; i += 2) fake.Reachkit.Workspace.DeclareProvider($"company{i}.example", LeadProvider.Google);
        fake.Recipients.Add(new RecipientRule { Address = "*", Probability = 0.1, Reactions = [new Reaction(ReactionKind.Reply)] });
    }

    private static async Task<JsonElement> SendAsync(OutreachFake fake, string method, string path, string? json = null)
    {
        FakeResponse response = await fake.HandleAsync(new FakeRequest
        {
            Method = method,
            Path = $"/reachkit/api/v1/{path}",
            Headers = [new("X-API-Key", fake.Reachkit.ApiKey), new("Content-Type", "application/json")],
            Body = json is null ? default : Encoding.UTF8.GetBytes(json),
        });
        if (response.Status >= 300) throw new InvalidOperationException($"{method} {path}: {response.Status} {Encoding.UTF8.GetString(response.Body.Span)}");
        return JsonDocument.Parse(response.Body).RootElement.GetProperty("data");
    }
}
