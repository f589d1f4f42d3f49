using System.Net;
using System.Text.Json;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Raw;

public sealed class RawSendTests
{
    private const string Crm = "https://crm.example/api/v1/";

    [Fact]
    public async Task The_whole_answer_comes_back_as_it_is()
    {
        const string Answer = """{"success":true,"data":[{"id":"c1","new_member":[1,2]}],"pagination":{"page":1,"total":41}}""";

        (JsonElement answer, _) = await SendAsync(Answers.Json(200, Answer), client => client.Markus.SendAsync("campaigns.list"));

        answer.GetRawText().Should().Be(Answer);
    }

    [Theory]
    [InlineData("campaigns.list", """{"page":2,"search":"a&b","order":null}""", "GET", "campaigns?page=2&search=a%26b", null)]
    [InlineData("markus.campaigns.get", """{"campaign_id":"a/b"}""", "GET", "campaigns/a%2Fb", null)]
    [InlineData("campaigns.create", """{"name":"Q1","settings":{"x":[true,null,1.50]}}""", "POST", "campaigns", """{"name":"Q1","settings":{"x":[true,null,1.50]}}""")]
    [InlineData("campaigns.update", """{"campaign_id":"c1","description":null}""", "PATCH", "campaigns/c1", """{"description":null}""")]
    [InlineData("campaigns.update", """{"campaign_id":7}""", "PATCH", "campaigns/7", "{}")]
    [InlineData("messages.approve", """{"message_id":"m1"}""", "POST", "messages/m1/approve", "")]
    [InlineData("notifications.delete", """{"notification_id":"n1"}""", "DELETE", "notifications/n1", null)]
    public async Task Arguments_go_to_path_query_or_body(string operation, string arguments, string method, string address, string? body)
    {
        (_, SentRequest sent) = await SendAsync(Answers.Ok, client => client.Markus.SendAsync(operation, Json(arguments)));

        sent.Method.Method.Should().Be(method);
        sent.Uri.AbsoluteUri.Should().Be("https://markusai.dev/api/v1/" + address);
        sent.Body.Should().Be(body);
    }

    [Fact]
    public async Task A_list_in_the_query_is_separated_by_commas()
    {
        (_, SentRequest sent) = await SendAsync(Answers.Json(200, "{}"), client => client.Crm.SendAsync("journeys.get", Json("""{"id":"j1","include":["steps","stats"]}""")));

        sent.Uri.AbsoluteUri.Should().Be(Crm + "journeys/j1?include=steps%2Cstats");
    }

    [Theory]
    [InlineData("customers.list", "{}", "customers?tenantId=t1", null)]
    [InlineData("customers.list", """{"tenantId":"t2"}""", "customers?tenantId=t2", null)]
    [InlineData("customers.list", """{"tenantId":null}""", "customers?tenantId=t1", null)]
    [InlineData("crm.customers.create", """{"tenantId":null,"email":"a@b.example"}""", "customers", """{"tenantId":"t1","email":"a@b.example"}""")]
    [InlineData("crm.customers.create", """{"email":"a@b.example"}""", "customers", """{"tenantId":"t1","email":"a@b.example"}""")]
    [InlineData("customers.get", """{"id":"c1"}""", "customers/c1", null)]
    public async Task The_tenant_of_the_options_stands_in_where_an_operation_takes_one(string operation, string arguments, string address, string? body)
    {
        (_, SentRequest sent) = await SendAsync(Answers.Json(200, "{}"), client => client.Crm.SendAsync(operation, Json(arguments)));

        sent.Uri.AbsoluteUri.Should().Be(Crm + address);
        sent.Body.Should().Be(body);
    }

    [Fact]
    public async Task An_answer_without_content_is_undefined()
    {
        (JsonElement answer, _) = await SendAsync(Answers.Text(204, "", null), client => client.Reachkit.SendAsync("leads.delete", Json("""{"campaign_id":"c1","lead_id":"l1"}""")));

        answer.ValueKind.Should().Be(JsonValueKind.Undefined);
    }

    [Fact]
    public async Task A_file_comes_in_base64()
    {
        (JsonElement answer, SentRequest sent) = await SendAsync(
            Answers.Text(200, "hello", "text/plain"),
            client => client.Reachkit.SendAsync("conversations.downloadAttachment", Json("""{"conversation_id":"c1","attachment_id":"a1"}""")));

        answer.GetProperty("content").GetBytesFromBase64().Should().Equal("hello"u8.ToArray());
        answer.GetProperty("content_type").GetString().Should().Be("text/plain");
        answer.GetProperty("length").GetInt32().Should().Be(5);
        sent.Uri.AbsolutePath.Should().EndWith("/unibox/conversations/c1/attachments/a1");
    }

