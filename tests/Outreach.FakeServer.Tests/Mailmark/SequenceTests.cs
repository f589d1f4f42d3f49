using System.Globalization;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class SequenceTests
{
    private const string Step = """{"type":"send_email","subject":"s","html":"h"}""";
    private const string NotActive = "Sequence is not active";
    private const string NotPaused = "Sequence is not paused";

    public static TheoryData<string?, int, string> BadBodies => new()
    {
        { "x", 400, "Invalid JSON" },
        { "null", 400, "\"name\" is required" },
        { """{"from":"hello@acme.dev"}""", 400, "\"name\" is required" },
        { """{"name":"n","steps":[]}""", 400, "\"from\" is required" },
        { """{"name":"n","from":"nobody@x.y"}""", 400, "\"steps\" must be a non-empty array" },
        { """{"name":"n","from":"nobody@x.y","steps":[]}""", 400, "\"steps\" must be a non-empty array" },
        { """{"name":"n","from":"nobody@x.y","steps":"[]"}""", 400, "\"steps\" must be a non-empty array" },
        { """{"name":"n","from":"nobody@x.y","steps":{}}""", 400, "\"steps\" must be a non-empty array" },
        { """{"name":"n","from":"nobody@x.y","steps":[{"type":"delay","delayMs":1}]}""", 400, "First step must be send_email" },
        { """{"name":"n","from":"nobody@x.y","steps":[null]}""", 400, "First step must be send_email" },
        { """{"name":"n","from":"nobody@x.y","steps":["send_email"]}""", 400, "First step must be send_email" },
        { $$"""{"name":"n","from":"Nobody@x.y","steps":[{{Step}}]}""", 404, "Mailbox not found: Nobody@x.y" },
        { $$"""{"name":"n","from":"hello","steps":[{{Step}}]}""", 404, "Mailbox not found: hello" },
        { $$"""{"name":"n","from":"y@b.dev","steps":[{{Step}}]}""", 404, "Mailbox not found: y@b.dev" },
        { $$"""{"name":"n","from":7,"steps":[{{Step}}]}""", 500, "Server Error" },
        { $$"""{"name":7,"from":"hello@acme.dev","steps":[{{Step}}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .name" },
        { """{"name":"n","from":"hello@acme.dev","steps":[{"type":"send_email","subject":"s"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[0]" },
        { """{"name":"n","from":"hello@acme.dev","steps":[{"type":"send_email","subject":5,"html":"h"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[0]" },
        { """{"name":"n","from":"hello@acme.dev","steps":[{"type":"send_email","subject":"s","html":"h","text":"t"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[0]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},{"type":"delay"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[1]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},{"type":"delay","delayMs":"1"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[1]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},{"type":"delay","delayMs":1,"unit":"ms"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[1]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},{"type":"delay","delayMs":1e999}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[1]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},{{Step}},{"type":"wait"}]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[2]" },
        { $$"""{"name":"n","from":"hello@acme.dev","steps":[{{Step}},5]}""", 400, "ArgumentValidationError: Value does not match validator.\nPath: .steps[1]" },
    };

    public static TheoryData<string?, int, string> BadEnrollments => new()
    {
        { "x", 400, "Invalid JSON" },
        { null, 400, "Invalid JSON" },
        { "null", 400, "\"contacts\" must be a non-empty array" },
        { """{"contacts":null}""", 400, "\"contacts\" must be a non-empty array" },
        { """{"contacts":"a@b.c"}""", 400, "\"contacts\" must be a non-empty array" },
        { """{"contacts":[]}""", 400, "\"contacts\" must be a non-empty array" },
        { $$"""{"contacts":[{{string.Join(",", Enumerable.Repeat("{}", 101))}}]}""", 400, "Max 100 contacts per request" },
        { """{"contacts":[{"email":"a@b.example"},{"email":"c@d.example","mergeFields":"x"}]}""", 500, "Server Error" },
        { """{"contacts":[{"email":"a@b.example"},{"email":"c@d.example","mergeFields":{"a":[1]}}]}""", 500, "Server Error" },
    };

    public static TheoryData<string, string, int, string?> Transitions => new()
    {
        { "active", "paused", 200, null },
        { "active", "active", 400, NotPaused },
        { "paused", "paused", 400, NotActive },
        { "paused", "active", 200, null },
        { "completed", "paused", 400, NotActive },
        { "completed", "active", 400, NotPaused },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Create_refuses_row_by_row_and_stores_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Domains = [new() { Domain = "b.dev" }], Mailboxes = [new() { FullAddress = "y@b.dev" }] });

        (await world.PostAsync("v1/sequences", body)).ShouldBe(status, error);

        (await world.GetAsync("v1/sequences")).Body.Should().Be("[]");
    }

    [Fact]
    public async Task Create_answers_the_sequence_and_the_list_adds_the_counts()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        const string Steps = """[{"type":"send_email","subject":"","html":""},{"type":"delay","delayMs":0.5},{"type":"delay","delayMs":86400000}]""";

        MailmarkAnswer created = await world.PostAsync("v1/sequences", $$"""{"name":"Welcome","from":"HELLO@acme.dev","steps":{{Steps}}}""");

        created.Status.Should().Be(201);
        string head = $$"""{"id":"{{created.Json["id"]}}","name":"Welcome","status":"active","steps":{{Steps}},"mailboxAddress":"hello@acme.dev",""";
        created.Body.Should().Be(head + $"\"createdAt\":{world.Now}}}");
        (await world.GetAsync("v1/sequences")).Body.Should().Be($"[{head}\"stats\":{{\"total\":0,\"active\":0,\"completed\":0,\"replied\":0,\"bounced\":0,\"cancelled\":0}},\"createdAt\":{world.Now}}}]");
    }

    [Theory]
    [MemberData(nameof(BadEnrollments))]
    public async Task Enroll_refuses_row_by_row_and_stores_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step);

        (await world.PostAsync($"v1/sequences/{id}/enroll", body)).ShouldBe(status, error);

        (await StatsAsync(world))["total"]!.GetValue<int>().Should().Be(0);
        world.Fake.Outbox.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public async Task Pause_and_resume_follow_the_state_machine(string from, string to, int status, string? error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()], Status = new(from) }] });
        string id = (await world.GetAsync("v1/sequences")).Json[0]!["id"]!.GetValue<string>();

        MailmarkAnswer answer = await world.PatchAsync($"v1/sequences/{id}", $$"""{"status":"{{to}}"}""");

        if (error is null) answer.Body.Should().Be($$"""{"id":"{{id}}","status":"{{to}}"}""");
        else answer.ShouldBe(status, error);
        (await world.GetAsync("v1/sequences")).Json[0]!["status"]!.GetValue<string>().Should().Be(error is null ? to : from);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"status":"completed"}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":["paused"]}""")]
    public async Task Any_other_wanted_state_is_refused(string body)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step);

        (await world.PatchAsync($"v1/sequences/{id}", body)).ShouldBe(400, "status must be \"paused\" or \"active\"");
        (await world.PatchAsync($"v1/sequences/{id}", "no")).ShouldBe(400, "Invalid JSON");
    }

    [Theory]
    [InlineData("PATCH", "/steps", "Not found")]
    [InlineData("DELETE", "/enroll", "Not found")]
    [InlineData("POST", "", "Not found")]
    [InlineData("POST", "/pause", "Not found")]
    [InlineData("POST", "/enroll/again", "Not found")]
    [InlineData("PATCH", "x", "Sequence not found")]
    [InlineData("DELETE", "x", "Sequence not found")]
    [InlineData("POST", "x/enroll", "Sequence not found")]
    public async Task Paths_and_ids_are_looked_at_before_the_body(string method, string tail, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step);

        (await world.SendAsync(method, $"v1/sequences/{id}{tail}", "no")).ShouldBe(404, error);
    }

    [Fact]
    public async Task Enroll_skips_those_without_address_and_those_on_their_way()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step, """{"type":"delay","delayMs":1000}""");

        MailmarkAnswer answer = await world.PostAsync($"v1/sequences/{id}/enroll", """{"contacts":[{"email":" A@b.example "},{"email":"a@B.example"},{},{"email":5},{"email":""},"x",null,{"email":"c@d.example","mergeFields":null}]}""");
        MailmarkAnswer again = await world.PostAsync($"v1/sequences/{id}/enroll", """{"contacts":[{"email":"a@b.example"}]}""");

        answer.Status.Should().Be(200);
        answer.Json["enrolled"]!.GetValue<int>().Should().Be(2);
        answer.Json["skipped"]!.GetValue<int>().Should().Be(6);
        answer.Json["enrollmentIds"]!.AsArray().Should().HaveCount(2);
        again.Body.Should().Be("""{"enrolled":0,"skipped":1,"enrollmentIds":[]}""");
        world.Fake.Outbox.Select(mail => mail.To).Should().Equal("a@b.example", "c@d.example");
    }

    [Fact]
    public async Task A_one_step_sequence_completes_with_its_first_contacts_and_refuses_more()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step);

        await EnrollAsync(world, id, "a@b.example", "c@d.example");

        (await world.GetAsync("v1/sequences")).Json[0]!["status"]!.GetValue<string>().Should().Be("completed");
        (await StatsAsync(world)).ToJsonString().Should().Be("""{"total":2,"active":0,"completed":2,"replied":0,"bounced":0,"cancelled":0}""");
        (await world.PostAsync($"v1/sequences/{id}/enroll", "no json")).ShouldBe(400, NotActive);
    }

    [Fact]
    public async Task Steps_run_on_the_clock_delays_add_up_and_may_come_last()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Mail("1"), Delay(1000), Delay(2000), Mail("2"), Mail("3"), Delay(500));
        await EnrollAsync(world, id, "a@b.example");

        world.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("1");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(2999));
        world.Fake.Outbox.Should().HaveCount(1);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        world.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("1", "2", "3");
        (await StatsAsync(world))["active"]!.GetValue<int>().Should().Be(1);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(500));
        (await StatsAsync(world))["completed"]!.GetValue<int>().Should().Be(1);
        world.Fake.Outbox[0].Headers.Should().NotContain(header => header.Key.StartsWith("List-"));
        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(3);
        (await world.GetAsync("v1/campaign-stats")).Json["batches"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1e300)]
    public async Task A_wait_that_cannot_end_leaves_the_enrollment_standing(double delay)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step, $$"""{"type":"delay","delayMs":{{delay.ToString("R", CultureInfo.InvariantCulture)}}}""", Step);
        await EnrollAsync(world, id, "a@b.example");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(400));

        world.Fake.Outbox.Should().ContainSingle();
        (await StatsAsync(world))["active"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task A_step_due_while_paused_is_held_and_the_source_drops_it(bool quirks, int sent)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Mail("1"), Delay(1000), Mail("2"));
        await EnrollAsync(world, id, "a@b.example");
        world.Control.SourceQuirks = quirks;
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"paused"}""");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        world.Fake.Outbox.Should().ContainSingle();
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"active"}""");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        world.Fake.Outbox.Should().HaveCount(sent);
        (await StatsAsync(world))["active"]!.GetValue<int>().Should().Be(quirks ? 1 : 0);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_first_step_runs_at_once_and_in_the_source_never(bool quirks, int sent)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(quirks);
        string id = await CreateAsync(world, Step);
        await EnrollAsync(world, id, "a@b.example");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        world.Fake.Outbox.Should().HaveCount(sent);
    }

    [Theory]
    [InlineData(false, "bounced")]
    [InlineData(true, "active")]
    public async Task A_bounce_of_a_steps_mail_ends_the_enrollment_but_not_in_the_source(bool quirks, string state)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step, Delay(86_400_000), Step);
        await EnrollAsync(world, id, "a+bounce@b.example", "ok@b.example");
        world.Control.SourceQuirks = quirks;

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await StatsAsync(world))[state]!.GetValue<int>().Should().Be(quirks ? 2 : 1);
    }

    [Theory]
    [InlineData(false, 1, 0)]
    [InlineData(true, 0, 2)]
    public async Task A_third_enrollment_looks_at_any_active_one_and_the_source_at_the_oldest(bool quirks, int replied, int active)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(quirks);
        world.Control.Add(new()
        {
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep(), new Sdk.Mailmark.DelayStep { DelayMs = 1e9 }] }],
            Enrollments = [new() { Sequence = "s", ContactEmail = "a@b.example", Status = "completed" }, new() { Sequence = "s", ContactEmail = "A@b.example" }],
        });
        string id = (await world.GetAsync("v1/sequences")).Json[0]!["id"]!.GetValue<string>();

        MailmarkAnswer third = await EnrollAsync(world, id, "a@b.example");
        world.Control.Receive("hello@acme.dev", "A@B.example");

        third.Json["enrolled"]!.GetValue<int>().Should().Be(quirks ? 1 : 0);
        JsonNode stats = await StatsAsync(world);
        stats["replied"]!.GetValue<int>().Should().Be(replied);
        stats["active"]!.GetValue<int>().Should().Be(active);
    }

    [Fact]
    public async Task Any_mail_from_the_contact_ends_it_in_every_sequence_of_the_mailbox()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string first = await CreateAsync(world, Step, Delay(1000), Step);
        string second = await CreateAsync(world, Step, Delay(1000), Step);
        await EnrollAsync(world, first, "a@b.example", "c@d.example");
        await EnrollAsync(world, second, "a@b.example");
        await world.PatchAsync($"v1/sequences/{second}", """{"status":"paused"}""");

        world.Control.Receive("sales@acme.dev", "a@b.example");
        (await StatsAsync(world))["replied"]!.GetValue<int>().Should().Be(0, "it came to another mailbox");
        world.Control.Receive("hello@acme.dev", "Ann <A@b.example>");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        JsonArray sequences = (await world.GetAsync("v1/sequences")).Json.AsArray();
        sequences[0]!["stats"]!["replied"]!.GetValue<int>().Should().Be(1);
        sequences[0]!["status"]!.GetValue<string>().Should().Be("completed");
        sequences[1]!["stats"]!["replied"]!.GetValue<int>().Should().Be(1);
        sequences[1]!["status"]!.GetValue<string>().Should().Be("paused", "a paused sequence stays paused when its last contact ends");
        world.Fake.Outbox.To("a@b.example").Should().HaveCount(2);
        world.Fake.Outbox.To("c@d.example").Should().HaveCount(2);
    }

    [Fact]
    public async Task Resume_runs_held_steps_once_in_order_and_their_waits_count_from_there()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Mail("1"), Delay(3_600_000), Mail("2"), Delay(3_600_000), Mail("3"));
        await EnrollAsync(world, id, "a@b.example", "c@d.example", "gone@d.example");
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"paused"}""");
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"active"}""");
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"paused"}""");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        world.Control.Receive("hello@acme.dev", "gone@d.example");

        await world.PatchAsync($"v1/sequences/{id}", """{"status":"active"}""");
        string[] resumed = [.. world.Fake.Outbox.Skip(3).Select(mail => $"{mail.Subject} {mail.To}")];
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(59));
        int waiting = world.Fake.Outbox.Count;
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        resumed.Should().Equal("2 a@b.example", "2 c@d.example");
        waiting.Should().Be(5);
        world.Fake.Outbox.Skip(5).Select(mail => $"{mail.Subject} {mail.To}").Should().Equal("3 a@b.example", "3 c@d.example");
        (await StatsAsync(world)).ToJsonString().Should().Be("""{"total":3,"active":0,"completed":2,"replied":1,"bounced":0,"cancelled":0}""");
        (await world.GetAsync("v1/sequences")).Json[0]!["status"]!.GetValue<string>().Should().Be("completed");
    }

    [Fact]
    public async Task A_paused_sequence_that_everybody_left_is_active_after_resume_and_takes_them_again()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Mail("1"), Delay(3_600_000), Mail("2"));
        await EnrollAsync(world, id, "a@b.example");
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"paused"}""");
        world.Control.Receive("hello@acme.dev", "a@b.example");
        (await EnrollAsync(world, id, "a@b.example")).ShouldBe(400, NotActive);

        (await world.PatchAsync($"v1/sequences/{id}", """{"status":"active"}""")).Body.Should().Be($$"""{"id":"{{id}}","status":"active"}""");
        (await EnrollAsync(world, id, "A@b.example")).Json["enrolled"]!.GetValue<int>().Should().Be(1);
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        world.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("1", "1", "2");
        (await StatsAsync(world)).ToJsonString().Should().Be("""{"total":2,"active":0,"completed":1,"replied":1,"bounced":0,"cancelled":0}""");
    }

    [Fact]
    public async Task A_bounce_of_the_only_contact_completes_the_sequence_and_one_of_the_last_step_comes_too_late()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string one = await CreateAsync(world, Mail("1"), Delay(3_600_000), Mail("2"));
        string last = await CreateAsync(world, Mail("only"));
        await EnrollAsync(world, one, "a+bounce@b.example");
        await EnrollAsync(world, last, "a+bounce@b.example");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        JsonArray sequences = (await world.GetAsync("v1/sequences")).Json.AsArray();
        sequences.Select(sequence => sequence!["status"]!.GetValue<string>()).Should().Equal("completed", "completed");
        sequences[0]!["stats"]!["bounced"]!.GetValue<int>().Should().Be(1);
        sequences[1]!["stats"]!["completed"]!.GetValue<int>().Should().Be(1, "the enrollment was over when the bounce came");
        world.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("1", "only");
    }

    [Fact]
    public async Task Cancelling_counts_all_that_were_ever_cancelled_and_what_was_held_never_runs()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new()
        {
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep { Subject = "1" }, new Sdk.Mailmark.DelayStep { DelayMs = 1000 }, new Sdk.Mailmark.SendEmailStep { Subject = "2" }] }],
            Enrollments = [new() { Sequence = "s", ContactEmail = "early@b.example", Status = "cancelled" }],
        });
        string id = (await world.GetAsync("v1/sequences")).Json[0]!["id"]!.GetValue<string>();
        await EnrollAsync(world, id, "a@b.example");
        await world.PatchAsync($"v1/sequences/{id}", """{"status":"paused"}""");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        MailmarkAnswer answer = await world.DeleteAsync($"v1/sequences/{id}");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        answer.Json["cancelledEnrollments"]!.GetValue<int>().Should().Be(2);
        world.Fake.Outbox.Select(mail => mail.Subject).Should().Equal("1");
        (await world.PatchAsync($"v1/sequences/{id}", """{"status":"active"}""")).ShouldBe(400, NotPaused);
    }

    [Fact]
    public async Task Cancel_ends_everything_for_good_and_repeats()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step, Delay(1000), Step);
        await EnrollAsync(world, id, "a@b.example", "c@d.example");

        MailmarkAnswer first = await world.DeleteAsync($"v1/sequences/{id}");
        MailmarkAnswer second = await world.DeleteAsync($"v1/sequences/{id}");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        first.Body.Should().Be($$"""{"id":"{{id}}","status":"completed","cancelledEnrollments":2}""");
        second.Body.Should().Be(first.Body);
        world.Fake.Outbox.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_step_that_cannot_be_sent_leaves_the_enrollment_active_for_ever()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, Step, Delay(1000), Step);
        await EnrollAsync(world, id, "no address", "gone@mailinator.com", "ok@b.example");
        await world.DeleteAsync("v1/mailboxes/hello");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(30));

        world.Fake.Outbox.Should().ContainSingle();
        (await StatsAsync(world))["active"]!.GetValue<int>().Should().Be(3);
    }

    [Fact]
    public async Task Sequence_mail_counts_in_quota_and_warming_and_ignores_suppression()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Unsubscribes = [new() { Domain = "acme.dev", Email = "a@b.example" }], WarmingSchedules = [new() { Domain = "acme.dev", DailyLimit = 2 }] });
        string id = await CreateAsync(world, Step);

        await EnrollAsync(world, id, "a@b.example", "b@b.example", "c@b.example");

        world.Fake.Outbox.Select(mail => mail.To).Should().Equal("a@b.example", "b@b.example");
        (await StatsAsync(world))["active"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Placeholders_take_values_as_text_and_stay_without_one()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        const string Template = "Hi {{firstName}} {{ firstName }} {{x}} {{firstName|you}} {{n}}[{{e}}]{{nil}}{{yes}}{{big}}{{small}}{{naïve}}{first|you}";
        string id = await CreateAsync(world, $$"""{"type":"send_email","subject":"{{Template}}","html":"{{Template}}"}""");

        await world.PostAsync($"v1/sequences/{id}/enroll", """{"contacts":[{"email":"a@b.example","mergeFields":{"firstName":"Jane","n":5,"e":"","nil":null,"yes":true,"big":1e21,"small":0.000125}},{"email":"c@d.example"}]}""");

        const string Merged = "Hi Jane {{ firstName }} {{x}} {{firstName|you}} 5[]{{nil}}true1e+210.000125{{naïve}}{first|you}";
        world.Fake.Outbox[0].Subject.Should().Be(Merged);
        world.Fake.Outbox[0].Html.Should().StartWith(Merged);
        world.Fake.Outbox[1].Subject.Should().Be(Template);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(5, "5")]
    [InlineData(-5.5, "-5.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(100, "100")]
    [InlineData(1234567.125, "1234567.125")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Numbers_are_written_as_javascript_writes_them(double number, string text) => ScriptRules.Text(number).Should().Be(text);

    private static string Mail(string subject) => $$"""{"type":"send_email","subject":"{{subject}}","html":"h"}""";

    private static string Delay(long ms) => $$"""{"type":"delay","delayMs":{{ms}}}""";

    private static async Task<string> CreateAsync(MailmarkWorld world, params string[] steps)
    {
        MailmarkAnswer answer = await world.PostAsync("v1/sequences", $$"""{"name":"s","from":"hello@acme.dev","steps":[{{string.Join(",", steps)}}]}""");
        answer.Status.Should().Be(201, answer.Body);
        return answer.Json["id"]!.GetValue<string>();
    }

    private static Task<MailmarkAnswer> EnrollAsync(MailmarkWorld world, string id, params string[] addresses)
        => world.PostAsync($"v1/sequences/{id}/enroll", $$"""{"contacts":[{{string.Join(",", addresses.Select(address => $$"""{"email":"{{address}}"}"""))}}]}""");

    private static async Task<JsonNode> StatsAsync(MailmarkWorld world) => (await world.GetAsync("v1/sequences")).Json[0]!["stats"]!;
}
