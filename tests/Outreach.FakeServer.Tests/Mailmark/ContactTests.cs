namespace Outreach.FakeServer.Tests.Mailmark;

public class ContactTests
{
    public static TheoryData<string?, int, string> BadBodies => new()
    {
        { "x", 400, "Invalid JSON" },
        { null, 400, "Invalid JSON" },
        { "7", 400, "\"email\" is required" },
        { """{"name":"n"}""", 400, "\"email\" is required" },
        { """{"email":"","name":""}""", 400, "\"email\" is required" },
        { """{"email":"a@b.c"}""", 400, "\"name\" is required" },
        { """{"email":"a@b.c","name":null}""", 400, "\"name\" is required" },
        { """{"email":5,"name":"n"}""", 500, "Server Error" },
        { """{"email":"a@b.c","name":["n"]}""", 500, "Server Error" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Upsert_refuses_row_by_row_and_stores_nothing(string? body, int status, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.PostAsync("v1/contacts", body)).ShouldBe(status, error);

        (await world.GetAsync("v1/contacts")).Body.Should().Be("[]");
    }

    [Fact]
    public async Task Upsert_creates_then_renames_without_giving_an_id()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer created = await world.PostAsync("v1/contacts", """{"email":" Jane@Example.com ","name":" Jane "}""");
        await world.PostAsync("v1/contacts", """{"email":"bob@example.com","name":"Bob"}""");
        MailmarkAnswer renamed = await world.PostAsync("v1/contacts", """{"email":"jane@example.com","name":"Jane Roe"}""");
        MailmarkAnswer blank = await world.PostAsync("v1/contacts", """{"email":"zed@example.com","name":"  "}""");

        created.Status.Should().Be(201);
        created.Body.Should().Be("""{"email":"jane@example.com","name":"Jane"}""");
        renamed.Status.Should().Be(201);
        blank.Status.Should().Be(201);
        (await world.GetAsync("v1/contacts")).Json.AsArray().Select(contact => contact!["name"]!.GetValue<string>()).Should().Equal("Jane Roe", "Bob");
    }

    [Fact]
    public async Task Contacts_belong_to_the_account_not_to_the_domain()
    {
        await using MailmarkWorld world = await MailmarkWorld.LoadAsync("""
            {"users":[{"ref":"u"},{"ref":"v"}],"domains":[{"domain":"a.dev","user":"u"},{"domain":"b.dev","user":"u"},{"domain":"c.dev","user":"v"}],
             "keys":[{"token":"ka","domain":"a.dev"},{"token":"kb","domain":"b.dev"},{"token":"kc","domain":"c.dev"}],"contacts":[{"user":"u","email":"J@x.y","name":"J"}]}
            """);
        string id = (await world.GetAsync("v1/contacts", "kb")).Json[0]!["id"]!.GetValue<string>();

        (await world.GetAsync("v1/contacts", "kc")).Body.Should().Be("[]");
        (await world.DeleteAsync($"v1/contacts/{id}", "kc")).ShouldBe(404, "Contact not found");
        (await world.DeleteAsync("v1/contacts/", "ka")).ShouldBe(400, "Contact ID required");
        (await world.DeleteAsync($"v1/contacts/{id}", "ka")).Body.Should().Be("""{"deleted":true}""");
        (await world.DeleteAsync($"v1/contacts/{id}", "ka")).ShouldBe(404, "Contact not found");
    }
}
