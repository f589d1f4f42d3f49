namespace Outreach.FakeServer.Tests.Mailmark;

public class BadInputTests
{
    private static readonly string[] Values = ["null", "true", "false", "0", "-1", "1e400", "\"\"", "\"text\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "{}", "{\"a\":{}}"];

    /// <summary>Method, path, a good body, the members to spoil.</summary>
    public static TheoryData<string, string, string[], string[]> Bodies => new()
    {
        { "POST", "v1/mailboxes", ["\"address\":\"new\"", "\"displayName\":\"n\""], ["address", "displayName"] },
        { "POST", "v1/sender-groups", ["\"name\":\"g\"", "\"mailboxes\":[\"hello\"]", "\"emails\":[]"], ["name", "mailboxes", "emails"] },
        { "PATCH", "v1/sender-groups/GROUP", ["\"name\":\"g\"", "\"mailboxes\":\"all\"", "\"emails\":[]", "\"addEmails\":[]", "\"removeEmails\":[]"], ["name", "mailboxes", "emails", "addEmails", "removeEmails"] },
        { "POST", "v1/send", ["\"from\":\"hello@acme.dev\"", "\"to\":[\"a@b.example\"]", "\"subject\":\"s\"", "\"html\":\"h\"", "\"text\":\"t\"", "\"type\":\"campaign\"", "\"scheduledAt\":0"], ["from", "to", "subject", "html", "text", "type", "scheduledAt"] },
        { "POST", "v1/contacts", ["\"email\":\"a@b.c\"", "\"name\":\"n\""], ["email", "name"] },
        { "POST", "v1/sequences", ["\"name\":\"n\"", "\"from\":\"hello@acme.dev\"", "\"steps\":[{\"type\":\"send_email\",\"subject\":\"s\",\"html\":\"h\"}]"], ["name", "from", "steps"] },
        { "PATCH", "v1/sequences/SEQUENCE", ["\"status\":\"paused\""], ["status"] },
        { "POST", "v1/sequences/SEQUENCE/enroll", ["\"contacts\":[{\"email\":\"a@b.example\",\"mergeFields\":{\"a\":1}}]"], ["contacts"] },
        { "POST", "trackDelivery", ["\"messageId\":\"m\"", "\"status\":\"failed\"", "\"timestamp\":1"], ["messageId", "status", "timestamp"] },
        { "POST", "ingestEmail", ["\"recipientAddress\":\"hello@acme.dev\"", "\"from\":\"a@b.c\"", "\"to\":[]", "\"subject\":\"s\"", "\"date\":1", "\"messageId\":\"m\"", "\"hasAttachments\":true", "\"s3Key\":\"k\"", "\"warmupId\":null", "\"inReplyTo\":\"x\""], ["recipientAddress", "from", "to", "subject", "date", "messageId", "hasAttachments", "s3Key", "warmupId", "inReplyTo"] },
    };

    public static TheoryData<string, string> Paths => new()
    {
        { "GET", "v1/emails/ID" }, { "DELETE", "v1/emails/ID" }, { "PATCH", "v1/sender-groups/ID" }, { "DELETE", "v1/sender-groups/ID" }, { "DELETE", "v1/contacts/ID" },
        { "PATCH", "v1/sequences/ID" }, { "DELETE", "v1/sequences/ID" }, { "POST", "v1/sequences/ID/enroll" }, { "DELETE", "v1/mailboxes/ID" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_member_of_any_wrong_type_is_answered_and_never_half_stored(string method, string path, string[] good, string[] members)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Control.Add(new()
        {
            SenderGroups = [new() { Domain = "acme.dev", Name = "old", Emails = ["old@x.y"] }],
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()] }],
        });
        path = path.Replace("GROUP", ids["senderGroups"][0], StringComparison.Ordinal).Replace("SEQUENCE", ids["sequences"][0], StringComparison.Ordinal);
        FakeSnapshot before = world.Fake.Snapshot();
        string state = await StateAsync(world);

