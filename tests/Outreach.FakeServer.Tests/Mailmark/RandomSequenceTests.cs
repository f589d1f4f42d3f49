using System.Globalization;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

/// <summary>Random calls on sequences, and beside them the contract's rules in their plainest form: after every call both must say the same.</summary>
public class RandomSequenceTests
{
    private static readonly string[] People = ["ann@x.example", " BOB@x.example", "cy+bounce@x.example", "nowhere", "dee@x.example", " "];
    private static readonly long?[] Steps = [null, null, 0, 1000, 1000, 3_600_000, 86_400_000, -1];

    private readonly List<Sequence> _sequences = [];
    private readonly SortedDictionary<(long Due, int Number), Action> _jobs = [];
    private readonly HashSet<string> _boxes = ["hello", "sales"];
    private readonly List<string> _sent = [];
    private int _numbers;
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
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        Random random = new(seed);
        _now = world.Now;

        for (int step = 0; step < 120; step++)
        {
            Sequence? one = _sequences.Count == 0 ? null : _sequences[random.Next(_sequences.Count)];
            string done = random.Next(12) switch
            {
                < 2 => await CreateAsync(world, random),
                < 6 when one is not null => await EnrollAsync(world, random, one),
                6 when one is not null => await TurnAsync(world, one, pause: true),
                7 when one is not null => await TurnAsync(world, one, pause: false),
                8 when one is not null && random.Next(3) == 0 => await CancelAsync(world, one),
                9 => Receive(world, random),
                10 when step > 90 => await DropAsync(world, random),
                _ => await WaitAsync(world, random),
            };
            Run(_now);
            await CompareAsync(world, $"step {step} of seed {seed}: {done}");
        }
    }

    private async Task<string> CreateAsync(MailmarkWorld world, Random random)
    {
        string box = random.Next(2) == 0 ? "hello" : "sales";
        long?[] steps = [null, .. Enumerable.Range(0, random.Next(5)).Select(_ => Steps[random.Next(Steps.Length)])];
        string name = $"s{_sequences.Count}";
        string list = string.Join(",", steps.Select((delay, i) => delay is { } ms ? $$"""{"type":"delay","delayMs":{{ms}}}""" : $$"""{"type":"send_email","subject":"{{name}}.{{i}}","html":""}"""));

        MailmarkAnswer answer = await world.PostAsync("v1/sequences", $$"""{"name":"{{name}}","from":"{{box}}@acme.dev","steps":[{{list}}]}""");

        if (_boxes.Contains(box)) _sequences.Add(new(answer.Json["id"]!.GetValue<string>(), name, box, steps));
        else answer.ShouldBe(404, $"Mailbox not found: {box}@acme.dev");
        return $"create {list}";
    }

    private async Task<string> EnrollAsync(MailmarkWorld world, Random random, Sequence sequence)
    {
        string[] who = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => People[random.Next(People.Length)])];
        MailmarkAnswer answer = await world.PostAsync($"v1/sequences/{sequence.Id}/enroll", $$"""{"contacts":[{{string.Join(",", who.Select(one => $$"""{"email":"{{one}}"}"""))}}]}""");
        if (sequence.Status != "active")
        {
            answer.ShouldBe(400, "Sequence is not active");
            return "enroll refused";
        }

        int enrolled = 0;
        foreach (string address in who.Select(one => one.Trim().ToLowerInvariant()))
        {
            if (address.Length == 0 || sequence.Active.Any(other => other.Address == address)) continue;
            Enrollment enrollment = new(sequence, address);
            sequence.All.Add(enrollment);
            At(0, () => Go(enrollment, 0));
            enrolled++;
        }

        $"{answer.Json["enrolled"]} {answer.Json["skipped"]} {answer.Json["enrollmentIds"]!.AsArray().Count}".Should().Be($"{enrolled} {who.Length - enrolled} {enrolled}");
        return $"enroll {string.Join(",", who)} in {sequence.Name}";
    }

    private void Go(Enrollment enrollment, int step)
    {
        Sequence sequence = enrollment.Sequence;
        if (enrollment.Status != "active") return;
        if (sequence.Status == "paused") enrollment.Held = step;
        if (sequence.Status != "active") return;
        if (step >= sequence.Steps.Length) enrollment.End("completed");
        else if (sequence.Steps[step] is { } delay) Later(enrollment, delay, step + 1);
        else if (!sequence.IsStalled && enrollment.Address != "nowhere") Send(enrollment, step);
    }

    private void Send(Enrollment enrollment, int step)
    {
        Sequence sequence = enrollment.Sequence;
        _sent.Add($"{sequence.Name}.{step} {enrollment.Address}");
        if (enrollment.Address.Contains("bounce", StringComparison.Ordinal))
        {
            At(1000, () =>
            {
                if (!sequence.IsStalled && enrollment.Status == "active") enrollment.End("bounced");
            });
        }

        if (step + 1 >= sequence.Steps.Length) enrollment.End("completed");
        else if (sequence.Steps[step + 1] is { } delay) Later(enrollment, delay, step + 2);
        else At(0, () => Go(enrollment, step + 1));
    }

    private void Later(Enrollment enrollment, long delay, int step)
    {
        if (delay >= 0) At(delay, () => Go(enrollment, step));
    }

    private async Task<string> TurnAsync(MailmarkWorld world, Sequence sequence, bool pause)
    {
        (string from, string to) = pause ? ("active", "paused") : ("paused", "active");
        MailmarkAnswer answer = await world.PatchAsync($"v1/sequences/{sequence.Id}", $$"""{"status":"{{to}}"}""");
        if (sequence.Status != from)
        {
            answer.ShouldBe(400, $"Sequence is not {from}");
            return "turn refused";
        }

        sequence.Status = to;
        foreach (Enrollment enrollment in pause ? [] : sequence.Active.ToArray())
        {
            if (enrollment.Held is not { } step) continue;
            enrollment.Held = null;
            At(0, () => Go(enrollment, step));
        }

        return $"{sequence.Name} is {to}";
    }

    private static async Task<string> CancelAsync(MailmarkWorld world, Sequence sequence)
    {
        foreach (Enrollment enrollment in sequence.Active.ToArray()) enrollment.Status = "cancelled";
        sequence.Status = "completed";
        (await world.DeleteAsync($"v1/sequences/{sequence.Id}")).Json["cancelledEnrollments"]!.GetValue<int>().Should().Be(sequence.All.Count(one => one.Status == "cancelled"));
        return $"cancel {sequence.Name}";
    }

    private string Receive(MailmarkWorld world, Random random)
    {
        (string box, string who) = (random.Next(2) == 0 ? "hello" : "sales", People[random.Next(4)]);
        if (!_boxes.Contains(box)) return "nothing";
        world.Control.Receive($"{box}@acme.dev", $"Somebody <{who.Trim()}>");
        foreach (Enrollment enrollment in _sequences.Where(one => one.Box == box && !one.IsStalled).SelectMany(one => one.Active.ToArray()))
            if (enrollment.Address == who.Trim().ToLowerInvariant()) enrollment.End("replied");
        return $"{who} writes to {box}";
    }

    private async Task<string> DropAsync(MailmarkWorld world, Random random)
    {
        string box = random.Next(2) == 0 ? "hello" : "sales";
        (await world.DeleteAsync($"v1/mailboxes/{box}")).Status.Should().Be(_boxes.Remove(box) ? 200 : 404);
        foreach (Sequence sequence in _sequences.Where(one => one.Box == box)) sequence.IsStalled = true;
        return $"drop {box}";
    }

    private async Task<string> WaitAsync(MailmarkWorld world, Random random)
    {
        long wait = random.Next(4) switch { 0 => 999, 1 => 1000, 2 => random.Next(3_600_000), _ => 86_400_000 };
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(wait));
        Run(_now + wait);
        return $"wait {wait} ms";
    }

    private void Run(long until)
    {
        while (_jobs.Count > 0 && _jobs.First() is var job && job.Key.Due <= until)
        {
            _jobs.Remove(job.Key);
            _now = job.Key.Due;
            job.Value();
        }

        _now = until;
    }

    private void At(long after, Action act) => _jobs.Add((_now + after, _numbers++), act);

    private async Task CompareAsync(MailmarkWorld world, string because)
    {
        JsonArray listed = (await world.GetAsync("v1/sequences")).Json.AsArray();
        string.Join(";", listed.Select(one => $"{one!["name"]} {one["status"]} {one["mailboxAddress"]?.ToString().Split('@')[0]} {one["stats"]!.ToJsonString()}"))
            .Should().Be(string.Join(";", _sequences.Select(one => $"{one.Name} {one.Status} {(one.IsStalled ? null : one.Box)} {one.Stats}")), because);
        world.Fake.Outbox.Select(mail => $"{mail.Subject} {mail.To}").Should().Equal(_sent, because);
    }

    private sealed class Sequence(string id, string name, string box, long?[] steps)
    {
        public string Id => id;

        public string Name => name;

        public string Box => box;

        public long?[] Steps => steps;

        public string Status { get; set; } = "active";

        public bool IsStalled { get; set; }

        public List<Enrollment> All { get; } = [];

        public IEnumerable<Enrollment> Active => All.Where(one => one.Status == "active");

        public string Stats => string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{All.Count}},"active":{{Count("active")}},"completed":{{Count("completed")}},"replied":{{Count("replied")}},"bounced":{{Count("bounced")}},"cancelled":{{Count("cancelled")}}}""");

        private int Count(string status) => All.Count(one => one.Status == status);
    }

    private sealed class Enrollment(Sequence sequence, string address)
    {
        public Sequence Sequence => sequence;

        public string Address => address;

        public string Status { get; set; } = "active";

        public int? Held { get; set; }

        // The last one to end completes an active sequence.
        public void End(string status)
        {
            Status = status;
            if (sequence.Status == "active" && !sequence.Active.Any()) sequence.Status = "completed";
        }
    }
}
