using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Markus;

public sealed class ContactImportTests
{
    [Fact]
    public async Task Each_row_has_its_own_outcome()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string existing = await world.ContactAsync(null, "dana@acme.example");
        world.Events.Clear();
        const string Rows = """
            [{"email":" New@Acme.example ","name":"New"},
             {"email":"DANA@acme.example"},
             {"email":"broken"},
             {"name":"nobody"},
             {"email":"new@acme.example"},
             {"email":"x@acme.example","type":"alien"},
             {"email":7},
             {"email":"broken","tags":["a","a"]},
             17,
             {"social":{"instagram":"handle"}}]
            """;
        MarkusAnswer answer = await world.PostAsync("contacts/import", $$"""{"contacts":{{Rows}}}""");
        answer.Status.Should().Be(200);
        ((int)answer.Data["total"]!, (int)answer.Data["created"]!, (int)answer.Data["skipped"]!, (int)answer.Data["failed"]!).Should().Be((10, 2, 2, 6));
        JsonArray results = answer.Data["results"]!.AsArray();
        results.Select(row => $"{row!["index"]} {row["status"]} {row["email"]} {row["error"]?["code"]}").Should().Equal(
            "0 created  New@Acme.example  ",
            "1 skipped DANA@acme.example CONT_002",
            "2 failed broken CONT_003",
            "3 failed  SERVER_002",
            "4 skipped new@acme.example CONT_002",
            "5 failed x@acme.example SERVER_002",
            "6 failed  SERVER_002",
            "7 failed broken SERVER_002",
            "8 failed  SERVER_002",
            "9 created  ");
        ((string)results[1]!["contact_id"]!).Should().Be(existing);
        ((string)results[4]!["contact_id"]!).Should().Be((string)results[0]!["contact_id"]!, "a duplicate within the request is one of the first");
        results[2]!["contact_id"].Should().BeNull();
        world.EventTypes.Should().Equal("contact.created", "contact.created");
        (await world.GetAsync("contacts?source=import")).Items.Should().HaveCount(2);
        (await world.GetAsync("contacts/usage")).Data["by_source"]!.ToJsonString().Should().Be("""{"manual":1,"import":2,"discovery":0}""");
    }

    [Fact]
    public async Task Duplicates_fail_when_they_are_not_to_be_skipped()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        await world.ContactAsync(null, "dana@acme.example");
        MarkusAnswer answer = await world.PostAsync("contacts/import", """{"skip_duplicates":false,"contacts":[{"email":"dana@acme.example"}]}""");
        answer.Data["results"]![0]!.ToJsonString().Should().Be("""{"index":0,"status":"failed","email":"dana@acme.example","contact_id":null,"error":{"code":"CONT_002","message":"duplicate contact email"}}""");
    }

    [Theory]
    [InlineData("""{}""", "contacts")]
    [InlineData("""{"contacts":[]}""", "contacts")]
    [InlineData("""{"contacts":{}}""", "contacts")]
    [InlineData("""{"skip_duplicates":"no","contacts":[{"email":"a@b.example"}]}""", "skip_duplicates")]
    [InlineData("""{"campaign_id":"x","contacts":[{"email":"a@b.example"}]}""", "campaign_id")]
    public async Task A_bad_request_is_refused_as_a_whole(string body, string field)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAnswer answer = await world.PostAsync("contacts/import", body);
        (answer.Code, string.Join(",", answer.Fields)).Should().Be(("SERVER_002", field));
    }

    [Fact]
    public async Task Five_hundred_rows_are_the_most()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        (await world.PostAsync("contacts/import", Rows(501))).Code.Should().Be("SERVER_002");
        (await world.PostAsync("contacts/import", Rows(500))).Data["created"]!.GetValue<int>().Should().Be(500);
        (await world.PostAsync("contacts/import", """{"campaign_id":"00000000-0000-4000-8000-000000000000","contacts":[{"email":"a@b.example"}]}""")).Code.Should().Be("CAMP_001");
    }

    [Fact]
    public async Task The_allowance_ends_an_import_and_refuses_the_next()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        JsonNode first = (await world.PostAsync("contacts/import", Rows(32))).Data;
        ((int)first["created"]!, (int)first["failed"]!, (string)first["results"]![31]!["error"]!["code"]!).Should().Be((30, 2, "CONT_009"));
        MarkusAnswer refused = await world.PostAsync("contacts/import", """{"contacts":[{"email":"broken"},{"email":"another@acme.example"}]}""");
        (refused.Status, refused.Code, refused.Header("Retry-After")).Should().Be((429, "CONT_009", null));
        (await world.PostAsync("contacts/import", """{"contacts":[{"email":"broken"},{"email":"c0@acme.example"}]}""")).Status.Should().Be(200, "no row of it was refused for want of allowance");
        (await world.PostAsync("contacts", """{"email":"another@acme.example"}""")).Code.Should().Be("CONT_009");
        await world.PassToAsync("2026-04-01T00:00:00Z");
        (await world.PostAsync("contacts", """{"email":"another@acme.example"}""")).Status.Should().Be(201);
    }

    internal static string Rows(int count) => $$"""{"contacts":[{{string.Join(",", Enumerable.Range(0, count).Select(i => $$"""{"email":"c{{i}}@acme.example"}"""))}}]}""";
}
