using System.Net.Sockets;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Hosting;

public sealed class StateFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-state").FullName;

    private string Path => System.IO.Path.Combine(_directory, "state.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Worlds_come_back_with_clock_messages_and_seed()
    {
        FakeWorlds worlds = await WorldsAsync(seed: 7);
        FakeWorld other = worlds.Add(await OutreachFake.StartAsync(new FakeOptions { Seed = 99, RateLimits = false, ClockMode = ClockMode.Manual }), "other");
        await other.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        lock (other.Fake.World.Gate) other.Fake.World.Outbox.Add(new OutboxMessage { Api = "markus", MessageId = "m", SentAt = other.Fake.Clock.Now, From = "a@x.example", To = "b@x.example", Subject = "Zoë" });
        using (StateFile file = StateFile.Open(Path)) file.Save(worlds);

        FakeWorlds again = await WorldsAsync(seed: 7);
        using (StateFile file = StateFile.Open(Path))
        {
            file.Seed.Should().Be(7);
            file.LoadInto(again);
        }

        FakeWorld found = again.Find("other")!;
        found.Fake.Options.Should().Match<FakeOptions>(options => options.Seed == 99 && !options.RateLimits);
        found.Fake.Clock.Now.Should().Be(other.Fake.Clock.Now);
        found.Fake.Outbox.Should().ContainSingle().Which.Subject.Should().Be("Zoë");
    }

    public static TheoryData<string, FaultEffect> Effects => new()
    {
        { "error", FaultEffect.Error("SERVER_001", TimeSpan.FromSeconds(1.5)) },
        { "status", FaultEffect.Status(503, TimeSpan.FromSeconds(3), "busy", "text/html") },
        { "throttle", FaultEffect.Throttle(TimeSpan.FromSeconds(45)) },
        { "delay", FaultEffect.Delay(TimeSpan.FromTicks(12_345_678)) },
        { "refuse", FaultEffect.Refuse() },
        { "drop", FaultEffect.Drop() },
        { "commitThenDrop", FaultEffect.CommitThenDrop() },
        { "cutBody", FaultEffect.CutBody() },
        { "garbage", FaultEffect.Garbage() },
        { "contentType", FaultEffect.ContentType("text/html") },
        { "patch", FaultEffect.Patch("data[0].status", """{"a":[1,null,"Zoë"]}""") },
        { "patch away", FaultEffect.Patch("data", null) },
    };

    [Theory]
    [MemberData(nameof(Effects))]
    public async Task Faults_come_back_with_what_they_met_whatever_they_do(string kind, FaultEffect effect)
    {
        FakeWorlds worlds = await WorldsAsync(seed: 7);
        worlds.Default.Fake.Faults.Add("markus.auth.me", FaultEffect.Drop()).Disarm();
        Fault fault = new()
        {
            Operation = "markus.contacts.*",
            Key = "mk_live_1",
            Path = "/api/v1/*",
            Skip = 2,
            Times = kind == "drop" ? null : 4,
            From = worlds.Default.Fake.Clock.Now.AddTicks(1),
            Until = worlds.Default.Fake.Clock.Now.AddHours(1),
            Probability = 0.1,
            Effect = effect,
        };
        worlds.Default.Fake.Faults.Add(fault);
        worlds.Default.Fake.Faults.Add("markus.campaigns.list", FaultEffect.Status(503), times: 2);
        using HttpClient http = worlds.Default.Fake.CreateHttpClient("markus");
        await http.GetAsync("campaigns");
        using (StateFile file = StateFile.Open(Path)) file.Save(worlds);

        FakeWorlds again = await WorldsAsync(seed: 7);
        using (StateFile file = StateFile.Open(Path)) file.LoadInto(again);

        Written(again).Should().Equal(Written(worlds));
        FaultPlan found = again.Default.Fake.Faults;
        found.Armed.Select(armed => (armed.Number, armed.Seen, armed.Hits, armed.IsSpent)).Should().Equal((2, 0, 0, false), (3, 1, 1, false));
        found.Armed[0].Fault.Should().Be(fault with { Effect = found.Armed[0].Effect });
        found.Armed[0].Effect.Description.Should().Be(effect.Description);
        found.Add("markus.auth.me", FaultEffect.Drop()).Number.Should().Be(4);
        found.Armed[^1].Disarm();
        using HttpClient httpAgain = again.Default.Fake.CreateHttpClient("markus");
        (await httpAgain.GetAsync("campaigns")).StatusCode.Should().Be(System.Net.HttpStatusCode.ServiceUnavailable);
        (await httpAgain.GetAsync("campaigns")).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Recipients_rules_come_back_in_their_order()
    {
        FakeWorlds worlds = await WorldsAsync(seed: 7);
        worlds.Default.Fake.Recipients
            .Add(new RecipientRule { Address = "*@acme.example", Api = "reachkit", Probability = 0.25, Times = 2, Reactions = [new Reaction(ReactionKind.Open, TimeSpan.FromTicks(12_345_678)), new Reaction(ReactionKind.Reply, Text: "Zoë says \"no\"")] })
            .When("*", new Reaction(ReactionKind.OutOfOffice), new Reaction(ReactionKind.Click), new Reaction(ReactionKind.Bounce), new Reaction(ReactionKind.Unsubscribe), new Reaction(ReactionKind.Refuse));
        using (StateFile file = StateFile.Open(Path)) file.Save(worlds);

        FakeWorlds again = await WorldsAsync(seed: 7);
        using (StateFile file = StateFile.Open(Path)) file.LoadInto(again);

        again.Default.Fake.Recipients.Rules.Should().BeEquivalentTo(worlds.Default.Fake.Recipients.Rules, options => options.WithStrictOrdering());
        Written(again).Should().Equal(Written(worlds));
    }

    [Fact]
    public async Task A_file_from_before_faults_and_rules_were_part_of_it_has_none()
    {
        using (StateFile file = StateFile.Open(Path)) file.Save(await WorldsAsync(1));
        string text = await File.ReadAllTextAsync(Path);
        text = text[..text.IndexOf(",\"digest\"", StringComparison.Ordinal)] + "}";
        foreach (string part in new[] { "\"faults\":{\"armed\":0,\"faults\":[]},", "\"recipients\":[]," })
        {
            text.Should().Contain(part);
            text = text.Replace(part, "", StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path, text);
        FakeWorlds again = await WorldsAsync(1);
        using (StateFile file = StateFile.Open(Path)) file.LoadInto(again);

        again.Default.Fake.Faults.Armed.Should().BeEmpty();
        again.Default.Fake.Recipients.Rules.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_an_editor_put_a_byte_order_mark_before_is_read()
    {
        FakeWorlds worlds = await WorldsAsync(1);
        using (StateFile file = StateFile.Open(Path)) file.Save(worlds);
        string text = await File.ReadAllTextAsync(Path);
        await File.WriteAllTextAsync(Path, text[..text.IndexOf(",\"digest\"", StringComparison.Ordinal)] + "}", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        FakeWorlds again = await WorldsAsync(1);
        using (StateFile file = StateFile.Open(Path)) file.LoadInto(again);

        Written(again).Should().Equal(Written(worlds));
    }

    [Fact]
    public async Task Worlds_are_written_when_the_host_stops_even_after_something_that_fell_due_went_wrong()
    {
        OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { StateFile = Path, World = new FakeOptions { ClockMode = ClockMode.RealTime } });
        TaskCompletionSource ran = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Fake.World.Jobs.Handle("test.fails", _ =>
        {
            ran.SetResult();
            throw new InvalidOperationException("It went wrong.");
        });
        lock (host.Fake.World.Gate) host.Fake.World.Jobs.Schedule(host.Fake.Clock.Now, "test.fails", "x");
        await ran.Task;

        await host.Invoking(it => it.StopAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("It went wrong.");

        using StateFile file = StateFile.Open(Path);
        file.Seed.Should().Be(1, "the file was written and is free again");
    }

    [Fact]
    public async Task Webhooks_under_way_when_the_host_stops_are_in_the_file_with_their_outcome()
    {
        OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { StateFile = Path });
        Gate receiver = new();
        host.Fake.Webhooks.DeliverTo(receiver);
        MarkusClient markus = host.Fake.CreateClient().Markus;
        string id = (await markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hook", Events = [WebhookEventSubscription.All] })).Id;
        await markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom });
        await receiver.Entered.Task;

        Task stopped = host.StopAsync();
        while (await ListensAsync(host.Address)) await Task.Yield();
        (await Task.WhenAny(stopped, Task.Delay(TimeSpan.FromMilliseconds(250)))).Should().NotBe(stopped, "the receiver has not answered yet");
        receiver.Open.SetResult();
        await stopped;

        await using OutreachFakeHost again = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { StateFile = Path });
        Page<Outreach.Sdk.Markus.WebhookDelivery> log = await again.Fake.CreateClient().Markus.Webhooks.ListDeliveriesAsync(id);
        log.Items.Should().ContainSingle().Which.Status.Should().Be(WebhookDeliveryStatus.Success);
    }

    [Fact]
    public async Task A_file_belongs_to_one_process_at_a_time()
    {
        using (StateFile first = StateFile.Open(Path))
        {
            Action second = () => StateFile.Open(Path).Dispose();
            second.Should().Throw<StateFileException>().WithMessage($"State file {Path}: another outreach-fake uses it.");
            first.Save(await WorldsAsync(1));
        }

        using StateFile third = StateFile.Open(Path);
        third.Seed.Should().Be(1);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "cut", "cut:200", "is cut or no JSON, at line 1, byte *" },
        { "empty", "cut:0", "is cut or no JSON, at line 1, byte 1." },
        { "another format", "\"outreach-fake state\"=>\"shopping list\"", "is no state of outreach-fake*" },
        { "newer", "\"version\":1=>\"version\":2", "is of version 2, this outreach-fake reads version 1; use a newer one." },
        { "edited", "\"seed\":1=>\"seed\":3", "was changed after it was written*take the member 'digest' out." },
        { "a wrong type", "\"limits\":{}=>\"limits\":7;nodigest", "world 'default', part 'limits' cannot be read: *" },
        { "a member that is there twice", "\"version\":1=>\"version\":1,\"version\":1;nodigest", "has 'version' twice in one object, at line 1, byte 45." },
        { "a row's member that is there twice", "\"planEpoch\":0=>\"planEpoch\":0,\"planEpoch\":0;nodigest", "has 'planEpoch' twice in one object, at line 1, byte *." },
        { "a member too many", "\"version\":1=>\"version\":1,\"extra\":1;nodigest", "'extra' is unknown." },
        { "a world with a member too many", "\"name\":\"default\"=>\"name\":\"default\",\"extra\":1;nodigest", "world 'default', 'extra' is unknown." },
        { "much newer", "\"version\":1=>\"version\":99999999999", "is of version 99999999999, this outreach-fake reads version 1; use a newer one." },
        { "half a character", "\"name\":\"default\"=>\"name\":\"\\ud800\";nodigest", "half a surrogate pair is no text; one of its texts or names has it." },
        { "half a character in a name", "\"limits\":{}=>\"\\ud800\":{};nodigest", "*half a surrogate pair is no text; one of its texts or names has it." },
        { "a name of two lines", "\"limits\":{}=>\"limits\":{},\"a\\nb\":{};nodigest", "world 'default', part 'a b' is unknown" },
        { "a clock before the first day", "\"clock\":\"2026=>\"clock\":\"0026;nodigest", "world 'default', part 'clock' cannot be read: is before 1970." },
        { "a number beyond all bounds", "\"planEpoch\":0=>\"planEpoch\":99999999999;nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].planEpoch: is of another type, or out of bounds." },
        { "a row that lacks a member", "\"planEpoch\":0,=>;nodigest", "world 'default', part 'markus.accounts' cannot be read: [0]: lacks 'planEpoch'." },
        { "a list with a null", "\"scopes\":[=>\"scopes\":[null,;nodigest", "world 'default', part 'markus.apiKeys' cannot be read: [0]*" },
        { "an account's id from elsewhere", "\"ordinal\":0,\"id\":\"=>\"ordinal\":0,\"id\":\"0;nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].id: is '0*'; the id of this place, with this seed, is '*'." },
        { "a key of no account", "\"accountId\":\"=>\"accountId\":\"0;nodigest", "world 'default', part 'markus.fixture' cannot be read: accountId: '0*' is the id of no row of markus.accounts." },
        { "members of a segment that there is none of", "\"crm.members\":{}=>\"crm.members\":{\"3\":[]};nodigest", "world 'default', part 'crm.members' cannot be read: 3: there is no row in place 3 of crm.segments." },
        { "a job of nothing", Jobs("""{"due":"2026-03-02T09:00:00Z","order":0,"kind":"markus.discoveryStart","subject":"x"}""", 1), "world 'default', part 'jobs' cannot be read: the job markus.discoveryStart of order 0: its subject 'x' is the id of no row of markus.discoveryJobs." },
        { "a job without its data", Jobs("""{"due":"2026-03-02T09:00:00Z","order":0,"kind":"crm.remind","subject":"x"}""", 1), "world 'default', part 'jobs' cannot be read: jobs[0].data: is missing; jobs of kind 'crm.remind' have a whole number from 0." },
        { "a job with other data", Jobs("""{"due":"2026-03-02T09:00:00Z","order":0,"kind":"markus.delivery","subject":"x","data":"soon"}""", 1), "world 'default', part 'jobs' cannot be read: jobs[0].data: 'soon' is not an instant in ticks, as jobs of kind 'markus.delivery' have." },
        { "an email that arrives from nobody", Jobs("""{"due":"2026-03-02T09:00:00Z","order":0,"kind":"reachkit.incoming","subject":"x","data":"{\"inboxId\":\"x\",\"from\":\"nobody\",\"subject\":\"\"}"}""", 1), "world 'default', part 'jobs' cannot be read: jobs[0].data: '*' is not an incoming email, as jobs of kind 'reachkit.incoming' have." },
        { "a limit of no bucket", "\"limits\":{}=>\"limits\":{\"read\":[1,2]};nodigest", "world 'default', part 'limits' cannot be read: 'read' names no bucket; it is an owner, a space and a bucket." },
        { "a limit of another form", "\"limits\":{}=>\"limits\":{\"crm x read\":[1]};nodigest", "world 'default', part 'limits' cannot be read: 'crm x read': is not [start of the window in Unix seconds, requests in it]." },
        { "a limit of texts", "\"limits\":{}=>\"limits\":{\"crm x read\":[\"1\",2]};nodigest", "world 'default', part 'limits' cannot be read: 'crm x read': is not [start of the window in Unix seconds, requests in it]." },
        { "a limit that is there twice", "\"limits\":{}=>\"limits\":{\"crm x read\":[1,2],\"crm x read\":[1,3]};nodigest", "has 'crm x read' twice in one object, at line 1, byte *." },
        { "a clock without a time", "\"clock\":\"2026-03-02T09:00:00.0000000Z\"=>\"clock\":\"yesterday\";nodigest", "world 'default', part 'clock' cannot be read: is no time; write 2026-03-02T09:00:00Z." },
        { "a clock of a number", "\"clock\":\"2026-03-02T09:00:00.0000000Z\"=>\"clock\":7;nodigest", "world 'default', part 'clock' cannot be read: is no time; write 2026-03-02T09:00:00Z." },
        { "a counter of a text", "\"counters\":{\"id:markus.key\":1=>\"counters\":{\"id:markus.key\":\"1\";nodigest", "world 'default', part 'counters' cannot be read: 'id:markus.key': is no whole number." },
        { "a missing part", "\"limits\":{},=>;nodigest", "world 'default', part 'limits' is missing" },
        { "an unknown part", "\"limits\":{}=>\"limits\":{},\"surprise\":1;nodigest", "world 'default', part 'surprise' is unknown" },
        { "an unknown job", "\"jobs\":[]=>\"jobs\":[{\"due\":\"2026-03-02T09:00:00Z\",\"order\":0,\"kind\":\"nope\",\"subject\":\"x\"}];nodigest", "world 'default', part 'jobs' cannot be read: *nothing handles the kind 'nope'." },
        { "a fault of no operation", Faults("1", """{"number":1,"seen":0,"hits":0,"fault":{"operation":"markus.nope","effect":{"kind":"drop"}}}"""), "world 'default', part 'faults' cannot be read: faults[0].fault.operation: no operation fits 'markus.nope'." },
        { "a fault of no effect", Faults("1", """{"number":1,"seen":0,"hits":0,"fault":{"effect":{"kind":"tickle"}}}"""), "world 'default', part 'faults' cannot be read: faults[0].fault.effect.kind: 'tickle' is none of *" },
        { "a fault of a number not given yet", Faults("1", """{"number":2,"seen":0,"hits":0,"fault":{"effect":{"kind":"drop"}}}"""), "world 'default', part 'faults' cannot be read: faults[0].number: 2 is not from 1 to 1." },
        { "two faults of one number", Faults("2", """{"number":2,"seen":0,"hits":0,"fault":{"effect":{"kind":"drop"}}},{"number":2,"seen":0,"hits":0,"fault":{"effect":{"kind":"drop"}}}"""), "world 'default', part 'faults' cannot be read: faults[1].number: 2 does not follow that of the fault before." },
        { "a fault with more hits than calls", Faults("1", """{"number":1,"seen":1,"hits":2,"fault":{"effect":{"kind":"drop"}}}"""), "world 'default', part 'faults' cannot be read: faults[0].hits: 2 is not from 0 to 1." },
        { "a fault with a member too many", Faults("1", """{"number":1,"seen":1,"hits":0,"fault":{"effect":{"kind":"drop"}},"extra":1}"""), "world 'default', part 'faults' cannot be read: faults[0].extra: is unknown here; *" },
        { "faults that are no list", "\"faults\":{\"armed\":0,\"faults\":[]}=>\"faults\":[];nodigest", "world 'default', part 'faults' cannot be read: faults: is no object." },
        { "a rule without reactions", "\"recipients\":[]=>\"recipients\":[{\"address\":\"*\"}];nodigest", "world 'default', part 'recipients' cannot be read: recipients[0].reactions: is missing." },
        { "rules that are no list", "\"recipients\":[]=>\"recipients\":{};nodigest", "world 'default', part 'recipients' cannot be read: recipients: is no list." },
        { "a row in another's place", "\"ordinal\":0=>\"ordinal\":1;nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].ordinal: is 1; rows stand in the place of their number, null in that of a row that is gone." },
        { "a row without its id", "\"ordinal\":0,\"id\":\"=>\"ordinal\":0,\"idd\":\";nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].idd: *" },
        { "a null where there may be none", "\"name\":\"Northwind Outreach\"=>\"name\":null;nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].name: *null*" },
        { "a misspelled member", "\"planId\"=>\"plan\";nodigest", "world 'default', part 'markus.accounts' cannot be read: [0]*plan*" },
        { "a value of another type", "\"planEpoch\":0=>\"planEpoch\":\"x\";nodigest", "world 'default', part 'markus.accounts' cannot be read: [0].planEpoch: *" },
        { "no account", "\"markus.accounts\":[=>\"markus.accounts\":7,\"x\":[;nodigest", "world 'default', part 'x' is unknown" },
        { "a member of a segment who is no customer", "\"crm.members\":{}=>\"crm.members\":{\"0\":[2000000000,639080388000000000]};nodigest", "world 'default', part 'crm.members' cannot be read: 0: there is no customer in place 2000000000." },
        { "a segment of no number", "\"crm.members\":{}=>\"crm.members\":{\"99999999999\":[]};nodigest", "world 'default', part 'crm.members' cannot be read: 99999999999: is no place of a segment." },
        { "a part that is there twice", "\"limits\":{}=>\"limits\":{},\"limits\":{};nodigest", "has 'limits' twice in one object, at line 1, byte *." },
        { "a job without its time", Jobs("""{"order":0,"kind":"crm.hourly","subject":"x"}"""), "world 'default', part 'jobs' cannot be read: jobs[0].due: is missing." },
        { "a job beyond the count", Jobs("""{"due":"2026-03-02T09:00:00Z","order":7,"kind":"crm.hourly","subject":"x"}"""), "world 'default', part 'jobs' cannot be read: jobs[0].order: 7 is not below nextOrder, 0." },
        { "an option of another type", "\"rateLimits\":true=>\"rateLimits\":\"yes\";nodigest", "world 'default', options.rateLimits: is neither true nor false." },
        { "an option that lacks", "\"acceptAnyKey\":false,=>;nodigest", "world 'default', options.acceptAnyKey: is missing." },
        { "a seed below 0", "\"seed\":1=>\"seed\":-1;nodigest", "world 'default', options.seed: is missing or no whole number from 0 up." },
        { "two default worlds", "\"worlds\":[=>\"worlds\":[{\"name\":\"default\",\"options\":{\"seed\":1,\"rateLimits\":true,\"acceptAnyKey\":false,\"mailmarkSourceQuirks\":false},\"parts\":{}},;nodigest", "has two worlds 'default'." },
        { "a world of no name", "\"worlds\":[=>\"worlds\":[{\"name\":\"a b\",\"options\":{\"seed\":1,\"rateLimits\":true,\"acceptAnyKey\":false,\"mailmarkSourceQuirks\":false},\"parts\":{}},;nodigest", "world 'a b' cannot be added: A world's name is 1 to 64 letters, digits, dots, dashes and underscores." },
        { "no default world", "\"name\":\"default\"=>\"name\":\"other\";nodigest", "has no world 'default'." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_used_gives_one_line_and_stays_as_it_is(string what, string change, string message)
    {
        using (StateFile file = StateFile.Open(Path)) file.Save(await WorldsAsync(1));
        string text = await File.ReadAllTextAsync(Path);
        if (change.StartsWith("cut:", StringComparison.Ordinal)) text = text[..int.Parse(change[4..], null)];
        else
        {
            if (change.EndsWith(";nodigest", StringComparison.Ordinal))
            {
                change = change[..^9];
                text = text[..text.IndexOf(",\"digest\"", StringComparison.Ordinal)] + "}";
            }

            string[] sides = change.Split("=>");
            text.Should().Contain(sides[0], what);
            int at = text.IndexOf(sides[0], StringComparison.Ordinal);
            text = text[..at] + sides[1] + text[(at + sides[0].Length)..];
        }

        await File.WriteAllTextAsync(Path, text);
        FakeWorlds worlds = await WorldsAsync(1);

        Action load = () =>
        {
            using StateFile file = StateFile.Open(Path);
            file.LoadInto(worlds);
        };

        load.Should().Throw<StateFileException>().WithMessage($"State file {Path}: {message}").Which.Message.Should().NotContain("\n");
        (await File.ReadAllTextAsync(Path)).Should().Be(text);
        Directory.GetFiles(_directory).Should().ContainSingle();
    }

    [Fact]
    public void A_file_in_a_directory_that_is_not_there_is_refused()
    {
        Action open = () => StateFile.Open(System.IO.Path.Combine(_directory, "none", "state.json")).Dispose();

        open.Should().Throw<StateFileException>().WithMessage("*its directory is not there.");
    }

    private static string Faults(string armed, string faults) => $"\"faults\":{{\"armed\":0,\"faults\":[]}}=>\"faults\":{{\"armed\":{armed},\"faults\":[{faults}]}};nodigest";

    private static string Jobs(string jobs, int nextOrder = 0) => $"\"nextOrder\":0,\"jobs\":[]=>\"nextOrder\":{nextOrder},\"jobs\":[{jobs}];nodigest";

    private static byte[] Written(FakeWorlds worlds)
    {
        using MemoryStream stream = new();
        StateFile.Write(stream, worlds.All);
        return stream.ToArray();
    }

    private static async Task<FakeWorlds> WorldsAsync(ulong seed)
        => new(await OutreachFake.StartAsync(new FakeOptions { Seed = seed, ClockMode = ClockMode.Manual }), TimeProvider.System);

    private static async Task<bool> ListensAsync(Uri address)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed class Gate : HttpMessageHandler
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Open.Task;
            return new HttpResponseMessage(System.Net.HttpStatusCode.OK);
        }
    }
}
