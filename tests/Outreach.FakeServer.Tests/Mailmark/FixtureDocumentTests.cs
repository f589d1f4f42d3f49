using System.Text.Json.Nodes;
using Outreach.FakeServer.Mailmark;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class FixtureDocumentTests
{
    private const string Base = "\"users\":[{\"ref\":\"u\"}],\"domains\":[{\"domain\":\"a.dev\"}],\"keys\":[{\"token\":\"k\",\"domain\":\"a.dev\"}],\"mailboxes\":[{\"fullAddress\":\"x@a.dev\"}]";

    public static TheoryData<string, string> Bad => new()
    {
        { "[]", "document: an object was expected" },
        { """{"now":5}""", "now: a text was expected" },
        { """{"now":"yesterday"}""", "now: an RFC 3339 time was expected" },
        { """{"sourceQuirks":"yes"}""", "sourceQuirks: true or false was expected" },
        { """{"colour":1}""", "colour: unknown member" },
        { """{"repeat":2}""", "repeat: unknown member" },
        { """{"transport":{"step":1}}""", "transport.step: unknown member" },
        { """{"users":{}}""", "users: a list was expected" },
        { """{"users":[5]}""", "users[0]: an object was expected" },
        { """{"users":[{}]}""", "users[0].ref: required" },
        { """{"users":[{"ref":"u"},{"ref":"u"}]}""", "users[1].ref: 'u' is taken" },
        { """{"users":[{"ref":"u","plan":"gold"}]}""", "users[0].plan: 'gold' is none of starter, pro, business" },
        { """{"users":[{"ref":"u","planStatus":"on"}]}""", "users[0].planStatus: 'on' is none of active, trialing, canceled, past_due" },
        { """{"users":[{"ref":"u","category":"vip"}]}""", "users[0].category: 'vip' is none of normal, beta, admin" },
        { """{"users":[{"ref":"u","name":"x"}]}""", "users[0].name: unknown member" },
        { """{"users":[{"ref":"u"}],"domains":[{"domain":"a.dev","user":"v"}]}""", "domains[0].user: no user 'v'" },
        { """{"users":[{"ref":"u"}],"domains":[{"domain":"a.dev"},{"domain":"A.dev"}]}""", "domains[1].domain: 'a.dev' is taken" },
        { """{"users":[{"ref":"u"}],"domains":[{"domain":"a.dev","verified":1}]}""", "domains[0].verified: true or false was expected" },
        { """{"users":[{"ref":"u"}],"keys":[{"token":"k","domain":"a.dev"}]}""", "keys[0].domain: no domain 'a.dev'" },
        { """{"users":[{"ref":"u"}],"keys":[{"token":"k","scope":"all"}]}""", "keys[0].scope: 'all' is none of domain, org" },
        { """{"users":[{"ref":"u"}],"keys":[{"token":"k"},{"token":"k"}]}""", "keys[1].token: the key is taken" },
        { """{"mailboxes":[{"fullAddress":"x"}]}""", "mailboxes[0].fullAddress: 'x' is no address" },
        { """{"mailboxes":[{"fullAddress":"x@y"}]}""", "mailboxes[0].fullAddress: no domain 'y'" },
        { $$"""{ {{Base}}, "senderGroups":[{"domain":"a.dev","name":"g","mailboxes":["x@a.dev","n@a.dev"]}]}""", "senderGroups[0].mailboxes[1]: no mailbox 'n@a.dev'" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev"},{"mailbox":"x@a.dev","repeat":2},{"mailbox":"x@a.dev"},{"mailbox":"x@y"}]}""", "emails[3].mailbox: no mailbox 'x@y'" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","to":"a@b"}]}""", "emails[0].to: a list was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","to":[5]}]}""", "emails[0].to[0]: a text was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","date":"now"}]}""", "emails[0].date: a whole number of milliseconds was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","date":1e30}]}""", "emails[0].date: a whole number of milliseconds was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","date":9000000000000000}]}""", "emails[0].date: no such time" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","deliveryStatus":"eaten"}]}""", "emails[0].deliveryStatus: 'eaten' is none of pending, delivered, failed, bounced" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","clickedLinks":[{"clickedAt":0}]}]}""", "emails[0].clickedLinks[0].url: required" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","repeat":"2"}]}""", "emails[0].repeat: a whole number was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","repeat":-1}]}""", "emails[0].repeat: at least 0 was expected" },
        { $$"""{ {{Base}}, "emails":[{"mailbox":"x@a.dev","repeat":1,"step":0.5}]}""", "emails[0].step: a whole number of milliseconds was expected" },
        { $$"""{ {{Base}}, "sequences":[{"mailbox":"x@a.dev","name":"s"}]}""", "sequences[0].steps: a list of steps was expected" },
        { $$"""{ {{Base}}, "sequences":[{"mailbox":"x@a.dev","name":"s","steps":[{"type":"wait"}]}]}""", "sequences[0].steps[0]: a step was expected" },
        { $$"""{ {{Base}}, "sequences":[{"mailbox":"x@a.dev","name":"s","status":"new","steps":[]}]}""", "sequences[0].status: 'new' is none of active, paused, completed" },
        { $$"""{ {{Base}}, "enrollments":[{"sequence":"s","contactEmail":"a@b"}]}""", "enrollments[0].sequence: no sequence 's'" },
        { $$"""{ {{Base}}, "unsubscribes":[{"domain":"a.dev","email":"a@b","source":"phone"}]}""", "unsubscribes[0].source: 'phone' is none of manual, link, one-click" },
        { $$"""{ {{Base}}, "warmingSchedules":[{"domain":"a.dev","currentDay":"1"}]}""", "warmingSchedules[0].currentDay: a whole number was expected" },
        { $$"""{ {{Base}}, "domainHealthChecks":[{"domain":"b.dev"}]}""", "domainHealthChecks[0].domain: no domain 'b.dev'" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","speed":"warp"}]}""", "warmupMailboxes[0].speed: 'warp' is none of slow, normal, fast" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","currentDay":0}]}""", "warmupMailboxes[0].currentDay: at least 1 was expected" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","dailyLimit":-1}]}""", "warmupMailboxes[0].dailyLimit: at least 0 was expected" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","sentToday":-1}]}""", "warmupMailboxes[0].sentToday: at least 0 was expected" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","receivedToday":-1}]}""", "warmupMailboxes[0].receivedToday: at least 0 was expected" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev"},{"mailbox":"x@a.dev","healthScore":101}]}""", "warmupMailboxes[1].healthScore: 0 to 100 was expected" },
        { $$"""{ {{Base}}, "warmupMailboxes":[{"mailbox":"x@a.dev","inboxRate":-1}]}""", "warmupMailboxes[0].inboxRate: 0 to 100 was expected" },
        { $$"""{ {{Base}}, "domainHealthChecks":[{"domain":"a.dev","overallScore":101}]}""", "domainHealthChecks[0].overallScore: 0 to 100 was expected" },
        { $$"""{ {{Base}}, "warmingSchedules":[{"domain":"a.dev","currentDay":0}]}""", "warmingSchedules[0].currentDay: at least 1 was expected" },
        { $$"""{ {{Base}}, "warmingSchedules":[{"domain":"a.dev","sentToday":-1}]}""", "warmingSchedules[0].sentToday: at least 0 was expected" },
        { """{"transport":{"dns":{"x.example":"gone"}}}""", "transport.dns.x.example: 'gone' is none of mx, a-only, empty, nxdomain" },
        { """{"transport":{"reject":{"a@b":5}}}""", "transport.reject.a@b: a text was expected" },
        { """{"transport":{"rejects":{}}}""", "transport.rejects: unknown member" },
        { $$"""{ {{Base}}, "deletedDomains":["a.dev","b.dev"]}""", "deletedDomains[1]: no domain 'b.dev'" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_document_is_refused_by_its_place_and_nothing_of_it_is_taken(string document, string message)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@b.example");
        DateTimeOffset now = world.Fake.Clock.Now;

        Action load = () => world.Load(document.StartsWith('{') && !document.Contains("\"now\"", StringComparison.Ordinal) ? document.Insert(1, "\"now\":\"2027-01-01T00:00:00Z\",") : document);

        load.Should().Throw<MailmarkFixtureException>().WithMessage(message);
        world.Fake.Clock.Now.Should().Be(now);
        (await world.GetAsync("v1/emails?folder=sent")).Json.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/mailboxes")).Json.AsArray().Should().HaveCount(2);
        world.Fake.Clock.Pending.Should().ContainSingle("the outcome of the mail is still to come");
    }

    [Fact]
    public async Task A_document_replaces_everything_and_gives_the_ids_by_table()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@b.example");

        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Load($$"""
            {"now":"2026-08-01T10:00:00+02:00", {{Base}}, "senderGroups":[{"domain":"a.dev","name":"g","emails":["l@x.y"]}],"contacts":[{"email":"C@x.y","name":"C"}],
             "emails":[{"mailbox":"x@a.dev","folder":"sent","subject":"Mail {i}","to":["r{i}@x.y"],"date":-10000,"openedAt":-5000,"messageId":"m-{i}","repeat":3,"step":1000},
                       {"mailbox":"x@a.dev","date":1750000000000,"cc":["c@x.y"],"bcc":[],"starred":true,"read":true,"hasAttachments":true,"snippet":"snip","s3Key":"key","from":"f@x.y"}]}
            """);

        world.Fake.Clock.Now.Should().Be(new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.Zero));
        world.Fake.Clock.Pending.Should().BeEmpty();
        (await world.GetAsync("v1/mailboxes")).Status.Should().Be(401, "the default key went with the default account");
        ids.Keys.Should().Contain(["users", "domains", "keys", "mailboxes", "senderGroups", "contacts", "emails", "sequences", "enrollments", "unsubscribes", "warmingSchedules", "domainHealthChecks", "warmupMailboxes"]);
        ids["emails"].Should().HaveCount(4);
        JsonArray sent = (await world.GetAsync("v1/emails?folder=sent", "k")).Json.AsArray();
        sent.Select(mail => mail!["id"]!.GetValue<string>()).Should().Equal(ids["emails"].Take(3).Reverse());
        sent[0]!["subject"]!.GetValue<string>().Should().Be("Mail 2");
        sent[0]!["to"]![0]!.GetValue<string>().Should().Be("r2@x.y");
        sent[0]!["date"]!.GetValue<long>().Should().Be(world.Now - 8000);
        sent[0]!["openedAt"]!.GetValue<long>().Should().Be(world.Now - 3000);
        (await world.GetAsync($"v1/emails/{ids["emails"][3]}", "k")).Body.Should().Be($$"""{"id":"{{ids["emails"][3]}}","messageId":"{{(await world.GetAsync("v1/emails", "k")).Json[0]!["messageId"]}}","from":"f@x.y","to":["x@a.dev"],"cc":["c@x.y"],"bcc":[],"subject":"","snippet":"snip","folder":"inbox","date":1750000000000,"read":true,"starred":true,"hasAttachments":true,"deliveryStatus":null,"openedAt":null,"batchId":null,"s3Key":"key"}""");
    }

    [Theory]
    [InlineData("{}", "org")]
    [InlineData("""{"users":[{"ref":"u"}]}""", "domain")]
    public async Task A_key_of_nobody_is_refused_in_words(string document, string scope)
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync(document);

        Action create = () => world.Fake.CreateKey("mailmark", scope);

        create.Should().Throw<InvalidOperationException>().WithMessage("Mailmark has no * to make a key for; the fixtures that were loaded bring none.");
    }

    [Fact]
    public async Task Names_refer_to_rows_whatever_their_case()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"}],"domains":[{"domain":"A.dev"}],"keys":[{"token":"k","domain":"A.DEV"}],"mailboxes":[{"fullAddress":"X@A.dev"}],
             "emails":[{"mailbox":"x@A.DEV"}],"deletedDomains":["A.DEV"]}
            """);

        (await world.GetAsync("v1/bounces", "k")).Json["domain"].Should().BeNull();
    }

    [Fact]
    public async Task The_clock_can_be_set_back_only_while_nothing_is_pending()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@b.example");

        world.Load("""{"now":"2020-01-01T00:00:00Z"}""");
        world.Fake.Clock.Now.Year.Should().Be(2020, "only Mailmark's own work was pending, and it is replaced");

        world.Fake.World.Jobs.Handle("test.job", _ => { });
        world.Fake.World.Jobs.Schedule(world.Fake.Clock.Now.AddDays(1), "test.job", "x");
        Action load = () => world.Load("""{"now":"2019-01-01T00:00:00Z"}""");
        load.Should().Throw<MailmarkFixtureException>().WithMessage("now: the clock can be set back only while nothing is pending");
    }

    [Fact]
    public async Task Source_quirks_can_be_switched_by_document_option_and_property()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(sourceQuirks: true);

        world.Control.SourceQuirks.Should().BeTrue();
        world.Load("""{"sourceQuirks":false}""");
        world.Control.SourceQuirks.Should().BeFalse();
        world.Load("{}");
        world.Control.SourceQuirks.Should().BeTrue();
        world.Control.SourceQuirks = false;
        world.Control.SourceQuirks.Should().BeFalse();
    }

    [Fact]
    public async Task Builders_add_to_what_is_there_and_set_a_step_in_motion_when_told()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        world.Control.Add(new MailmarkFixtures
        {
            Users = [new() { Ref = "v", Plan = null }],
            Domains = [new() { Domain = "b.dev", User = "v" }],
            Keys = [new() { Token = "kb", Domain = "b.dev" }],
            Mailboxes = [new() { FullAddress = "X@b.dev", DisplayName = " X " }],
            Sequences = [new() { Mailbox = "x@b.dev", Name = "s", Steps = [new SendEmailStep { Subject = "Hi {{n}}", Html = "h" }] }],
            Enrollments =
            [
                new() { Sequence = "s", ContactEmail = "a@x.example", NextStepAt = world.Fake.Clock.Now.AddMinutes(5), MergeFields = new Dictionary<string, JsonScalar> { ["n"] = 5 } },
                new() { Sequence = "s", ContactEmail = "b@x.example" },
            ],
        });
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));

        world.Fake.Outbox.Should().ContainSingle().Which.Subject.Should().Be("Hi 5");
        (await world.GetAsync("v1/sequences", "kb")).Json[0]!["stats"]!["active"]!.GetValue<int>().Should().Be(1, "a row alone sets nothing in motion");
        (await world.GetAsync("v1/mailboxes")).Json.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_failing_builder_changes_nothing()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        Action add = () => world.Control.Add(new() { Mailboxes = [new() { FullAddress = "new@acme.dev" }, new() { FullAddress = "hello@acme.dev" }] });

        add.Should().Throw<MailmarkFixtureException>().Which.Place.Should().Be("mailboxes[1].fullAddress");
        (await world.GetAsync("v1/mailboxes")).Json.AsArray().Should().HaveCount(2);
    }
}
