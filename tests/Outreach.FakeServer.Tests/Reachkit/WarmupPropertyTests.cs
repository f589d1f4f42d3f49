using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>Whatever is switched meanwhile: warmup and health protection are those of section 6.5 of the contract, looked at every minute.</summary>
public sealed class WarmupPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Warmup_and_health_protection_follow_the_contract_minute_by_minute(int seed)
    {
        Random random = new(seed);
        await using ReachkitApi api = await ReachkitApi.StartAsync(ReachkitApi.MondayMorning.AddSeconds(10));
        string id = api.Control.AddInbox(new() { Email = "s@x.io", DailyWarmupLimit = 10 });
        string campaign = await api.Launched(100, id);
        Dictionary<DateOnly, (int Sent, int Spam)> days = [];
        bool warms = false, connected = true, active = true, protects = true;
        int limit = 10, threshold = 70;
        for (int turn = 0; turn < 120; turn++)
        {
            switch (random.Next(8))
            {
                case 0:
                    warms = !warms || random.Next(3) == 0;
                    await api.Patch($"inboxes/{id}", $$"""{"is_warming":{{(warms ? "true" : "false")}}}""");
                    break;
                case 1:
                    connected = !connected || random.Next(3) > 0;
                    api.Control.SetConnection(id, connected ? ConnectionStatus.Connected : ConnectionStatus.Validating);
                    break;
                case 2:
                    limit = random.Next(1, 30);
                    await api.Patch($"inboxes/{id}", $$"""{"daily_warmup_limit":{{limit}}}""");
                    break;
                case 3 or 4:
                    int spam = random.Next(1, 8);
                    api.Control.AddWarmupSpam(id, spam);
                    if (days.TryGetValue(Today(), out (int Sent, int Spam) day)) days[Today()] = day with { Spam = Math.Min(day.Sent, day.Spam + spam) };
                    break;
                case 5:
                    active = true;
                    (await api.Patch($"campaigns/{campaign}", """{"status":"active"}""")).ShouldBe(200);
                    break;
                case 6 when random.Next(3) == 0:
                    (protects, threshold) = (random.Next(3) > 0, random.Next(40, 100));
                    api.Control.Workspace.Settings = new() { HealthProtection = protects, HealthThreshold = threshold };
                    break;
            }

            DateTimeOffset before = api.Fake.Clock.Now;
            await api.Fake.Clock.AdvanceAsync(random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(1, 100)) : TimeSpan.FromMinutes(random.Next(1, 1500)));
            for (DateTimeOffset minute = new((before.UtcTicks / TimeSpan.TicksPerMinute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero); minute <= api.Fake.Clock.Now; minute = minute.AddMinutes(1))
            {
                DateOnly today = DateOnly.FromDateTime(minute.UtcDateTime);
                if (warms && connected && !days.ContainsKey(today)) days[today] = (Math.Min(limit, 2 + 2 * days.Count), 0);
                if (active && protects && Score(today) < threshold) active = false;
            }

            JsonElement stats = (await api.Get($"inboxes/{id}/warmup/stats")).Data;
            string.Join(' ', stats.EnumerateObject().Take(5).Select(member => member.Value)).Should().Be(
                $"{Sum(Today()).Sent} {Sum(Today()).Sent} {Sum(Today()).Spam} {Score(Today())} {(days.Count == 0 ? 0 : 100 * Math.Min(limit, 2 + 2 * days.Keys.Count(day => day < Today())) / limit)}");
            stats.GetProperty("daily").EnumerateArray().Select(day => $"{day.GetProperty("date").GetString()} {day.GetProperty("sent")} {day.GetProperty("spam_count")}").Should().Equal(
                Enumerable.Range(-6, 7).Select(Today().AddDays).Select(day => $"{day:yyyy-MM-dd} {days.GetValueOrDefault(day).Sent} {days.GetValueOrDefault(day).Spam}"));
            (await api.Get($"campaigns/{campaign}")).Text("status").Should().Be(active ? "active" : "paused");
        }

        DateOnly Today() => DateOnly.FromDateTime(api.Fake.Clock.Now.UtcDateTime);

        (int Sent, int Spam) Sum(DateOnly today)
        {
            (int Sent, int Spam)[] week = [.. days.Where(day => day.Key > today.AddDays(-7) && day.Key <= today).Select(day => day.Value)];
            return (week.Sum(day => day.Sent), week.Sum(day => day.Spam));
        }

        int Score(DateOnly today) => Sum(today) is { Sent: > 0 } sum ? (int)Math.Floor(100m * (1 - (decimal)sum.Spam / sum.Sent) + 0.5m) : 100;
    }
}
