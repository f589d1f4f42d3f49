namespace Outreach.FakeServer.Tests.Mailmark;

public class MailboxTests
{
    public static TheoryData<string?, int, string> BadBodies => new()
    {
        { "{", 400, "Invalid JSON" },
        { "", 400, "Invalid JSON" },
        { null, 400, "Invalid JSON" },
        { "null", 400, "\"address\" is required" },
        { "[]", 400, "\"address\" is required" },
        { "\"hello\"", 400, "\"address\" is required" },
        { "{}", 400, "\"address\" is required" },
        { """{"address":null}""", 400, "\"address\" is required" },
        { """{"address":""}""", 400, "\"address\" is required" },
        { """{"address":0}""", 400, "\"address\" is required" },
        { """{"address":false}""", 400, "\"address\" is required" },
        { """{"address":5}""", 500, "Server Error" },
        { """{"address":true}""", 500, "Server Error" },
        { """{"address":["x"]}""", 500, "Server Error" },
        { """{"address":{}}""", 500, "Server Error" },
        { """{"address":"new@acme.dev"}""", 400, "Invalid address format" },
        { """{"address":"two words"}""", 400, "Invalid address format" },
        { """{"address":"  "}""", 400, "Invalid address format" },
        { """{"address":"ünder"}""", 400, "Invalid address format" },
        { """{"address":"new","displayName":5}""", 500, "Server Error" },
        { """{"address":"new","displayName":[]}""", 500, "Server Error" },
        { """{"address":"HELLO"}""", 409, "Mailbox already exists" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Create_refuses_row_by_row_and_stores_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.PostAsync("v1/mailboxes", body)).ShouldBe(status, error);

        (await world.GetAsync("v1/mailboxes")).Json.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("  New.Box+1%_- ", "\"  Bob \"", "\"  Bob \"", "\"Bob\"")]
    [InlineData("new.box+1%_-", "\"\"", "\"\"", "null")]
    [InlineData("new.box+1%_-", "\"  \"", "\"  \"", "null")]
    [InlineData("new.box+1%_-", "null", "null", "null")]
    public async Task Create_echoes_the_name_untouched_and_stores_it_trimmed(string address, string name, string echoed, string stored)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.PostAsync("v1/mailboxes", $$"""{"address":"{{address}}","displayName":{{name}}}""");

