using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

public class SenderGroupTests
{
    public static TheoryData<string?, int, string> BadBodies => new()
    {
        { "no", 400, "Invalid JSON" },
        { "null", 400, "\"name\" is required" },
        { """{"name":""}""", 400, "\"name\" is required" },
        { """{"mailboxes":["nobody"]}""", 400, "\"name\" is required" },
        { """{"name":"g","mailboxes":["nobody"]}""", 500, "Mailbox not found: nobody" },
        { """{"name":"g","mailboxes":["hello","X@Other.dev"]}""", 500, "Mailbox not found: X@Other.dev" },
        { """{"name":"g","mailboxes":"hello, nobody"}""", 500, "Mailbox not found: nobody" },
        { """{"name":"g","mailboxes":[]}""", 400, "Group must have at least one mailbox" },
        { """{"name":"g","mailboxes":" , "}""", 400, "Group must have at least one mailbox" },
        { """{"name":"g","mailboxes":null}""", 500, "Server Error" },
        { """{"name":"g","mailboxes":5}""", 500, "Server Error" },
        { """{"name":"g","mailboxes":{}}""", 500, "Server Error" },
        { """{"name":"g","mailboxes":[5]}""", 500, "Server Error" },
        { """{"name":5}""", 500, "Server Error" },
        { """{"name":["g"]}""", 500, "Server Error" },
        { """{"name":"g","emails":null}""", 500, "Server Error" },
        { """{"name":"g","emails":5}""", 500, "Server Error" },
        { """{"name":"g","emails":[null]}""", 500, "Server Error" },
    };

    public static TheoryData<string, int, string> BadChanges => new()
    {
        { "no", 400, "Invalid JSON" },
        { """{"mailboxes":["nobody"]}""", 500, "Mailbox not found: nobody" },
        { """{"mailboxes":[]}""", 500, "Group must have at least one mailbox" },
        { """{"name":"changed","emails":5}""", 500, "Server Error" },
        { """{"name":null}""", 500, "Server Error" },
        { """{"addEmails":[1]}""", 500, "Server Error" },
        { """{"removeEmails":{}}""", 500, "Server Error" },
        { """{"mailboxes":7}""", 500, "Server Error" },
    };

    public static TheoryData<string, string> Changes => new()
    {
        { "{}", """["a@x","b@x","a@x"]""" },
        { """{"emails":["z@x","z@x"],"addEmails":["q@x"],"removeEmails":["z@x"]}""", """["z@x","z@x"]""" },
        { """{"emails":"z@x, y@x\n w@x ,,"}""", """["z@x","y@x","w@x"]""" },
        { """{"addEmails":["c@x","b@x"]}""", """["a@x","b@x","c@x"]""" },
        { """{"addEmails":"c@x\nd@x"}""", """["a@x","b@x","c@x","d@x"]""" },
        { """{"removeEmails":["A@x","b@x"]}""", """["a@x","a@x"]""" },
        { """{"removeEmails":"a@x"}""", """["b@x"]""" },
        { """{"addEmails":["c@x"],"removeEmails":["c@x","a@x"]}""", """["b@x"]""" },
        { """{"addEmails":[]}""", """["a@x","b@x"]""" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Create_refuses_row_by_row_and_stores_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.PostAsync("v1/sender-groups", body)).ShouldBe(status, error);

        (await world.GetAsync("v1/sender-groups")).Body.Should().Be("[]");
    }

    [Fact]
    public async Task All_means_the_mailboxes_of_that_moment_and_an_empty_domain_has_none()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer group = await world.PostAsync("v1/sender-groups", """{"name":"g"}""");
        await world.PostAsync("v1/mailboxes", """{"address":"later"}""");

        group.Status.Should().Be(201);
        group.Json["emails"]!.AsArray().Should().BeEmpty();
        (await world.GetAsync("v1/sender-groups")).Json[0]!["mailboxIds"]!.AsArray().Should().HaveCount(2);
        await world.DeleteAsync("v1/mailboxes/hello");
        await world.DeleteAsync("v1/mailboxes/sales");
        await world.DeleteAsync("v1/mailboxes/later");
        (await world.PostAsync("v1/sender-groups", """{"name":"g","mailboxes":"all"}""")).ShouldBe(400, "Group must have at least one mailbox");
    }

    [Theory]
    [InlineData("""["sales","HELLO@acme.dev"]""")]
    [InlineData("\" Sales , hello \"")]
    public async Task Senders_keep_their_order_as_list_or_text(string mailboxes)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string[] ids = [.. (await world.GetAsync("v1/mailboxes")).Json.AsArray().Select(item => item!["id"]!.GetValue<string>())];

        MailmarkAnswer group = await world.PostAsync("v1/sender-groups", $$"""{"name":"g","mailboxes":{{mailboxes}},"emails":["X@y","X@y"]}""");

        group.Json["mailboxIds"]!.AsArray().Select(id => id!.GetValue<string>()).Should().Equal(ids[1], ids[0]);
        group.Json["emails"]!.ToJsonString().Should().Be("""["X@y","X@y"]""");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Update_changes_the_recipients_in_its_order(string body, string emails)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world);

        MailmarkAnswer answer = await world.PatchAsync($"v1/sender-groups/{id}", body);

        answer.Status.Should().Be(200);
        answer.Json["emails"]!.ToJsonString().Should().Be(emails);
        (await world.GetAsync("v1/sender-groups")).Json[0]!.ToJsonString().Should().Be(answer.Json.ToJsonString());
    }

    [Fact]
    public async Task Update_takes_an_empty_name_and_new_senders()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world);

        JsonNode group = (await world.PatchAsync($"v1/sender-groups/{id}", """{"name":"","mailboxes":"sales"}""")).Json;

        group["name"]!.GetValue<string>().Should().BeEmpty();
        group["mailboxIds"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(BadChanges))]
    public async Task Update_refuses_and_changes_nothing(string body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world);
        string before = (await world.GetAsync("v1/sender-groups")).Body;

        (await world.PatchAsync($"v1/sender-groups/{id}", body)).ShouldBe(status, error);

        (await world.GetAsync("v1/sender-groups")).Body.Should().Be(before);
    }

    [Fact]
    public async Task Unknown_ids_are_found_out_before_the_body_and_delete_is_not_idempotent()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = await CreateAsync(world);
        string mailbox = (await world.GetAsync("v1/mailboxes")).Json[0]!["id"]!.GetValue<string>();

        (await world.PatchAsync("v1/sender-groups/", "no")).ShouldBe(400, "Group ID required in path");
        (await world.PatchAsync("v1/sender-groups/x", "no")).ShouldBe(404, "Sender group not found");
        (await world.PatchAsync($"v1/sender-groups/{mailbox}", "{}")).ShouldBe(404, "Sender group not found");
        (await world.DeleteAsync("v1/sender-groups/")).ShouldBe(404, "Sender group not found");
        (await world.DeleteAsync($"v1/sender-groups/{id}")).Body.Should().Be("""{"deleted":true}""");
        (await world.DeleteAsync($"v1/sender-groups/{id}")).ShouldBe(404, "Sender group not found");
    }

    private static async Task<string> CreateAsync(MailmarkWorld world)
        => (await world.PostAsync("v1/sender-groups", """{"name":"g","emails":["a@x","b@x","a@x"]}""")).Json["id"]!.GetValue<string>();
}
