using System.Globalization;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

/// <summary>Random calls, and beside them the contract's rules in their plainest form: after every call both must say the same.</summary>
public class RandomHistoryTests
{
    private const long Day = 86_400_000;
    private static readonly string[] People = ["ann@x.example", "bob@x.example", "cy+bounce@x.example", "Dee@X.example ", "bad"];
    private static readonly string[] Folders = ["sent", "outbox", "trash"];

    private readonly List<Box> _boxes = [];
    private readonly SortedDictionary<(long Due, int Number), Action> _jobs = [];
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private int _numbers;
    private int _warmingDay = 3;
    private int _sentToday;
    private long _now;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_fake_agrees_with_the_plainest_form_of_the_rules(int seed)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"now":"2026-03-30T09:00:00Z","users":[{"ref":"u","plan":"starter"}],"domains":[{"domain":"a.dev"}],"keys":[{"token":"k","domain":"a.dev"}],
             "mailboxes":[{"fullAddress":"bulk@a.dev"},{"fullAddress":"a@a.dev"},{"fullAddress":"b@a.dev"}],
             "emails":[{"mailbox":"bulk@a.dev","folder":"sent","repeat":990,"date":-90000000}],"warmingSchedules":[{"domain":"a.dev","currentDay":3}]}
            """);
        Random random = new(seed);
        _now = world.Now;
        _boxes.AddRange([new("bulk"), new("a"), new("b")]);
        _boxes[0].Mails.AddRange(Enumerable.Range(0, 990).Select(_ => new Mail("", "sent", _now - 90_000_000, null) { Status = "pending" }));

        for (int step = 0; step < 150; step++)
        {
            string done = random.Next(10) switch
            {
                < 4 => await SendAsync(world, random, step),
                4 => await MailboxAsync(world, random),
                5 => await LeaveAsync(world, random),
                6 => await TouchAsync(world, random, delete: true),
                7 => await TouchAsync(world, random, delete: false),
                _ => await WaitAsync(world, random),
            };
            await CompareAsync(world, $"step {step} of seed {seed}: {done}");
        }
    }

    private async Task<string> SendAsync(MailmarkWorld world, Random random, int step)
    {
        string from = "abc".Substring(random.Next(3), 1);
        bool campaign = random.Next(2) == 0;
        long? due = random.Next(3) == 0 ? _now + 1 + random.Next(7_200_000) : null;
        string[] to = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => People[random.Next(random.Next(3) == 0 ? 5 : 4)])];
        string body = $$"""{"from":"{{from}}@a.dev","to":[{{string.Join(",", to.Select(one => $"\"{one}\""))}}],"subject":"{{step}}","text":"t","type":"{{(campaign ? "campaign" : "transactional")}}","scheduledAt":{{due?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""";

        MailmarkAnswer answer = await world.PostAsync("v1/send", body, "k");

        if (_boxes.FirstOrDefault(box => box.Name == from) is not { } box) answer.ShouldBe(404, $"No mailbox found for: {from}@a.dev");
        else if (Expected(box, step.ToString(CultureInfo.InvariantCulture), campaign ? [.. to.Select(one => (string[])[one])] : [to], campaign ? new object() : null, due) is { } error) answer.ShouldBe(500, error);
        else answer.Status.Should().Be(200, answer.Body);
        return $"{body} gave {answer.Body}";
    }

    // Sends in the model; gives the error that ends the request.
    private string? Expected(Box box, string subject, string[][] messages, object? batch, long? due)
    {
        foreach (string[] to in messages)
        {
            string[] invalid = [.. to.Where(one => one == "bad")];
            if (invalid.Length > 0) return $"Invalid recipient(s): {string.Join(", ", invalid)}. Please remove or correct them before sending.";
            if (batch is not null && due is null && _gone.Contains(Normal(to[0]))) continue;
            if (_boxes.Sum(one => one.Mails.Count(mail => mail.Folder == "sent" && Month(mail.Date) == Month(_now))) >= 1000) return "Monthly email limit reached (1,000 emails). Please upgrade your plan.";
            if (due is null && _sentToday >= Limit) return $"Warming limit reached for today ({Limit} emails on day {_warmingDay} of 28). Sending will resume tomorrow.";
            Mail mail = new(subject, due is null ? "sent" : "outbox", due ?? _now, batch);
            box.Mails.Add(mail);
            if (due is { } time) _jobs.Add((time, _numbers++), () => GoOut(box, mail, to));
            else HandOver(mail, to);
        }

        return null;
    }

    private void GoOut(Box box, Mail mail, string[] to)
    {
        if (!_boxes.Contains(box) || _sentToday >= Limit) return;
        (mail.Folder, mail.Date) = ("sent", _now);
        HandOver(mail, to);
    }

    private void HandOver(Mail mail, string[] to)
    {
        mail.Status = "pending";
        _sentToday++;
        foreach (string one in to) _jobs.Add((_now + 1000, _numbers++), () => mail.Status = one.Contains("bounce", StringComparison.Ordinal) ? "failed" : "delivered");
    }

    private async Task<string> MailboxAsync(MailmarkWorld world, Random random)
    {
        string name = "abc".Substring(random.Next(3), 1);
        if (random.Next(2) == 0)
        {
            MailmarkAnswer deleted = await world.DeleteAsync($"v1/mailboxes/{name}", "k");
            deleted.Status.Should().Be(_boxes.RemoveAll(box => box.Name == name) == 1 ? 200 : 404);
            return $"delete {name}";
        }

        MailmarkAnswer created = await world.PostAsync("v1/mailboxes", $$"""{"address":"{{name}}"}""", "k");
        if (_boxes.Count == 3) created.Error.Should().StartWith("Mailbox limit reached.");
        else if (_boxes.Any(box => box.Name == name)) created.ShouldBe(409, "Mailbox already exists");
        else _boxes.Add(new(name));
        return $"create {name}";
    }

    private async Task<string> LeaveAsync(MailmarkWorld world, Random random)
    {
        string who = People[random.Next(4)];
        await world.GetAsync($"unsubscribe/t?email={Uri.EscapeDataString(who)}&domain=a.dev", null);
        _gone.Add(Normal(who));
        return $"{who} leaves";
    }

    private async Task<string> TouchAsync(MailmarkWorld world, Random random, bool delete)
    {
        Box box = _boxes[random.Next(_boxes.Count)];
        string folder = Folders[random.Next(3)];
        Mail[] known = [.. box.In(folder).Take(100)];
        if (known.Length == 0) return "nothing";
        int at = random.Next(known.Length);
        JsonNode row = (await world.GetAsync($"v1/emails?mailbox={box.Name}&folder={folder}&limit=100", "k")).Json[at]!;
        if (delete)
        {
            (await world.DeleteAsync($"v1/emails/{row["id"]}", "k")).Body.Should().Be(folder == "trash" ? """{"deleted":true}""" : """{"moved":"trash"}""");
            if (folder == "trash") box.Mails.Remove(known[at]);
            else known[at].Folder = "trash";
            return $"delete {folder}[{at}] of {box.Name}";
        }

        await world.GetAsync($"track/open/{row["messageId"]}.gif", null);
        known[at].Opened = true;
        if (known[at].Status == "pending") known[at].Status = "delivered";
        return $"open {folder}[{at}] of {box.Name}";
    }

    private async Task<string> WaitAsync(MailmarkWorld world, Random random)
    {
        long wait = random.Next(3) switch { 0 => 1000, 1 => random.Next(3_600_000), _ => random.Next(40_000_000) };
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(wait));
        long until = _now + wait;
        while (_jobs.Count > 0 && _jobs.First() is var job && job.Key.Due <= until)
        {
            _jobs.Remove(job.Key);
            MoveTo(job.Key.Due);
            job.Value();
        }

        MoveTo(until);
        return $"wait {wait} ms";
    }

    // A new day of warming begins at six.
    private void MoveTo(long time)
    {
        int days = (int)(((time - (Day / 4)) / Day) - ((_now - (Day / 4)) / Day));
        _now = time;
        if (days == 0) return;
        _warmingDay += days;
        _sentToday = 0;
    }

    private async Task CompareAsync(MailmarkWorld world, string because)
    {
        world.Now.Should().Be(_now);
        JsonNode bounces = (await world.GetAsync("v1/bounces?days=1", "k")).Json;
        Mail[] sent = [.. _boxes.SelectMany(box => box.Mails).Where(mail => mail.Folder == "sent")];
        Mail[] recent = [.. sent.Where(mail => mail.Date >= _now - Day)];
        $"{bounces["totalSent"]} {bounces["delivered"]} {bounces["failed"]}".Should().Be($"{recent.Length} {recent.Count(mail => mail.Status == "delivered")} {recent.Count(mail => mail.Status == "failed")}", because);

        JsonArray batches = (await world.GetAsync("v1/campaign-stats?type=batch", "k")).Json["batches"]!.AsArray();
        string.Join(";", batches.Select(batch => $"{batch!["sentAt"]} {batch["stats"]!["total"]} {batch["stats"]!["delivered"]} {batch["stats"]!["opened"]}"))
            .Should().Be(string.Join(";", sent.Where(mail => mail.Batch is not null).GroupBy(mail => mail.Batch).Select(batch => $"{batch.Min(mail => mail.Date)} {batch.Count()} {batch.Count(mail => mail.Status == "delivered")} {batch.Count(mail => mail.Opened)}")), because);

        foreach (Box box in _boxes.Where(box => box.Name != "bulk"))
        {
            foreach (string folder in Folders)
            {
                JsonArray rows = (await world.GetAsync($"v1/emails?mailbox={box.Name}&folder={folder}&limit=100", "k")).Json.AsArray();
                string.Join(";", rows.Select(row => $"{row!["subject"]} {row["date"]} {row["deliveryStatus"]} {row["openedAt"] is not null} {row["batchId"] is not null}"))
                    .Should().Be(string.Join(";", box.In(folder).Take(100).Select(mail => $"{mail.Subject} {mail.Date} {mail.Status} {mail.Opened} {mail.Batch is not null}")), because);
            }
        }

        (await world.GetAsync("v1/suppressions", "k")).Json["items"]!.AsArray().Select(item => item!["email"]!.GetValue<string>()).Should().BeEquivalentTo(_gone, because);
    }

    private int Limit => _warmingDay switch { <= 3 => 5, <= 7 => 15, <= 14 => 40, <= 21 => 100, <= 28 => 250, _ => int.MaxValue };

    private static string Normal(string address) => address.Trim().ToLowerInvariant();

    private static int Month(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).Month;

    private sealed class Box(string name)
    {
        public string Name => name;

        public List<Mail> Mails { get; } = [];

        public IEnumerable<Mail> In(string folder) => Enumerable.Reverse(Mails).Where(mail => mail.Folder == folder);
    }

    private sealed class Mail(string subject, string folder, long date, object? batch)
    {
        public string Subject => subject;

        public string Folder { get; set; } = folder;

        public long Date { get; set; } = date;

        public object? Batch => batch;

        public string? Status { get; set; }

        public bool Opened { get; set; }
    }
}
