using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class TrackingTests
{
    [Fact]
    public async Task The_pixel_is_always_served_and_stamps_the_first_open()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClientWithKey("mailmark", null);

        using HttpResponseMessage answer = await http.GetAsync("track/open/nobody.gif");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync()).Should().Be("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("image/gif");
        answer.Headers.GetValues("Cache-Control").Single().Split(", ").Should().BeEquivalentTo("no-store", "no-cache", "must-revalidate", "private");
        answer.Headers.GetValues("Pragma").Should().Equal("no-cache");
    }

    [Fact]
    public async Task Following_links_is_no_unmatched_request()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { FailOn = FailOn.UnmatchedRequest });
        using HttpClient http = fake.CreateHttpClientWithKey("mailmark", null);

        foreach (string path in new[] { "track/open/x.gif", "track/click/x/0?url=y", "unsubscribe/t?email=a@b.example&domain=acme.dev" })
            (await http.GetAsync(path)).Headers.Contains("X-Fake-Hint").Should().BeFalse(path);

        Func<Task> end = () => fake.DisposeAsync().AsTask();
        await end.Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("pending", "delivered")]
    [InlineData("delivered", "delivered")]
    [InlineData("failed", "failed")]
    [InlineData("bounced", "bounced")]
    public async Task An_open_moves_a_pending_message_to_delivered_and_no_other(string before, string after)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = world.Control.Add(new() { Emails = [new() { Mailbox = "hello@acme.dev", Folder = "sent", MessageId = "m-1", DeliveryStatus = new DeliveryStatus(before) }] })["emails"][0];

        await world.GetAsync("track/open/m-1.gif", null);
        long opened = world.Now;
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await world.GetAsync("track/open/m-1.gif", null);

        JsonNode mail = (await world.GetAsync($"v1/emails/{id}")).Json;
        mail["deliveryStatus"]!.GetValue<string>().Should().Be(after);
        mail["openedAt"]!.GetValue<long>().Should().Be(opened);
    }

    [Theory]
    [InlineData("track/click/ID/0?url=https%3A%2F%2Fx.example%2Fa%3Fb%3Dc", "https://x.example/a?b=c")]
    [InlineData("track/click/ID/99?url=relative", "relative")]
    [InlineData("track/click/ID/0", "/")]
    [InlineData("track/click/ID/0?url=", "/")]
    [InlineData("track/click/nobody/0?url=x%0D%0Ay%C3%BC", "x%0D%0Ay%C3%BC")]
    public async Task A_click_redirects_and_is_counted_once_per_address(string path, string location)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = (await world.MailAsync("a@b.example", "campaign"))[0];

        MailmarkAnswer answer = await world.GetAsync(path.Replace("ID", id, StringComparison.Ordinal), null);
        await world.GetAsync(path.Replace("ID", id, StringComparison.Ordinal), null);

        answer.Status.Should().Be(302);
        answer.Headers["Location"].Should().Be(location);
        JsonNode stats = (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!;
        stats["clicked"]!.GetValue<int>().Should().Be(location == "/" || path.Contains("nobody", StringComparison.Ordinal) ? 0 : 1);
        stats["opened"]!.GetValue<int>().Should().Be(0, "a click is no open");
    }

    [Theory]
    [InlineData("unsubscribe/t", 400, "Missing parameters")]
    [InlineData("unsubscribe/t?email=a@b.example", 400, "Missing parameters")]
    [InlineData("unsubscribe/t?email=&domain=acme.dev", 400, "Missing parameters")]
    [InlineData("unsubscribe/t?email=%20&domain=acme.dev", 400, "Missing parameters")]
    [InlineData("unsubscribe/t?email=a@b.example&domain=nowhere.dev", 404, "Domain not found")]
    [InlineData("unsubscribe/t?email=A%2Bx@b.example&domain=acme.dev", 200, "A+x@b.example")]
    [InlineData("unsubscribe/t?email=%3Cscript%3E&domain=acme.dev", 200, "&lt;script&gt;")]
    public async Task The_unsubscribe_page_says_what_happened(string path, int status, string text)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.GetAsync(path, null);

        answer.Status.Should().Be(status);
        answer.ContentType.Should().StartWith("text/html");
        answer.Body.Should().Contain(text).And.NotContain("<script>");
        (await world.GetAsync("v1/suppressions")).Json["total"]!.GetValue<int>().Should().Be(status == 200 ? 1 : 0);
    }

    [Theory]
    [InlineData("unsubscribe/1-x-YUBiLmV4YW1wbGU?domain=acme.dev", "List-Unsubscribe=One-Click", "a@b.example")]
    [InlineData("unsubscribe/t?email=a@b.example&domain=acme.dev", "List-Unsubscribe=One-Click", "a@b.example")]
    [InlineData("unsubscribe/t?email=q@b.example&domain=acme.dev", "email=Form%40b.example", "form@b.example")]
    [InlineData("unsubscribe/t", "email=a@b.example&domain=acme.dev", "a@b.example")]
    [InlineData("unsubscribe/1-x-YUBiLmV4YW1wbGU", "List-Unsubscribe=One-Click", null)]
    [InlineData("unsubscribe/t?domain=acme.dev", "", null)]
    [InlineData("unsubscribe/t?domain=acme.dev", "email=+", null)]
    [InlineData("unsubscribe/1-*!?domain=acme.dev", "", null)]
    [InlineData("unsubscribe/t?email=a@b.example&domain=nowhere.dev", "", null)]
    public async Task One_click_is_always_an_empty_200(string path, string form, string? suppressed)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClientWithKey("mailmark", null);

        using HttpResponseMessage answer = await http.PostAsync(path, new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().BeEmpty();
        SuppressionPage page = await fake.CreateClient().Mailmark.Suppressions.ListAsync();
        page.Items.Select(item => item.Email).Should().Equal(suppressed is null ? [] : [suppressed]);
        page.Items.Select(item => item.Source).Should().AllBeEquivalentTo(SuppressionSource.OneClick);
    }

    [Fact]
    public async Task Delivery_events_need_the_secret_and_the_last_one_wins()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = (await world.MailAsync("a@b.example"))[0];
        (string, string) secret = ("x-webhook-secret", world.Control.WebhookSecret);
        async Task<string?> Status() => (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["deliveryStatus"]?.GetValue<string>();

        MailmarkAnswer refused = await world.SendAsync("POST", "trackDelivery", "{}", null);
        refused.Status.Should().Be(401);
        refused.Body.Should().Be("Unauthorized");
        (await world.SendAsync("POST", "trackDelivery", "{}", null, secret)).ShouldBe(400, "Missing messageId or status");
        (await world.SendAsync("POST", "trackDelivery", """{"messageId":"x"}""", null, secret)).ShouldBe(400, "Missing messageId or status");
        (await world.SendAsync("POST", "trackDelivery", "no", null, secret)).ShouldBe(500, "Server Error");
        (await world.SendAsync("POST", "trackDelivery", """{"messageId":5,"status":"failed"}""", null, secret)).ShouldBe(500, "Server Error");
        (await world.SendAsync("POST", "trackDelivery", """{"messageId":"x","status":"eaten"}""", null, secret)).ShouldBe(500, "Server Error");
        (await world.SendAsync("POST", "trackDelivery", """{"messageId":"unknown","status":"failed","timestamp":1}""", null, secret)).Body.Should().Be("""{"success":true}""");
        await world.SendAsync("POST", "trackDelivery", $$"""{"messageId":"{{id}}","status":"bounced"}""", null, secret);
        (await Status()).Should().Be("bounced");
        await world.SendAsync("POST", "trackDelivery", $$"""{"messageId":"<{{id}}@acme.dev>","status":"failed"}""", null, secret);
        (await Status()).Should().Be("failed");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await Status()).Should().Be("delivered", "the transport's own event came last");
    }

    [Theory]
    [InlineData("a@b.example", "delivered")]
    [InlineData("a+bounce@b.example", "failed")]
    [InlineData("bounce@simulator.amazonses.com", "failed")]
    [InlineData("suppressionlist@simulator.amazonses.com", "failed")]
    [InlineData("soft@b.example", "bounced")]
    public async Task The_outcome_comes_a_second_after_the_hand_over(string address, string status)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Fake.Recipients.When("soft@*", new Reaction(ReactionKind.Bounce, Text: "transient"));
        await world.MailAsync(address);
        async Task<string?> Status() => (await world.GetAsync("v1/emails?folder=sent")).Json[0]!["deliveryStatus"]?.GetValue<string>();

        (await Status()).Should().Be("pending");
        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await Status()).Should().Be(status);
    }

    [Fact]
    public async Task Received_mail_is_filed_remembered_and_ends_enrollments()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        string id = (await world.MailAsync("jane@b.example", "campaign"))[0];
        (string, string) secret = ("x-webhook-secret", world.Control.WebhookSecret);
        string Mail(string extra, string from = "\\\"Jane Roe\\\" <Jane@B.example>") => $$"""{"recipientAddress":"Hello@acme.dev","from":"{{from}}","to":["hello@acme.dev"],"subject":"Re","date":{{world.Now}},"messageId":"in-1","hasAttachments":true,"s3Key":"k"{{extra}}}""";

        (await world.SendAsync("POST", "ingestEmail", Mail(""), null)).Status.Should().Be(401);
        (await world.SendAsync("POST", "ingestEmail", Mail("").Replace("Hello@", "Nobody@", StringComparison.Ordinal), null, secret)).ShouldBe(404, "Mailbox not found for Nobody@acme.dev");
        (await world.SendAsync("POST", "ingestEmail", "[]", null, secret)).ShouldBe(500, "Server Error");
        (await world.SendAsync("POST", "ingestEmail", Mail($",\"inReplyTo\":\"<{id}@acme.dev>\""), null, secret)).Body.Should().Be("""{"success":true}""");
        await world.SendAsync("POST", "ingestEmail", Mail(",\"warmupId\":\"w\"", "Partner <p@b.example>"), null, secret);

        JsonNode mail = (await world.GetAsync("v1/emails")).Json[0]!;
        mail["from"]!.GetValue<string>().Should().Be("\"Jane Roe\" <Jane@B.example>");
        mail["hasAttachments"]!.GetValue<bool>().Should().BeTrue();
        mail["read"]!.GetValue<bool>().Should().BeFalse();
        mail["snippet"]!.GetValue<string>().Should().BeEmpty();
        (await world.GetAsync("v1/emails?folder=_warmup")).Json.AsArray().Should().ContainSingle();
        (await world.GetAsync("v1/contacts")).Json.AsArray().Select(contact => $"{contact!["email"]} {contact["name"]}").Should().Equal("jane@b.example Jane Roe");
        (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!["replied"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData(false, "<{0}@acme.dev>", 1)]
    [InlineData(false, "{0}@acme.dev", 1)]
    [InlineData(false, "{0}", 1)]
    [InlineData(true, "<{0}@acme.dev>", 0)]
    [InlineData(true, "{0}", 1)]
    public async Task An_answer_names_its_message_in_any_form_and_in_the_source_only_bare(bool quirks, string form, int replied)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync(quirks);
        string id = (await world.MailAsync("a@b.example", "campaign"))[0];

        world.Control.Receive("hello@acme.dev", "a@b.example", "Re", string.Format(System.Globalization.CultureInfo.InvariantCulture, form, id));

        (await world.GetAsync("v1/campaign-stats")).Json["batches"]![0]!["stats"]!["replied"]!.GetValue<int>().Should().Be(replied);
    }

    [Theory]
    [InlineData("<A@b.example>")]
    [InlineData(" <a@B.example> ")]
    [InlineData("a@b.example")]
    [InlineData("Ann Roe <a@b.example>")]
    public async Task The_sender_is_found_in_any_form_of_from(string from)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        world.Control.Add(new()
        {
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new SendEmailStep()] }],
            Enrollments = [new() { Sequence = "s", ContactEmail = "a@b.example" }],
        });

        world.Control.Receive("hello@acme.dev", from);

        (await world.GetAsync("v1/sequences")).Json[0]!["stats"]!["replied"]!.GetValue<int>().Should().Be(1);
        (await world.GetAsync("v1/contacts")).Json.AsArray().Should().HaveCount(from.Contains("Ann", StringComparison.Ordinal) ? 1 : 0, "only a display name makes a contact");
    }

    [Fact]
    public async Task Recipients_answer_and_leave_though_the_senders_record_is_gone()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a+reply@b.example","c+unsubscribe@b.example"],"subject":"Spring","text":"t","type":"campaign"}""");
        foreach (JsonNode? mail in (await world.GetAsync("v1/emails?folder=sent")).Json.AsArray())
        {
            await world.DeleteAsync($"v1/emails/{mail!["id"]}");
            await world.DeleteAsync($"v1/emails/{mail["id"]}");
        }

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(2));

        (await world.GetAsync("v1/emails")).Json.AsArray().Should().ContainSingle().Which!["subject"]!.GetValue<string>().Should().Be("Re: Spring");
        (await world.GetAsync("v1/suppressions")).Json["items"]!.AsArray().Should().ContainSingle().Which!["email"]!.GetValue<string>().Should().Be("c+unsubscribe@b.example");
    }

    [Fact]
    public async Task Who_leaves_is_suppressed_though_the_mailbox_is_gone_and_an_answer_finds_nobody()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        await world.PostAsync("v1/send", """{"from":"hello@acme.dev","to":["a+reply@b.example","c+unsubscribe@b.example"],"subject":"Spring","text":"t","type":"campaign"}""");
        await world.DeleteAsync("v1/mailboxes/hello");

        await world.Fake.Clock.AdvanceAsync(TimeSpan.FromHours(2));

        (await world.GetAsync("v1/suppressions")).Json["total"]!.GetValue<int>().Should().Be(1);
        (await world.GetAsync("v1/emails")).Body.Should().Be("[]");
    }
}
