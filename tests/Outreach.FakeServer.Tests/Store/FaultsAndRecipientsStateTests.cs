using System.Text;

namespace Outreach.FakeServer.Tests.Store;

/// <summary>Faults and recipients' rules are part of a world's state as its data are.</summary>
public sealed class FaultsAndRecipientsStateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_brings_back_faults_with_what_they_met_and_rules()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        ArmedFault fault = fake.Faults.Add(new Fault { Operation = "markus.campaigns.list", Skip = 1, Times = 2, Effect = FaultEffect.Status(503) });
        fake.Recipients.When("*@acme.example", new Reaction(ReactionKind.Open));
        (await StatusesAsync(http, 2)).Should().Equal(200, 503);
        FakeSnapshot before = fake.Snapshot();
        (await StatusesAsync(http, 2)).Should().Equal(503, 200);
        fake.Faults.Clear();
        fake.Recipients.Clear();
        fake.Faults.Add("markus.*", FaultEffect.Drop());
        fake.Recipients.When("*", new Reaction(ReactionKind.Bounce));

        for (int i = 0; i < 2; i++)
        {
            fake.Restore(before);

            fake.Faults.Armed.Should().ContainSingle().Which.Should().BeSameAs(fault);
            (fault.Seen, fault.Hits, fault.IsSpent).Should().Be((2, 1, false));
            fake.Recipients.Rules.Should().ContainSingle().Which.Address.Should().Be("*@acme.example");
            (await StatusesAsync(http, 2)).Should().Equal(503, 200);
            (fault.Seen, fault.Hits, fault.IsSpent).Should().Be((3, 2, true));
        }
    }

    [Fact]
    public async Task A_handle_whose_fault_was_restored_away_ends_nothing_and_one_restored_back_is_in_force_again()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        FakeSnapshot without = fake.Snapshot();
        ArmedFault away = fake.Faults.Add("markus.campaigns.list", FaultEffect.Status(503), times: null);
        FakeSnapshot with = fake.Snapshot();
        (await StatusesAsync(http, 1)).Should().Equal(503);

        fake.Restore(without);
        (await StatusesAsync(http, 1)).Should().Equal(200);
        (away.Seen, away.Hits).Should().Be((1, 1), "a handle keeps what its fault met last");
        ArmedFault other = fake.Faults.Add("markus.campaigns.list", FaultEffect.Status(502), times: null);
        other.Number.Should().Be(away.Number, "the numbers went back with the world");
        away.Disarm();
        (await StatusesAsync(http, 1)).Should().Equal([502], "the number is the other fault's now");

        fake.Restore(with);
        (away.Seen, away.Hits).Should().Be((0, 0));
        (await StatusesAsync(http, 1)).Should().Equal(503);
        away.Disarm();
        (await StatusesAsync(http, 1)).Should().Equal(200);
    }

    [Fact]
    public async Task A_fork_has_the_faults_and_rules_and_goes_its_own_way_with_them()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        ArmedFault fault = fake.Faults.Add("markus.campaigns.list", FaultEffect.Status(503), times: 3);
        fake.Recipients.When("*@acme.example", new Reaction(ReactionKind.Open));
        using HttpClient http = fake.CreateHttpClient("markus");
        (await StatusesAsync(http, 1)).Should().Equal(503);

        await using OutreachFake fork = fake.Fork();
        using HttpClient forked = fork.CreateHttpClient("markus");

        ArmedFault its = fork.Faults.Armed.Should().ContainSingle().Subject;
        (its.Number, its.Seen, its.Hits).Should().Be((fault.Number, 1, 1));
        fork.Recipients.Rules.Should().Equal(fake.Recipients.Rules);
        (await StatusesAsync(forked, 3)).Should().Equal(503, 503, 200);
        its.IsSpent.Should().BeTrue();
        (fault.Seen, fault.Hits).Should().Be((1, 1));
        fault.Disarm();
        fork.Recipients.Clear();
        fork.Faults.Armed.Should().ContainSingle();
        fake.Recipients.Rules.Should().ContainSingle();
        (await StatusesAsync(http, 1)).Should().Equal(200);
    }

    [Fact]
    public async Task A_fault_by_probability_meets_the_same_calls_after_a_restore()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 5, RateLimits = false });
        using HttpClient http = fake.CreateHttpClient("markus");
        FakeSnapshot before = fake.Snapshot();
        List<int>[] runs = new List<int>[2];
        for (int i = 0; i < 2; i++)
        {
            fake.Restore(before);
            fake.Faults.Add(new Fault { Operation = "markus.campaigns.list", Times = null, Probability = 0.5, Effect = FaultEffect.Status(503) });
            runs[i] = await StatusesAsync(http, 20);
        }

        runs[0].Should().Contain(503).And.Contain(200);
        runs[1].Should().Equal(runs[0]);
    }

    [Fact]
    public async Task A_fault_that_takes_the_work_back_counts_its_call_all_the_same()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        ArmedFault fault = fake.Faults.Add("markus.campaigns.list", FaultEffect.Error("SERVER_001"), times: 2);

        (await StatusesAsync(http, 3)).Should().Equal(500, 500, 200);
        (fault.Seen, fault.Hits).Should().Be((2, 2));
    }

    [Fact]
    public async Task Listeners_are_not_told_of_messages_that_are_taken_back()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("mailmark");
        System.Threading.Channels.Channel<object> told = fake.World.Events.Listen();
        const string mail = """{"from":"hello@acme.dev","to":["dana@acme.example"],"subject":"Hi","text":"Hello"}""";

        fake.Faults.Add("mailmark.emails.send", FaultEffect.Error("internal_error"));
        (await http.PostAsync("v1/send", new StringContent(mail, Encoding.UTF8, "application/json"), Token)).StatusCode.Should().Be(System.Net.HttpStatusCode.InternalServerError);
        fake.Invoking(it => it.LoadFixtures($$"""{"calls":[{"operation":"mailmark.emails.send","body":{{mail}} },{"operation":"markus.campaigns.create","body":{} }]}""")).Should().Throw<FormatException>();
        Messages().Should().BeEmpty();

        (await http.PostAsync("v1/send", new StringContent(mail, Encoding.UTF8, "application/json"), Token)).IsSuccessStatusCode.Should().BeTrue();
        Messages().Should().ContainSingle();
        fake.LoadFixtures($$"""{"calls":[{"operation":"mailmark.emails.send","body":{{mail}} }]}""");
        Messages().Should().ContainSingle();

        List<OutboxMessage> Messages()
        {
            List<OutboxMessage> messages = [];
            while (told.Reader.TryRead(out object? happened))
                if (happened is OutboxMessage message) messages.Add(message);
            return messages;
        }
    }

    [Fact]
    public async Task A_snapshot_of_a_world_with_another_seed_is_refused()
    {
        await using OutreachFake one = await OutreachFake.StartAsync(new FakeOptions { Seed = 1 });
        await using OutreachFake same = await OutreachFake.StartAsync(new FakeOptions { Seed = 1 });
        await using OutreachFake other = await OutreachFake.StartAsync(new FakeOptions { Seed = 2 });
        one.Faults.Add("markus.auth.me", FaultEffect.Drop());

        other.Invoking(it => it.Restore(one.Snapshot())).Should().Throw<ArgumentException>().WithMessage("*seed 1, not 2*");
        other.Faults.Armed.Should().BeEmpty();
        same.Restore(one.Snapshot());
        same.Faults.Armed.Should().ContainSingle();
    }

    [Fact]
    public async Task A_record_with_a_fault_of_no_operation_is_refused_with_its_place()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("markus");
        await http.GetAsync("campaigns", Token);
        fake.Faults.Add("markus.auth.me", FaultEffect.Drop());
        using MemoryStream record = new();
        fake.WriteRecord(record);
        using MemoryStream changed = new(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record.ToArray()).Replace("markus.auth.me", "markus.nope", StringComparison.Ordinal)));

        await FluentActions.Awaiting(() => OutreachFake.ReplayAsync(changed, Token)).Should().ThrowAsync<FormatException>().WithMessage("actions[1].fault.operation: no operation fits 'markus.nope'.");
    }

    [Fact]
    public async Task Fixtures_that_are_refused_leave_faults_and_rules_as_they_were()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Recipients.When("*", new Reaction(ReactionKind.Open));
        ArmedFault fault = fake.Faults.Add("markus.auth.me", FaultEffect.Drop());

        fake.Invoking(it => it.LoadFixtures("""{"faults":[{"operation":"markus.*","effect":{"kind":"drop"}}],"recipients":[{"address":"a","reactions":[]}],"calls":[{"operation":"markus.campaigns.create","body":{}}]}"""))
            .Should().Throw<FormatException>();

        fake.Faults.Armed.Should().Equal(fault);
        fake.Recipients.Rules.Should().ContainSingle().Which.Address.Should().Be("*");
    }

    [Fact]
    public async Task A_record_replays_with_faults_and_rules_from_before_its_start_and_after()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = 3, JournalCapacity = 6, RateLimits = false });
        using HttpClient http = fake.CreateHttpClient("markus");
        fake.Faults.Add("markus.auth.me", FaultEffect.Drop()).Disarm();
        ArmedFault often = fake.Faults.Add(new Fault { Operation = "markus.campaigns.list", Times = null, Probability = 0.5, Effect = FaultEffect.Status(503) });
        ArmedFault twice = fake.Faults.Add(new Fault { Operation = "markus.contacts.list", Skip = 4, Times = 2, Effect = FaultEffect.Status(502) });
        fake.Recipients.When("never@acme.example", new Reaction(ReactionKind.Bounce));
        for (int i = 0; i < 7; i++) await http.GetAsync(i % 2 == 0 ? "campaigns" : "contacts", Token);
        fake.World.Recorder.Actions.Should().HaveCountLessThan(4, "the record began anew in the middle of the run");
        twice.Seen.Should().Be(3);

        await http.GetAsync("contacts", Token);
        ArmedFault later = fake.Faults.Add("markus.auth.me", FaultEffect.Status(500), times: null);
        later.Number.Should().Be(4);
        fake.Recipients.When("*@acme.example", new Reaction(ReactionKind.Reply));
        await http.GetAsync("contacts", Token);
        await http.GetAsync("campaigns", Token);
        often.Disarm();
        often.Disarm();

        string record = await ReplayAsync(fake);
        record.Should().Contain("\"number\":3").And.Contain("never@acme.example").And.Contain("\"fault\":{").And.Contain("\"disarm\":2").And.Contain("\"recipient\":{");
    }

    [Fact]
    public async Task A_record_holds_no_key_that_is_not_the_fakes_own()
    {
        const string key = "mk_live_0123456789abcdef0123456789abcdef";
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { AcceptAnyKey = true });
        fake.Faults.Add(new Fault { Operation = "markus.campaigns.list", Key = key, Times = null, Effect = FaultEffect.Status(503) });
        using HttpClient http = fake.CreateHttpClientWithKey("markus", key);
        (await StatusesAsync(http, 1)).Should().Equal(503);

        (await ReplayAsync(fake)).Should().NotContain(key);
        fake.Faults.Armed.Should().ContainSingle().Which.Fault.Key.Should().Be(key);
    }

    public static TheoryData<Fault> Unfit => new()
    {
        new Fault { Probability = double.NaN, Effect = FaultEffect.Drop() },
        new Fault { Probability = 1.1, Effect = FaultEffect.Drop() },
        new Fault { Skip = -1, Effect = FaultEffect.Drop() },
        new Fault { Times = 0, Effect = FaultEffect.Drop() },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_fault_that_could_not_be_written_and_read_again_is_not_armed(Fault fault)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();

        fake.Faults.Invoking(faults => faults.Add(fault)).Should().Throw<ArgumentException>();
        fake.Faults.Armed.Should().BeEmpty();
    }

    public static TheoryData<string, Func<FaultEffect>> UnfitEffects => new()
    {
        { "a status below 100", () => FaultEffect.Status(99) },
        { "a status above 599", () => FaultEffect.Status(600) },
        { "a negative wait", () => FaultEffect.Throttle(TimeSpan.FromSeconds(-1)) },
        { "a negative wait of an error", () => FaultEffect.Error("SERVER_001", TimeSpan.FromSeconds(-1)) },
        { "a negative wait of a status", () => FaultEffect.Status(503, TimeSpan.FromSeconds(-1)) },
        { "a negative delay", () => FaultEffect.Delay(TimeSpan.FromSeconds(-1)) },
        { "a delay without end", () => FaultEffect.Delay(TimeSpan.MaxValue) },
        { "a member without a name", () => FaultEffect.Patch("", "1") },
        { "a place that is no number", () => FaultEffect.Patch("data[x]", "1") },
        { "a value that is no JSON", () => FaultEffect.Patch("data", "of tomorrow") },
        { "two values", () => FaultEffect.Patch("data", "1 2") },
    };

    [Theory]
    [MemberData(nameof(UnfitEffects))]
    public void An_effect_that_could_not_be_written_and_read_again_is_not_made(string what, Func<FaultEffect> make)
        => make.Should().Throw<ArgumentException>(what);

    public static TheoryData<RecipientRule> UnfitRules => new()
    {
        new RecipientRule { Address = "*", Probability = double.NaN, Reactions = [] },
        new RecipientRule { Address = "*", Times = 0, Reactions = [] },
        new RecipientRule { Address = "*", Api = "marcus", Reactions = [] },
        new RecipientRule { Address = "*", Reactions = [new Reaction(ReactionKind.Open, TimeSpan.FromSeconds(-1))] },
    };

    [Theory]
    [MemberData(nameof(UnfitRules))]
    public async Task A_rule_that_could_not_be_written_and_read_again_is_not_added(RecipientRule rule)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();

        fake.Recipients.Invoking(recipients => recipients.Add(rule)).Should().Throw<ArgumentException>();
        fake.Recipients.Rules.Should().BeEmpty();
    }

    private static async Task<List<int>> StatusesAsync(HttpClient http, int calls)
    {
        List<int> statuses = [];
        for (int i = 0; i < calls; i++) statuses.Add((int)(await http.GetAsync("campaigns", Token)).StatusCode);
        return statuses;
    }

    private static async Task<string> ReplayAsync(OutreachFake fake)
    {
        using MemoryStream record = new();
        fake.WriteRecord(record);
        record.Position = 0;
        ReplayResult result = await OutreachFake.ReplayAsync(record, Token);
        result.Difference.Should().BeNull();
        result.Requests.Should().BePositive();
        return Encoding.UTF8.GetString(record.ToArray());
    }
}
