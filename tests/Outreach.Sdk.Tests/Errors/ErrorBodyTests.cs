using System.Text.Json;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Errors;

public sealed class ErrorBodyTests
{
    [Fact]
    public async Task Markus_errors_carry_code_request_and_fields()
    {
        OutreachValidationException thrown = await Thrown<OutreachValidationException>(400,
            """{"success":false,"error":{"code":"SERVER_002","message":"invalid","requestId":"req_8","details":[{"field":"name","message":"is required"},{"field":"email","message":"is long"}]}}""",
            client => client.Markus.Campaigns.GetAsync("c1"));

        thrown.Code.Should().Be((ErrorCode)"SERVER_002");
        thrown.RequestId.Should().Be("req_8");
        thrown.Operation.Should().Be("markus.campaigns.get");
        thrown.Fields.Should().Equal(new FieldError("name", "is required"), new FieldError("email", "is long"));
        thrown.Details!.Value.GetArrayLength().Should().Be(2);
        thrown.Message.Should().Be("markus.campaigns.get answered 400 SERVER_002: invalid [name is required; email is long] (request req_8)");
    }

    [Fact]
    public async Task Crm_errors_carry_code_and_request()
        => (await Thrown<OutreachConflictException>(409, """{"error":{"code":"DUPLICATE_RESOURCE","message":"taken","requestId":"req_1"}}""", client => client.Crm.Segments.GetAsync("s1")))
            .Should().BeEquivalentTo(new { RequestId = "req_1", Text = "taken" });

    [Fact]
    public async Task An_error_that_is_a_text_is_told_in_its_words()
    {
        OutreachConflictException thrown = await Thrown<OutreachConflictException>(409, """{"error":"busy just now","hint":7}""", client => client.Crm.Segments.GetAsync("s1"));

        thrown.Text.Should().Be("busy just now");
        thrown.Code.IsNone.Should().BeTrue();
        thrown.Details!.Value.GetProperty("hint").GetInt32().Should().Be(7);
    }

    [Fact]
    public async Task Of_many_wrong_fields_the_message_names_ten_and_the_list_all()
    {
        string details = string.Join(',', Enumerable.Range(1, 12).Select(i => $$"""{"field":"f{{i}}","message":"is wrong"}"""));
        OutreachValidationException thrown = await Thrown<OutreachValidationException>(400, $$$"""{"error":{"code":"SERVER_002","message":"invalid","details":[{{{details}}}]}}""", client => client.Markus.Campaigns.GetAsync("c1"));

        thrown.Fields.Should().HaveCount(12);
        thrown.Message.Should().Contain("f10 is wrong").And.NotContain("f11");
    }

    [Theory]
    [InlineData("""{"error":"validation_failed","details":{"name":"is blank","size":7}}""", "validation_failed", "name is blank")]
    [InlineData("""{"error":"validation_failed","details":{"name":["can't be blank"],"days.friday.end":["must be HH:MM","must be after start"]}}""", "validation_failed", "name can't be blank|days.friday.end must be HH:MM|days.friday.end must be after start")]
    [InlineData("""{"error":"unbalanced_braces","details":{"field":"subject","offset":7}}""", "unbalanced_braces", "subject unbalanced braces at offset 7")]
    [InlineData("""{"error":"Something else happened."}""", "", "")]
    public async Task Reachkit_errors_carry_codes_only_where_they_look_like_one(string body, string code, string fields)
    {
        OutreachValidationException thrown = await Thrown<OutreachValidationException>(422, body, client => client.Reachkit.Campaigns.GetAsync("c1"));

        thrown.Code.Value.Should().Be(code);
        string.Join('|', thrown.Fields.Select(f => $"{f.Field} {f.Message}")).Should().Be(fields);
    }

    public static TheoryData<string, string, int> MailmarkCatalogue()
    {
        using Stream document = typeof(FakeServer.OutreachFake).Assembly.GetManifestResourceStream("contracts/mailmark.openapi.json")!;
        using JsonDocument contract = JsonDocument.Parse(document);
        TheoryData<string, string, int> rows = [];
        foreach (JsonElement entry in contract.RootElement.GetProperty("x-error-code-catalog").EnumerateArray())
            rows.Add(entry.GetProperty("code").GetString()!, entry.GetProperty("message").GetString()!, entry.GetProperty("http").GetInt32());
        return rows;
    }

