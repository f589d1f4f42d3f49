using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

public class SequenceRuleTests
{
    [Theory]
    [InlineData("{{a}}", "{{b}}", "{{b}}")]
    [InlineData("{{a}}{{a}}", "$1$&", "$1$&$1$&")]
    [InlineData("{{a}}", "<b>&amp;\\\"</b>", "<b>&amp;\"</b>")]
    [InlineData("{{{a}}}", "x", "{x}")]
    [InlineData("{{A}}{{a }}{{}}{{a-b}}", "x", "{{A}}{{a }}{{}}{{a-b}}")]
    [InlineData("{{a}}", "Zo\\u00eb \U0001F600\\n", "Zoë \U0001F600\n")]
    public async Task A_value_stands_as_it_is_and_is_no_template(string template, string value, string merged)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, template, template);

        await EnrollAsync(world, id, $$"""{"email":"a@x.example","mergeFields":{"b":"never","a":"{{value}}" } }""");

        world.Fake.Outbox[0].Subject.Should().Be(merged);
        world.Fake.Outbox[0].Html.Should().StartWith(merged + "<img src=");
    }

    [Fact]
    public async Task Links_of_a_step_are_tracked_with_their_merged_targets_and_there_is_no_footer()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, "s", "<a href=\\\"https://x.example/{{page}}\\\">x</a>");

        await EnrollAsync(world, id, """{"email":"a@x.example","mergeFields":{"page":"p?q=1"}}""");

        OutboxMessage mail = world.Fake.Outbox[0];
        mail.Html.Should().Contain("/0?url=https%3A%2F%2Fx.example%2Fp%3Fq%3D1\"").And.NotContain("/unsubscribe/");
        mail.Headers.Select(header => header.Key).Should().Equal("From", "To", "Subject", "Date", "Message-ID", "Content-Type");
    }

    [Fact]
    public async Task Who_comes_back_brings_new_values()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, "Hi {{n}}", "", """,{"type":"delay","delayMs":1000}""");
        await EnrollAsync(world, id, """{"email":"stay@x.example"},{"email":"a@x.example","mergeFields":{"n":"one"}}""");
        world.Control.Receive("hello@acme.dev", "a@x.example");

        await EnrollAsync(world, id, """{"email":"A@x.example","mergeFields":{"n":"two"}}""");

        world.Fake.Outbox.To("a@x.example").Select(mail => mail.Subject).Should().Equal("Hi one", "Hi two");
        (await StatsAsync(world)).ToJsonString().Should().Be("""{"total":3,"active":2,"completed":0,"replied":1,"bounced":0,"cancelled":0}""");
    }

    [Fact]
    public async Task A_hundred_contacts_are_taken_and_every_one_counts_in_order()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, "s", "h");

        MailmarkAnswer answer = await EnrollAsync(world, id, string.Join(",", Enumerable.Range(0, 100).Select(i => $$"""{"email":"u{{i}}@x.example"}""")));

        answer.Json["enrolled"]!.GetValue<int>().Should().Be(100);
        answer.Json["enrollmentIds"]!.AsArray().Select(one => one!.GetValue<string>()).Should().OnlyHaveUniqueItems().And.OnlyContain(one => one.Length == 32);
        world.Fake.Outbox.Select(mail => mail.To).Should().Equal(Enumerable.Range(0, 100).Select(i => $"u{i}@x.example"));
    }

    [Theory]
    [InlineData("PATCH", "v1/sequences/SEQUENCE", "Sequence not found")]
    [InlineData("DELETE", "v1/sequences/SEQUENCE", "Sequence not found")]
    [InlineData("POST", "v1/sequences/SEQUENCE/enroll", "Sequence not found")]
    [InlineData("PATCH", "v1/sender-groups/GROUP", "Sender group not found")]
    [InlineData("DELETE", "v1/sender-groups/GROUP", "Sender group not found")]
    public async Task What_belongs_to_another_domain_is_not_found_and_not_listed(string method, string path, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Control.Add(new()
        {
            Domains = [new() { Domain = "b.dev" }],
            Mailboxes = [new() { FullAddress = "x@b.dev" }],
            SenderGroups = [new() { Domain = "b.dev", Name = "g" }],
            Sequences = [new() { Mailbox = "x@b.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()] }],
        });

        MailmarkAnswer answer = await world.SendAsync(method, path.Replace("SEQUENCE", ids["sequences"][0], StringComparison.Ordinal).Replace("GROUP", ids["senderGroups"][0], StringComparison.Ordinal), "no json");

        answer.ShouldBe(404, error);
        (await world.GetAsync("v1/sequences")).Body.Should().Be("[]");
        (await world.GetAsync("v1/sender-groups")).Body.Should().Be("[]");
    }

    [Fact]
    public async Task A_step_refused_by_a_full_month_is_not_tried_again_and_the_others_go_on()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"now":"2026-03-31T23:59:00Z","users":[{"ref":"u","plan":null}],"domains":[{"domain":"acme.dev"}],"keys":[{"token":"k","domain":"acme.dev"}],"mailboxes":[{"fullAddress":"hello@acme.dev"}],
             "emails":[{"mailbox":"hello@acme.dev","folder":"sent","repeat":999}]}
            """);
        string id = await CreateAsync(world, "s", "h", """,{"type":"delay","delayMs":120000},{"type":"send_email","subject":"t","html":""}""", "k");

        await EnrollAsync(world, id, """{"email":"a@x.example"},{"email":"late@x.example"}""", "k");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        world.Fake.Outbox.Select(mail => $"{mail.Subject} {mail.To}").Should().Equal("s a@x.example", "t a@x.example");
        (await StatsAsync(world, "k")).ToJsonString().Should().Be("""{"total":2,"active":1,"completed":1,"replied":0,"bounced":0,"cancelled":0}""");
        (await world.GetAsync("v1/sequences", "k")).Json[0]!["status"]!.GetValue<string>().Should().Be("active");
    }

    [Fact]
    public async Task A_message_of_a_step_that_was_trashed_still_ends_the_enrollment_when_it_bounces()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world, "s", "h", """,{"type":"delay","delayMs":60000}""");
        await EnrollAsync(world, id, """{"email":"a+bounce@x.example"},{"email":"b@x.example"}""");
        JsonNode mail = (await world.GetAsync("v1/emails?folder=sent")).Json[1]!;
        await world.DeleteAsync($"v1/emails/{mail["id"]}");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await StatsAsync(world))["bounced"]!.GetValue<int>().Should().Be(1);
        (await world.GetAsync("v1/emails?folder=trash")).Json[0]!["deliveryStatus"]!.GetValue<string>().Should().Be("failed");
    }

    private static async Task<string> CreateAsync(MailmarkWorld world, string subject, string html, string more = "", string key = "")
    {
        MailmarkAnswer answer = await world.PostAsync("v1/sequences", $$"""{"name":"s","from":"hello@acme.dev","steps":[{"type":"send_email","subject":"{{subject}}","html":"{{html}}"}{{more}}]}""", key);
        answer.Status.Should().Be(201, answer.Body);
        return answer.Json["id"]!.GetValue<string>();
    }

    private static Task<MailmarkAnswer> EnrollAsync(MailmarkWorld world, string id, string contacts, string key = "")
        => world.PostAsync($"v1/sequences/{id}/enroll", $$"""{"contacts":[{{contacts}}]}""", key);

    private static async Task<JsonNode> StatsAsync(MailmarkWorld world, string key = "") => (await world.GetAsync("v1/sequences", key)).Json[0]!["stats"]!;
}