        foreach (string member in members)
        {
            foreach (string value in Values)
            {
                string body = $"{{{string.Join(",", good.Where(part => !part.StartsWith($"\"{member}\"", StringComparison.Ordinal)).Append($"\"{member}\":{value}"))}}}";
                MailmarkAnswer answer = await world.SendAsync(method, path, body, "", ("x-webhook-secret", world.Control.WebhookSecret));

                string because = $"{path} {body} gave {answer.Body}";
                answer.Status.Should().BeOneOf([200, 201, 400, 403, 404, 409, 500], because);
                if (answer.Status >= 400)
                {
                    answer.Error.Should().NotBeNullOrEmpty(because);
                    (await StateAsync(world)).Should().Be(state, because);
                }

                world.Fake.Restore(before);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_object_is_answered(string method, string path, string[] good, string[] members)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Control.Add(new()
        {
            SenderGroups = [new() { Domain = "acme.dev", Name = "old" }],
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()] }],
        });
        path = path.Replace("GROUP", ids["senderGroups"][0], StringComparison.Ordinal).Replace("SEQUENCE", ids["sequences"][0], StringComparison.Ordinal);
        string deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));
        string[] bodies = ["", " ", "null", "5", "\"text\"", "true", "[]", "{", "{}}", "{\"a\":1,}", "NaN", deep, $"{{\"\\ud800\":1,{good[0]}}}", $"{{{good[0]},\"{members[0]}\":{deep}}}"];

        foreach (string body in bodies)
        {
            MailmarkAnswer answer = await world.SendAsync(method, path, body, "", ("x-webhook-secret", world.Control.WebhookSecret));

            answer.Status.Should().BeOneOf([200, 400, 500], $"{path} {body[..Math.Min(40, body.Length)]} gave {answer.Body}");
            if (answer.Status >= 400) answer.Error.Should().NotBeNullOrEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Ids_of_other_tables_and_no_ids_at_all_are_the_resources_404(string method, string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();
        IReadOnlyDictionary<string, IReadOnlyList<string>> ids = world.Control.Add(new()
        {
            Contacts = [new() { Email = "a@b.c", Name = "n" }],
            SenderGroups = [new() { Domain = "acme.dev", Name = "g" }],
            Emails = [new() { Mailbox = "hello@acme.dev" }],
            Sequences = [new() { Mailbox = "hello@acme.dev", Name = "s", Steps = [new Sdk.Mailmark.SendEmailStep()] }],
            Enrollments = [new() { Sequence = "s", ContactEmail = "a@b.c" }],
        });
        string own = path.Split('/')[1] switch { "sender-groups" => "senderGroups", var name => name };
        IEnumerable<string> others = ids.Where(table => table.Key != own).SelectMany(table => table.Value);
        string state = await StateAsync(world);

        foreach (string id in others.Concat(["x", "..%2f", "%00", "%F0%9F%98%80", new string('z', 5000), "hello%2540acme.dev"]))
        {
            MailmarkAnswer answer = await world.SendAsync(method, path.Replace("ID", id, StringComparison.Ordinal), "{}");

            answer.Status.Should().Be(404, id);
            answer.Error.Should().EndWith("not found", id);
        }

        (await StateAsync(world)).Should().Be(state);
    }

    [Theory]
    [InlineData("v1/emails?limit=%00&folder=%00&mailbox=")]
    [InlineData("v1/bounces?days=%F0%9F%98%80&days=2")]
    [InlineData("v1/suppressions?limit=1e9&after=99999999999999999999999999")]
    [InlineData("v1/suppressions?after=-99999999999999999999999999&limit=%2B5")]
    [InlineData("v1/campaign-stats?type=%zz&sequenceId=&batchId=%")]
    [InlineData("v1/warmup?mailbox=%40")]
    [InlineData("v1/domain-health?domain=%00&&=&x")]
    public async Task Odd_queries_are_answered(string path)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        (await world.GetAsync(path)).Status.Should().Be(200);
    }

    private static async Task<string> StateAsync(MailmarkWorld world)
    {
        List<string> parts = [];
        foreach (string path in new[] { "v1/mailboxes", "v1/sender-groups", "v1/contacts", "v1/sequences", "v1/emails", "v1/emails?folder=sent", "v1/emails?folder=outbox" })
            parts.Add((await world.GetAsync(path)).Body);
        parts.Add($"{world.Fake.Outbox.Count}");
        return string.Join("\n", parts);
    }
}
