using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Mailmark;

public class EmailRecordTests
{
    [Fact]
    public async Task A_sent_message_is_recorded_with_all_members()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string messageId = (await world.MailAsync("a@b.example,C@d.example", html: $"<p>{new string('x', 120)}</p>"))[0];

        MailmarkAnswer list = await world.GetAsync("v1/emails?folder=sent");
        string id = list.Json[0]!["id"]!.GetValue<string>();
        MailmarkAnswer detail = await world.GetAsync($"v1/emails/{id}");

        string common = $$"""{"id":"{{id}}","messageId":"{{messageId}}","from":"Hello Team <hello@acme.dev>","to":["a@b.example","C@d.example"],"subject":"Hello!","snippet":"{{new string('x', 100)}}","folder":"sent","date":{{world.Now}},"read":true,"starred":false,"hasAttachments":false,"deliveryStatus":"pending","openedAt":null,"batchId":null""";
        list.Body.Should().Be($"[{common}}}]");
        detail.Body.Should().Be(common.Replace("\"subject\"", "\"cc\":null,\"bcc\":null,\"subject\"", StringComparison.Ordinal) + $$""","s3Key":"acme.dev/hello/sent/{{messageId}}.eml"}""");
    }

    [Theory]
    [InlineData("", 50)]
    [InlineData("limit=0", 50)]
    [InlineData("limit=abc", 50)]
    [InlineData("limit=-3", 50)]
    [InlineData("limit=7x", 7)]
    [InlineData("limit=100", 100)]
    [InlineData("limit=101", 100)]
    [InlineData("limit=99999999999999999999", 100)]
    public async Task The_limit_is_read_as_parseint_reads_it(string query, int count)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Emails = [.. Enumerable.Range(0, 120).Select(i => new FakeServer.Mailmark.EmailFixture { Mailbox = "hello@acme.dev", Subject = $"{i}", Date = world.Fake.Clock.Now.AddDays(-i) })] });

        JsonArray mails = (await world.GetAsync($"v1/emails?{query}")).Json.AsArray();

        mails.Should().HaveCount(count);
        mails[0]!["subject"]!.GetValue<string>().Should().Be("119", "the newest record comes first, whatever its date");
    }

    [Theory]
    [InlineData("mailbox=hello", "in")]
    [InlineData("mailbox=HELLO%40acme.dev", "in")]
    [InlineData("", "in")]
    [InlineData("mailbox=sales", null)]
    [InlineData("folder=archive", null)]
    [InlineData("folder=sent&mailbox=sales", "out")]
    public async Task Mailbox_and_folder_choose(string query, string? subject)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new() { Emails = [new() { Mailbox = "hello@acme.dev", Subject = "in" }, new() { Mailbox = "sales@acme.dev", Folder = "sent", Subject = "out" }] });

        JsonArray mails = (await world.GetAsync($"v1/emails?{query}")).Json.AsArray();

        mails.Select(mail => mail!["subject"]!.GetValue<string>()).Should().Equal(subject is null ? [] : [subject]);
    }

    [Theory]
    [InlineData("v1/emails?mailbox=Nobody", "Mailbox not found: Nobody")]
    [InlineData("v1/emails?mailbox=hello%40other.dev", "Mailbox not found: hello@other.dev")]
    public async Task An_unknown_mailbox_is_named_as_given(string path, string error)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.GetAsync(path)).ShouldBe(404, error);
    }

    [Fact]
    public async Task Delete_trashes_then_removes_then_finds_nothing()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.MailAsync("a@b.example");
        string id = (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["id"]!.GetValue<string>();

        (await world.DeleteAsync($"v1/emails/{id}")).Body.Should().Be("""{"moved":"trash"}""");
        (await world.GetAsync("v1/bounces")).Json["totalSent"]!.GetValue<int>().Should().Be(0);
        (await world.GetAsync("v1/emails?folder=trash")).Json.AsArray().Should().ContainSingle();
        (await world.DeleteAsync($"v1/emails/{id}")).Body.Should().Be("""{"deleted":true}""");
        (await world.DeleteAsync($"v1/emails/{id}")).ShouldBe(404, "Email not found");
        (await world.GetAsync($"v1/emails/{id}")).ShouldBe(404, "Email not found");
    }

    [Fact]
    public async Task Empty_and_foreign_ids_are_refused()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new()
        {
            Domains = [new() { Domain = "b.dev" }],
            Mailboxes = [new() { FullAddress = "y@b.dev" }],
            Keys = [new() { Token = "kb", Domain = "b.dev" }],
            Emails = [new() { Mailbox = "y@b.dev" }],
        });
        string foreign = (await world.GetAsync("v1/emails", "kb")).Json[0]!["id"]!.GetValue<string>();

        (await world.GetAsync("v1/emails/")).ShouldBe(400, "Email ID required");
        (await world.DeleteAsync("v1/emails/")).ShouldBe(400, "Email ID required");
        (await world.GetAsync($"v1/emails/{foreign}")).ShouldBe(404, "Email not found");
        (await world.DeleteAsync($"v1/emails/{foreign}")).ShouldBe(404, "Email not found");
        (await world.GetAsync("v1/emails/a/b")).ShouldBe(404, "Email not found");
    }
}