    [Fact]
    public async Task A_file_larger_than_an_answer_may_be_is_refused()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Text(200, "hello", "text/plain"));
        JsonElement arguments = Json("""{"conversation_id":"c1","attachment_id":"a1"}""");
        using OutreachClient just = Clients.On(handler, time, options => (options.Reachkit.ApiKey, options.MaxResponseSize) = ("k", 5));
        using OutreachClient little = Clients.On(handler, time, options => (options.Reachkit.ApiKey, options.MaxResponseSize) = ("k", 4));

        (await just.Reachkit.SendAsync("conversations.downloadAttachment", arguments)).GetProperty("length").GetInt32().Should().Be(5);
        await FluentActions.Awaiting(() => little.Reachkit.SendAsync("conversations.downloadAttachment", arguments)).Should().ThrowAsync<OutreachResponseException>();
    }

    [Theory]
    [InlineData("campaigns.nope", "{}", "*campaigns.nope*")]
    [InlineData("reachkit.campaigns.list", "{}", "*reachkit.campaigns.list*")]
    [InlineData("campaigns.get", "{}", "*campaign_id*")]
    [InlineData("campaigns.get", """{"campaign_id":".."}""", "*campaign_id*")]
    [InlineData("campaigns.get", """{"campaign_id":["x"]}""", "*campaign_id*")]
    [InlineData("campaigns.list", """{"search":{"a":1}}""", "*search*")]
    [InlineData("campaigns.list", """{"search":[[1]]}""", "*search*")]
    [InlineData("campaigns.list", "[]", "*object*")]
    public async Task Arguments_that_cannot_be_placed_are_refused_before_anything_is_sent(string operation, string arguments, string message)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Client(handler, time);

        (await FluentActions.Awaiting(() => client.Markus.SendAsync(operation, Json(arguments))).Should().ThrowAsync<ArgumentException>()).WithMessage(message);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Retries_are_those_of_the_operation()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Error(503, "SERVER_001"), Answers.Ok);
        using OutreachClient client = Client(handler, time);

        await time.PassAsync(client.Markus.SendAsync("campaigns.get", Json("""{"campaign_id":"c1"}""")));
        Task create = client.Markus.SendAsync("campaigns.create", Json("""{"name":"x"}"""));
        await create;

        handler.Sent.Should().HaveCount(3);
    }

    [Fact]
    public async Task Errors_are_typed()
    {
        VirtualTime time = new();
        using OutreachClient client = Client(new StubHandler(time, Answers.Error(404, "CAMP_001")), time);

        OutreachNotFoundException error = (await FluentActions.Awaiting(() => client.Markus.SendAsync("campaigns.get", Json("""{"campaign_id":"c1"}"""))).Should().ThrowAsync<OutreachNotFoundException>()).Which;

        error.Code.Value.Should().Be(MarkusErrorCodes.Camp001);
        error.StatusCode.Should().Be(HttpStatusCode.NotFound);
        error.Operation.Should().Be("markus.campaigns.get");
    }

    [Theory]
    [InlineData("""{"success":true,"da""")]
    [InlineData("{} {}")]
    public async Task A_broken_answer_is_an_error(string answer)
    {
        VirtualTime time = new();
        using OutreachClient client = Client(new StubHandler(time, Answers.Json(200, answer)), time);

        await FluentActions.Awaiting(() => client.Markus.SendAsync("campaigns.list")).Should().ThrowAsync<OutreachResponseException>();
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private static OutreachClient Client(StubHandler handler, TimeProvider time) => Clients.On(handler, time, options =>
    {
        options.Reachkit.ApiKey = "opaque";
        options.Crm.ApiKey = "a.b.c";
        options.Crm.BaseAddress = new Uri("https://crm.example/");
        options.Crm.TenantId = "t1";
    });

    private static async Task<(JsonElement Answer, SentRequest Sent)> SendAsync(Func<CancellationToken, Task<HttpResponseMessage>> answer, Func<OutreachClient, Task<JsonElement>> send)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, answer);
        using OutreachClient client = Client(handler, time);
        return (await send(client), handler.Sent.Should().ContainSingle().Subject);
    }
}