    [Theory]
    [MemberData(nameof(MailmarkCatalogue))]
    public async Task Mailmark_codes_are_found_by_text_bare_and_wrapped(string code, string text, int status)
    {
        string filled = System.Text.RegularExpressions.Regex.Replace(text, @"\{\w+\}", "1,234 (x)");
        foreach (string wire in new[] { filled, "Uncaught Error: " + filled, $"Uncaught Error: {filled}\n    at handler (../convex/http.ts:1:2)\n    at async run", $"{filled}\r\n  at handler (../convex/http.ts:1:2)\r\n" })
        {
            (string body, string type) = code == "route_not_found" ? (filled, "text/plain") : ($$"""{"error":"{{JsonEncodedText.Encode(wire)}}"}""", "application/json");
            OutreachApiException thrown = await Thrown<OutreachApiException>(status, body, client => client.Mailmark.Emails.SendAsync(new() { From = "a@x", To = ["b@x"], Subject = "s", Html = "h" }), type);

            thrown.Code.Value.Should().Be(code);
            thrown.Text.Should().Be(filled);
        }
    }

    [Fact]
    public async Task A_401_of_mailmark_has_its_code_whatever_its_words()
        => (await Thrown<OutreachAuthenticationException>(401, """{"error":"This key was revoked"}""", client => client.Mailmark.Emails.GetAsync("e1"))).Code.Value.Should().Be(MailmarkErrorCodes.Unauthorized);

    [Fact]
    public async Task Lines_of_a_text_that_are_no_stack_are_kept()
        => (await Thrown<OutreachApiException>(500, """{"error":"The relay refused\nat noon\n  attached files"}""", client => client.Mailmark.Emails.GetAsync("e1"))).Text.Should().Be("The relay refused\nat noon\n  attached files");

    [Theory]
    [InlineData("""{"code":"[Request ID: 0123456789abcdef] Server Error"}""", "0123456789abcdef")]
    [InlineData("""{"error":"Server Error"}""", null)]
    public async Task The_platforms_failure_is_an_internal_error(string body, string? request)
    {
        OutreachApiException thrown = await Thrown<OutreachApiException>(500, body, client => client.Mailmark.Emails.GetAsync("e1"));

        thrown.Code.Value.Should().Be(MailmarkErrorCodes.InternalError);
        thrown.RequestId.Should().Be(request);
    }

    [Theory]
    [InlineData("554 Internal Server Error", MailmarkErrorCodes.SendFailed)]
    [InlineData("Server Error", MailmarkErrorCodes.InternalError)]
    [InlineData("[Request ID: 0123456789abcdef] Server Error", MailmarkErrorCodes.InternalError)]
    public async Task The_transports_words_are_not_taken_for_the_platforms(string text, string code)
        => (await Thrown<OutreachApiException>(500, $$"""{"error":"{{text}}"}""", client => client.Mailmark.Emails.SendAsync(new() { From = "a@x", To = ["b@x"], Subject = "s", Html = "h" }))).Code.Value.Should().Be(code);

    [Theory]
    [InlineData("""{"error":"Server Error"}""", 4)]
    [InlineData("""{"error":"Group must have at least one mailbox"}""", 1)]
    [InlineData("""{"error":"Mailbox not found: a@x"}""", 1)]
    public async Task A_failure_of_the_catalogue_is_final_even_where_retries_are_safe(string body, int attempts)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(500, body));
        using OutreachClient client = Clients.On(handler, time, Setup);

        await time.PassAsync(client.Mailmark.SenderGroups.ListAsync());

        handler.Sent.Should().HaveCount(attempts);
    }

    private static async Task<TException> Thrown<TException>(int status, string body, Func<OutreachClient, Task> call, string type = "application/json") where TException : OutreachApiException
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Text(status, body, type)), time, options =>
        {
            Setup(options);
            options.MaxRetries = 0;
        });
        return (await FluentActions.Awaiting(() => call(client)).Should().ThrowAsync<TException>()).Which;
    }

    private static void Setup(OutreachClientOptions options)
    {
        options.Reachkit.ApiKey = "k";
        options.Mailmark.ApiKey = "k";
        options.Crm.ApiKey = "k";
        options.Crm.BaseAddress = new Uri("https://crm.test");
    }
}
