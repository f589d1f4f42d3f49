using System.Net;
using System.Reflection;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class ErrorCodeTests
{
    private const string Mail = "\"from\":\"x@a.dev\",\"to\":[\"a@b.example\"],\"subject\":\"s\",\"text\":\"t\"";
    private const string Step = "{\"type\":\"send_email\",\"subject\":\"\",\"html\":\"\"}";

    private const string World = """
        {"users":[{"ref":"u"},{"ref":"small","plan":null},{"ref":"full","plan":null}],
         "domains":[{"domain":"a.dev","user":"u"},{"domain":"b.dev","user":"small"},{"domain":"c.dev","user":"full"},{"domain":"w.dev","user":"u"},{"domain":"gone.dev","user":"u"}],
         "keys":[{"token":"k","domain":"a.dev"},{"token":"o"},{"token":"kb","domain":"b.dev"},{"token":"kc","domain":"c.dev"},{"token":"kw","domain":"w.dev"},{"token":"kg","domain":"gone.dev"}],
         "mailboxes":[{"fullAddress":"x@a.dev"},{"fullAddress":"x@b.dev"},{"fullAddress":"y@b.dev"},{"fullAddress":"z@b.dev"},{"fullAddress":"x@c.dev"},{"fullAddress":"x@w.dev"}],
         "senderGroups":[{"domain":"a.dev","name":"g"}],
         "emails":[{"mailbox":"x@c.dev","folder":"sent","repeat":1000}],
         "sequences":[{"mailbox":"x@a.dev","name":"active","steps":[{"type":"send_email","subject":"","html":""}]},{"mailbox":"x@a.dev","name":"paused","status":"paused","steps":[{"type":"send_email","subject":"","html":""}]}],
         "warmingSchedules":[{"domain":"w.dev","sentToday":5}],"transport":{"reject":{"no@b.example":"mail server says no"}},"deletedDomains":["gone.dev"]}
        """;

    /// <summary>Code, key, method, path, body.</summary>
    public static TheoryData<string, string?, string, string, string?> Situations => new()
    {
        { "unauthorized", "unknown", "GET", "v1/mailboxes", null },
        { "domain_key_required", "o", "GET", "v1/mailboxes", null },
        { "from_domain_mismatch", "kb", "POST", "v1/send", $"{{{Mail}}}" },
        { "invalid_json", "k", "POST", "v1/mailboxes", "no" },
        { "invalid_json_body", "k", "POST", "v1/send", "no" },
        { "address_required", "k", "POST", "v1/mailboxes", "{}" },
        { "address_invalid", "k", "POST", "v1/mailboxes", "{\"address\":\"a@b\"}" },
        { "address_path_required", "k", "DELETE", "v1/mailboxes/", null },
        { "name_required", "k", "POST", "v1/sender-groups", "{}" },
        { "group_needs_mailbox", "k", "POST", "v1/sender-groups", "{\"name\":\"g\",\"mailboxes\":[]}" },
        { "group_needs_mailbox", "k", "PATCH", "v1/sender-groups/GROUP", "{\"mailboxes\":[]}" },
        { "group_id_required", "k", "PATCH", "v1/sender-groups/", "{}" },
        { "group_mailbox_unknown", "k", "POST", "v1/sender-groups", "{\"name\":\"g\",\"mailboxes\":[\"nobody\"]}" },
        { "send_fields_required", "k", "POST", "v1/send", "{}" },
        { "send_type_invalid", "k", "POST", "v1/send", $"{{{Mail},\"type\":\"x\"}}" },
        { "scheduled_at_invalid", "k", "POST", "v1/send", $"{{{Mail},\"scheduledAt\":1}}" },
        { "from_required", "k", "POST", "v1/sequences", "{\"name\":\"n\"}" },
        { "steps_required", "k", "POST", "v1/sequences", "{\"name\":\"n\",\"from\":\"x@a.dev\"}" },
        { "first_step_invalid", "k", "POST", "v1/sequences", "{\"name\":\"n\",\"from\":\"x@a.dev\",\"steps\":[{}]}" },
        { "step_invalid", "k", "POST", "v1/sequences", $"{{\"name\":\"n\",\"from\":\"x@a.dev\",\"steps\":[{Step},{{}}]}}" },
        { "sequence_status_invalid", "k", "PATCH", "v1/sequences/ACTIVE", "{}" },
        { "contacts_required", "k", "POST", "v1/sequences/ACTIVE/enroll", "{}" },
        { "too_many_contacts", "k", "POST", "v1/sequences/ACTIVE/enroll", $"{{\"contacts\":[{string.Join(",", Enumerable.Repeat("1", 101))}]}}" },
        { "contact_email_required", "k", "POST", "v1/contacts", "{}" },
        { "contact_id_required", "k", "DELETE", "v1/contacts/", null },
        { "email_id_required", "k", "GET", "v1/emails/", null },
        { "sequence_not_active", "k", "PATCH", "v1/sequences/PAUSED", "{\"status\":\"paused\"}" },
        { "sequence_not_paused", "k", "PATCH", "v1/sequences/ACTIVE", "{\"status\":\"active\"}" },
        { "domain_not_found", "kg", "POST", "v1/mailboxes", "{\"address\":\"a\"}" },
        { "mailbox_not_found", "k", "DELETE", "v1/mailboxes/nobody", null },
        { "mailbox_address_not_found", "k", "GET", "v1/emails?mailbox=nobody", null },
        { "from_mailbox_not_found", "k", "POST", "v1/send", $"{{{Mail.Replace("x@", "nobody@", StringComparison.Ordinal)}}}" },
        { "sender_group_not_found", "k", "DELETE", "v1/sender-groups/x", null },
        { "email_not_found", "k", "GET", "v1/emails/x", null },
        { "contact_not_found", "k", "DELETE", "v1/contacts/x", null },
        { "sequence_not_found", "k", "DELETE", "v1/sequences/x", null },
        { "sequence_path_not_found", "k", "DELETE", "v1/sequences/x/y", null },
        { "route_not_found", "k", "GET", "v1/nothing", null },
        { "mailbox_exists", "k", "POST", "v1/mailboxes", "{\"address\":\"x\"}" },
        { "mailbox_limit_reached", "kb", "POST", "v1/mailboxes", "{\"address\":\"more\"}" },
        { "user_not_found", "kc", "POST", "v1/mailboxes", "{\"address\":\"more\"}" },
        { "recipients_invalid", "k", "POST", "v1/send", $"{{{Mail.Replace("a@b.example", "bad", StringComparison.Ordinal)}}}" },
        { "monthly_limit_reached", "kc", "POST", "v1/send", $"{{{Mail.Replace("x@a.dev", "x@c.dev", StringComparison.Ordinal)}}}" },
        { "warming_limit_reached", "kw", "POST", "v1/send", $"{{{Mail.Replace("x@a.dev", "x@w.dev", StringComparison.Ordinal)}}}" },
        { "send_failed", "k", "POST", "v1/send", $"{{{Mail.Replace("a@b.example", "no@b.example", StringComparison.Ordinal)}}}" },
        { "internal_error", "k", "POST", "v1/mailboxes", "{\"address\":5}" },
    };

    public static TheoryData<string> Codes => [.. typeof(MailmarkErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    /// <summary>All but the one that comes as plain text of the platform's router, which nothing wraps.</summary>
    public static TheoryData<string> WrappedCodes => [.. Codes.Select(row => row.Data).Where(code => code != "route_not_found")];

    [Fact]
    public void There_are_46_codes_and_every_one_but_a_race_is_met_by_a_situation()
    {
        Codes.Should().HaveCount(46);
        Codes.Select(row => row.Data).Except(Situations.Select(row => row.Data.Item1)).Should().Equal("schedule_in_past");
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_situation_gives_its_code(string code, string? key, string method, string path, string? body)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Load(World);
        if (code == "user_not_found") world.Control.DeleteUser("full");
        path = path.Replace("GROUP", ids["senderGroups"][0], StringComparison.Ordinal).Replace("ACTIVE", ids["sequences"][0], StringComparison.Ordinal).Replace("PAUSED", ids["sequences"][1], StringComparison.Ordinal);

        MailmarkAnswer answer = await world.SendAsync(method, path, body, key);

        world.Fake.Journal.Last().ErrorCode.Should().Be(code);
        (await ClientCodeOfAsync(world, answer)).Should().Be(code, "the client finds the code by status and text");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_arrives_at_the_typed_client_as_its_exception(string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        string operation = OperationOf(code);
        fake.Faults.Add($"mailmark.{operation}", FaultEffect.Error(code));

        OutreachApiException exception = await FailureAsync(fake, operation);

        exception.Code.Value.Should().Be(code);
        exception.GetType().Should().Be(TypeOf(exception.StatusCode));
        exception.Attempts.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(WrappedCodes))]
    public async Task Every_code_arrives_also_when_the_platform_wrapped_its_text(string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        string operation = OperationOf(code);
        fake.Faults.Add($"mailmark.{operation}", FaultEffect.Error(code));
        OutreachApiException bare = await FailureAsync(fake, operation);
        string wrapped = JsonSerializer.Serialize(new { error = $"Uncaught Error: {bare.Text}\n    at handler (../convex/ses.ts:12:3)\n    at async invoke" });
        fake.Faults.Add($"mailmark.{operation}", FaultEffect.Status((int)bare.StatusCode, body: wrapped, contentType: "application/json"));

        OutreachApiException exception = await FailureAsync(fake, operation);

        exception.Code.Value.Should().Be(code);
        exception.Text.Should().Be(bare.Text);
    }

    [Fact]
    public async Task The_platforms_own_body_is_an_internal_error_with_its_request_id()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Faults.Add("mailmark.emails.send", FaultEffect.Status(500, body: """{"code":"[Request ID: 0123456789abcdef] Server Error"}""", contentType: "application/json"));

        OutreachApiException exception = await FailureAsync(fake, "emails.send");

        exception.Code.Should().Be((ErrorCode)MailmarkErrorCodes.InternalError);
        exception.RequestId.Should().Be("0123456789abcdef");
        fake.Journal.AssertReceived("mailmark.emails.send", 1);
    }

    [Fact]
    public async Task A_final_text_is_not_retried_where_an_internal_error_is()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient client = fake.CreateClient().Mailmark;
        fake.Faults.Add("mailmark.senderGroups.update", FaultEffect.Error("group_mailbox_unknown"), times: null);
        fake.Faults.Add("mailmark.mailboxes.list", FaultEffect.Error("internal_error"), times: 2);

        Func<Task> final = () => client.SenderGroups.UpdateAsync("x", new());
        await final.Should().ThrowAsync<OutreachApiException>();
        (await client.Mailboxes.ListAsync()).Should().HaveCount(2);

        fake.Journal.AssertReceived("mailmark.senderGroups.update", 1);
        fake.Journal.AssertReceived("mailmark.mailboxes.list", 3);
    }

    private static async Task<string> ClientCodeOfAsync(MailmarkWorld world, MailmarkAnswer answer)
    {
        string operation = world.Fake.Journal.Last().Operation is "mailmark.senderGroups.create" ? "senderGroups.create" : "emails.send";
        world.Fake.Faults.Add($"mailmark.{operation}", FaultEffect.Status(answer.Status, body: answer.Body, contentType: answer.ContentType!));
        return (await FailureAsync(world.Fake, operation)).Code.Value;
    }

    // An operation that may answer the code, and that is not repeated by itself.
    private static string OperationOf(string code) => code switch
    {
        "mailbox_address_not_found" => "emails.list",
        "contact_email_required" => "contacts.upsert",
        "group_mailbox_unknown" => "senderGroups.create",
        _ => "emails.send",
    };

    private static async Task<OutreachApiException> FailureAsync(OutreachFake fake, string operation)
    {
        MailmarkClient client = fake.CreateClient(options => options.MaxRetries = 0).Mailmark;
        Func<Task> call = operation switch
        {
            "emails.list" => () => client.Emails.ListAsync(),
            "contacts.upsert" => () => client.Contacts.UpsertAsync(new() { Email = "a@b.example", Name = "n" }),
            "senderGroups.create" => () => client.SenderGroups.CreateAsync(new() { Name = "n" }),
            _ => () => client.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["a@b.example"], Subject = "s", Text = "t" }),
        };
        return (await call.Should().ThrowAsync<OutreachApiException>()).Which;
    }

    private static Type TypeOf(HttpStatusCode status) => (int)status switch
    {
        400 => typeof(OutreachValidationException),
        401 => typeof(OutreachAuthenticationException),
        403 => typeof(OutreachPermissionException),
        404 => typeof(OutreachNotFoundException),
        409 => typeof(OutreachConflictException),
        _ => typeof(OutreachApiException),
    };
}