        answer.Status.Should().Be(201);
        string id = answer.Json["id"]!.GetValue<string>();
        id.Should().MatchRegex("^[0-9a-hjkmnp-tv-z]{32}$");
        answer.Body.Should().Be($$"""{"id":"{{id}}","address":"new.box+1%_-","fullAddress":"new.box+1%_-@acme.dev","displayName":{{echoed}}}""");
        (await world.GetAsync("v1/mailboxes")).Body.Should().EndWith($$"""{"id":"{{id}}","address":"new.box+1%_-","fullAddress":"new.box+1%_-@acme.dev","displayName":{{stored}}}]""");
    }

    [Fact]
    public async Task The_plans_limit_counts_all_domains_and_comes_before_the_duplicate()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u","plan":null,"planStatus":null}],"domains":[{"domain":"a.dev","user":"u"},{"domain":"b.dev","user":"u"}],
             "keys":[{"token":"k","domain":"a.dev"}],"mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"y@b.dev"},{"fullAddress":"z@b.dev"}]}
            """);

        (await world.PostAsync("v1/mailboxes", """{"address":"x"}""", "k")).ShouldBe(409, "Mailbox limit reached. Your plan allows 3 mailbox(es). Please upgrade to add more.");
    }

    [Theory]
    [InlineData("starter", "active", "normal", 409)]
    [InlineData("pro", "trialing", "normal", 409)]
    [InlineData("pro", "canceled", "normal", 409)]
    [InlineData("pro", "past_due", "normal", 409)]
    [InlineData("pro", "active", "normal", 201)]
    [InlineData("pro", "active", "beta", 409)]
    [InlineData(null, null, "admin", 201)]
    [InlineData("business", "active", "normal", 201)]
    public async Task The_plan_in_effect_decides(string? plan, string? planStatus, string category, int status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        (await world.PostAsync("v1/mailboxes", """{"address":"third"}""")).Status.Should().Be(201);
        world.Control.SetPlan("owner", plan, planStatus, category);

        (await world.PostAsync("v1/mailboxes", """{"address":"fourth"}""")).Status.Should().Be(status);
    }

    [Fact]
    public async Task A_key_whose_owner_is_gone_cannot_create()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.DeleteUser("owner");

        (await world.PostAsync("v1/mailboxes", """{"address":"hello"}""")).ShouldBe(409, "User not found");
    }

    [Theory]
    [InlineData("v1/mailboxes/hello")]
    [InlineData("v1/mailboxes/HELLO")]
    [InlineData("v1/mailboxes/hello@acme.dev")]
    [InlineData("v1/mailboxes/Hello%40Acme.dev")]
    public async Task Delete_takes_local_part_or_address_in_any_case_once(string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer first = await world.DeleteAsync(path);

        first.Status.Should().Be(200);
        first.Body.Should().Be("""{"deleted":true}""");
        (await world.DeleteAsync(path)).ShouldBe(404, "Mailbox not found");
    }

    [Theory]
    [InlineData("v1/mailboxes/", 400, "Address required in path")]
    [InlineData("v1/mailboxes/nobody", 404, "Mailbox not found")]
    [InlineData("v1/mailboxes/hello/x", 404, "Mailbox not found")]
    [InlineData("v1/mailboxes/y@b.dev", 404, "Mailbox not found")]
    [InlineData("v1/mailboxes/%ff%zz", 404, "Mailbox not found")]
    public async Task Delete_refuses_what_is_not_a_mailbox_of_the_domain(string path, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Domains = [new() { Domain = "b.dev" }], Mailboxes = [new() { FullAddress = "y@b.dev" }] });

        (await world.DeleteAsync(path)).ShouldBe(status, error);
    }

    [Fact]
    public async Task Delete_takes_mail_with_it_shrinks_groups_and_stalls_sequences()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@b.example");
        await world.PostAsync("v1/sender-groups", """{"name":"both"}""");
        await world.PostAsync("v1/sender-groups", """{"name":"one","mailboxes":["hello"]}""");
        await world.PostAsync("v1/sequences", """{"name":"s","from":"hello@acme.dev","steps":[{"type":"send_email","subject":"s","html":"h"}]}""");

        await world.DeleteAsync("v1/mailboxes/hello");

        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(0);
        (await world.GetAsync("v1/sender-groups")).Json.AsArray().Should().ContainSingle().Which!["mailboxIds"]!.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/sequences")).Json[0]!["mailboxAddress"].Should().BeNull();
        (await world.GetAsync("v1/sequences")).Json[0]!["status"]!.GetValue<string>().Should().Be("active");
    }

    [Fact]
    public async Task Several_domains_and_accounts_see_only_their_own()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"},{"ref":"v"}],"domains":[{"domain":"a.dev","user":"u"},{"domain":"b.dev","user":"u"},{"domain":"c.dev","user":"v"}],
             "keys":[{"token":"ka","domain":"a.dev"},{"token":"kb","domain":"b.dev"},{"token":"kc","domain":"c.dev"},{"token":"ou","user":"u"},{"token":"ov","user":"v"}],
             "mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"x@b.dev"},{"fullAddress":"x@c.dev"}]}
            """);

        (await world.GetAsync("v1/mailboxes", "ka")).Json[0]!["fullAddress"]!.GetValue<string>().Should().Be("x@a.dev");
        (await world.GetAsync("v1/mailboxes", "kc")).Json[0]!["fullAddress"]!.GetValue<string>().Should().Be("x@c.dev");
        (await world.GetAsync("v1/bounces", "ou")).Json.AsArray().Select(item => item!["domain"]!.GetValue<string>()).Should().Equal("a.dev", "b.dev");
        (await world.GetAsync("v1/bounces", "ov")).Json.AsArray().Should().ContainSingle();
    }
}
