using System.Text;
using System.Text.Json;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class ConversationsTests
{
    [Fact]
    public async Task A_campaign_thread_begins_with_the_first_answer_and_holds_all_campaign_emails()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", Signature = "<i>S</i>" });
        string campaign = await api.Ready(100, inbox);
        await api.AddStep(campaign, 1);
        await api.AddStep(campaign, 1);
        string lead = await api.Lead(campaign, "dana@acme.io", ""","first_name":"Dana","last_name":"Lee" """);
        await api.Patch($"campaigns/{campaign}", """{"status":"active","stop_on_reply":false}""");
        await api.Advance(24);
        (await api.Get("unibox/conversations")).Data.GetArrayLength().Should().Be(0);
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "Dana@ACME.io", Subject = "Re: Hello Dana", Text = "Tell me more" })!;
        await api.Advance(24);

        ReachkitAnswer answer = await api.Get($"unibox/conversations/{thread}");
        answer.Text("lead_id").Should().Be(lead);
        answer.Data.GetProperty("messages").EnumerateArray().Select(message => $"{message.GetProperty("direction")} {message.GetProperty("subject")} {message.GetProperty("is_read")}").Should().Equal(
            "outgoing Hello Dana True", "outgoing Again True", "incoming Re: Hello Dana False", "outgoing Again True");
        answer.Data.GetProperty("messages")[0].GetRawText().Should().Be($$"""
            {"direction":"outgoing","inbox_id":"{{inbox}}","subject":"Hello Dana","text_body":"Hi Dana\n\nS","html_body":"Hi Dana<br><br><i>S</i>","from_email":"s@x.io","to_recipients":[{"email":"dana@acme.io","name":"Dana Lee"}],"cc_recipients":[],"bcc_recipients":[],"email_date":"2026-03-09T13:01:00Z","is_read":true,"attachments":[]}
            """);
        (await api.Get("unibox/conversations?folder=primary")).Ids.Should().Equal(thread);
        (await api.Get("unibox/conversations?folder=others")).Ids.Should().BeEmpty();
    }

    [Fact]
    public async Task Strangers_go_to_others_while_the_workspace_keeps_them()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string first = api.Control.Receive(new() { InboxId = inbox, From = "who@x.io", Subject = "Hi" })!;
        string second = api.Control.Receive(new() { InboxId = inbox, From = "who@x.io", Subject = "Hi again" })!;
        second.Should().NotBe(first);
        (await api.Get("unibox/conversations?folder=others")).Ids.Should().Equal(second, first);
        (await api.Get("unibox/conversations?folder=primary")).Ids.Should().BeEmpty();
        (await api.Get("unibox/conversations")).Ids.Should().HaveCount(2);
        (await api.Get("unibox/conversations?folder=spam")).ShouldFail(422, "validation_failed", "folder: is invalid");
        (await api.Get($"unibox/conversations/{first}")).Data.GetProperty("lead_id").ValueKind.Should().Be(JsonValueKind.Null);
        api.Control.Workspace.Settings = new() { KeepsOtherReplies = false };
        (await api.Get("unibox/conversations")).Ids.Should().BeEmpty();
        api.Control.Receive(new() { InboxId = inbox, From = "who@x.io" }).Should().BeNull();
    }

    [Fact]
    public async Task A_manual_conversation_goes_out_as_given_with_the_signature_and_no_tags()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        await api.Lead(campaign, "dana@acme.io");
        string inbox = api.Control.AddInbox(new() { Email = "s@x.io", FirstName = "Sam", Signature = "<b>S</b>" });
        ReachkitAnswer answer = (await api.Post("unibox/conversations", """{"to":[{"email":" Dana@acme.io ","name":"Dana"},{"email":"lee@acme.io"}],"subject":" Hello {{x}} ","content":"<h1>Hi {{y}}</h1>"}""")).ShouldBe(201);
        answer.Data.GetProperty("lead_id").ValueKind.Should().Be(JsonValueKind.Null);
        answer.Data.GetProperty("label").ValueKind.Should().Be(JsonValueKind.Null);
        answer.Text("is_positive").Should().Be("False");
        OutboxMessage mail = api.Fake.Outbox.Should().ContainSingle().Subject;
        mail.Html.Should().Be("<h1>Hi {{y}}</h1><br><br><b>S</b>");
        mail.Text.Should().Be("Hi {{y}}\n\nS");
        mail.Subject.Should().Be("Hello {{x}}");
        mail.Recipients.Should().Equal("dana@acme.io", "lee@acme.io");
        answer.Data.GetProperty("messages")[0].GetProperty("to_recipients").GetRawText().Should().Be("""[{"email":"dana@acme.io","name":"Dana"},{"email":"lee@acme.io","name":null}]""");

        string thread = api.Control.Receive(new() { InboxId = inbox, From = "dana@acme.io", Text = "Yes" })!;
        thread.Should().Be(answer.Text("id"));
        (await api.Get($"campaigns/{campaign}/leads")).Data[0].GetProperty("status").GetString().Should().Be("uncontacted");
        (await api.Get("unibox/conversations?folder=primary")).Ids.Should().Equal(thread);
    }

    [Theory]
    [InlineData("{}", "to: can't be blank", "subject: can't be blank", "content: can't be blank")]
    [InlineData("""{"to":[],"subject":" ","content":"\n"}""", "to: can't be blank", "subject: can't be blank", "content: can't be blank")]
    [InlineData("""{"to":[{"email":"x"},{"name":"y"},7],"subject":"s","content":"c","inbox_id":7}""", "inbox_id: is invalid", "to.0.email: is invalid", "to.1.email: can't be blank", "to.2: is invalid")]
    [InlineData("""{"to":"a@b.io","subject":7,"content":null}""", "to: is invalid", "subject: is invalid", "content: can't be blank")]
    public async Task Bad_conversations_are_refused(string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.AddInbox("s@x.io");
        (await api.Post("unibox/conversations", body)).ShouldFail(422, "validation_failed", details);
        api.Fake.Outbox.Should().BeEmpty();
    }

    [Fact]
    public async Task The_oldest_active_connected_inbox_sends_unless_one_is_named()
    {
        const string rest = "\"to\":[{\"email\":\"a@b.io\"}],\"subject\":\"s\",\"content\":\"c\"";
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post("unibox/conversations", $"{{{rest}}}")).ShouldFail(422, "no_active_inbox");
        string broken = api.Control.AddInbox(new() { Email = "broken@x.io", ConnectionStatus = ConnectionStatus.Error });
        string idle = api.Control.AddInbox(new() { Email = "idle@x.io", IsActive = false });
        (await api.Post("unibox/conversations", $"{{{rest}}}")).ShouldFail(422, "no_active_inbox");
        api.Control.AddInbox("good@x.io");
        api.Control.AddInbox("newer@x.io");
        (await api.Post("unibox/conversations", $"{{{rest}}}")).ShouldBe(201);
        (await api.Post("unibox/conversations", $"{{\"inbox_id\":\"{idle}\",{rest}}}")).ShouldBe(201);
        (await api.Post("unibox/conversations", $"{{\"inbox_id\":\"{broken}\",{rest}}}")).ShouldFail(422, "inbox_not_connected", "inbox_id: is not connected");
        api.Fake.Outbox.Select(mail => mail.From).Should().Equal("good@x.io", "idle@x.io");
    }

    [Fact]
    public async Task A_reply_goes_to_the_other_side_through_the_inbox_of_the_latest_message()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string other = api.Control.AddInbox("t@x.io");
        string thread = (await api.Post("unibox/conversations", """{"to":[{"email":"a@b.io"},{"email":"c@b.io"}],"subject":"Hello","content":"c"}""")).Text("id");
        (await api.Post($"unibox/conversations/{thread}/reply", """{"content":" "}""")).ShouldFail(422, "validation_failed", "content: can't be blank");
        (await api.Post($"unibox/conversations/{thread}/reply", """{"content":"again"}""")).ShouldBe(201).Text("subject").Should().Be("Re: Hello");
        api.Fake.Outbox[1].Recipients.Should().Equal("a@b.io", "c@b.io");
        api.Control.Receive(new() { InboxId = other, From = "c@b.io", Subject = "re: Hello", Text = "yes" }).Should().Be(thread);
        ReachkitAnswer reply = (await api.Post($"unibox/conversations/{thread}/reply", """{"content":"<b>ok</b>"}""")).ShouldBe(201);
        reply.Text("inbox_id").Should().Be(other);
        reply.Text("from_email").Should().Be("t@x.io");
        api.Fake.Outbox[2].Recipients.Should().Equal("c@b.io");
        api.Fake.Outbox[2].Subject.Should().Be("Re: Hello");
        (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("is_read").GetBoolean()).Should().Equal(true, true, false, true);
        api.Control.SetConnection(other, ConnectionStatus.Error);
        (await api.Post($"unibox/conversations/{thread}/reply", """{"content":"x"}""")).ShouldFail(422, "inbox_not_connected", "inbox_id: is not connected");
        (await api.Get($"inboxes/{inbox}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("interested", true)]
    [InlineData("not_interested", false)]
    [InlineData("needs_more_info", true)]
    [InlineData("meeting_requested", true)]
    [InlineData("wrong_person", false)]
    [InlineData("out_of_office", false)]
    [InlineData("referral", false)]
    [InlineData("question", false)]
    [InlineData("neutral", false)]
    [InlineData("unsubscribe", false)]
    [InlineData("left_company", false)]
    public async Task A_label_can_be_put_over_the_automatic_one_and_taken_off(string label, bool positive)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Launched(100, inbox);
        await api.Lead(campaign, "a@b.io");
        await api.AdvanceMinutes(5);
        string thread = $"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", Text = "hello" })}";
        ReachkitAnswer answer = (await api.Patch(thread, $$"""{"label_override":"{{label}}"}""")).ShouldBe(200);
        answer.Text("label").Should().Be(label);
        answer.Data.GetProperty("is_positive").GetBoolean().Should().Be(positive);
        JsonElement stats = (await api.Get($"campaigns/{campaign}/analytics")).Data;
        stats.GetProperty("positive_replies").GetInt32().Should().Be(positive ? 1 : 0);
        stats.GetProperty("sequences")[0].GetProperty("variants")[0].GetProperty("positive_replies").GetInt32().Should().Be(positive ? 1 : 0);
        (await api.Get($"campaigns/{campaign}/leads")).Data[0].GetProperty("is_unsubscribed").GetBoolean().Should().BeFalse();
        (await api.Patch(thread, """{"label_override":null}""")).Text("label").Should().Be("neutral");
        (await api.Get($"campaigns/{campaign}/analytics")).Text("positive_replies").Should().Be("0");
    }

    [Theory]
    [InlineData("""{"label_override":"great"}""", "label_override: is invalid")]
    [InlineData("""{"label_override":7,"is_read":null}""", "label_override: is invalid", "is_read: can't be blank")]
    [InlineData("""{"is_read":"true"}""", "is_read: is invalid")]
    public async Task Bad_triage_is_refused(string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string thread = api.Control.Receive(new() { InboxId = api.Control.AddInbox("s@x.io"), From = "a@b.io" })!;
        (await api.Patch($"unibox/conversations/{thread}", body)).ShouldFail(422, "validation_failed", details);
    }

    [Fact]
    public async Task The_read_flag_is_set_on_all_messages_both_ways()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string thread = $"unibox/conversations/{(await api.Post("unibox/conversations", """{"to":[{"email":"a@b.io"}],"subject":"s","content":"c"}""")).Text("id")}";
        api.Control.Receive(new() { InboxId = inbox, From = "a@b.io" });
        await api.AdvanceMinutes(1);
        (await Flags("""{"is_read":true}""")).Should().Be("True True 13:01");
        await api.AdvanceMinutes(1);
        (await Flags("""{"is_read":true}""")).Should().Be("True True 13:01");
        (await Flags("""{"is_read":false}""")).Should().Be("False False 13:02");
        (await Flags("{}")).Should().Be("False False 13:02");

        async Task<string> Flags(string body)
        {
            ReachkitAnswer answer = (await api.Patch(thread, body)).ShouldBe(200);
            return string.Join(' ', answer.Data.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("is_read"))) + " " + answer.Text("updated_at")[11..16];
        }
    }

    [Theory]
    [InlineData("Please remove me", "unsubscribe")]
    [InlineData("UNSUBSCRIBE", "unsubscribe")]
    [InlineData("stop emailing, I am out of office", "unsubscribe")]
    [InlineData("I am out of office", "out_of_office")]
    [InlineData("on vacation till May", "out_of_office")]
    [InlineData("She is no longer with us", "left_company")]
    [InlineData("He left the company", "left_company")]
    [InlineData("You have the wrong person", "wrong_person")]
    [InlineData("I am not the right person", "wrong_person")]
    [InlineData("Please reach out to Kim", "referral")]
    [InlineData("speak to my colleague", "referral")]
    [InlineData("Not interested", "not_interested")]
    [InlineData("no thanks", "not_interested")]
    [InlineData("Let's book a slot", "meeting_requested")]
    [InlineData("Here is my calendar", "meeting_requested")]
    [InlineData("More info please", "needs_more_info")]
    [InlineData("send details", "needs_more_info")]
    [InlineData("I'm interested!", "interested")]
    [InlineData("Sounds good", "interested")]
    [InlineData("How much?", "question")]
    [InlineData("ok", "neutral")]
    public async Task The_automatic_label_follows_the_words_of_the_newest_message(string text, string label)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        (await Label(new() { InboxId = inbox, From = "a@b.io", Text = text })).Should().Be(label);
        (await Label(new() { InboxId = inbox, From = "a@b.io", Subject = text })).Should().Be(label);
        (await Label(new() { InboxId = inbox, From = "a@b.io", Text = text, Label = "referral" })).Should().Be("referral");
        (await Label(new() { InboxId = inbox, From = "a@b.io", Text = text, IsAutoReply = true })).Should().Be(label == "unsubscribe" ? label : "out_of_office");

        async Task<string> Label(Outreach.FakeServer.Reachkit.ReachkitIncomingMail mail) => (await api.Get($"unibox/conversations/{api.Control.Receive(mail)}")).Text("label");
    }

    [Theory]
    [InlineData("report.pdf", "attachment; filename=\"report.pdf\"")]
    [InlineData("a \"b\".pdf", "attachment; filename=\"a \\\"b\\\".pdf\"")]
    [InlineData("Übersicht.pdf", "attachment; filename=\"_bersicht.pdf\"; filename*=UTF-8''%C3%9Cbersicht.pdf")]
    public async Task A_file_is_served_with_its_name_and_type(string name, string disposition)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string thread = api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", Attachments = [new(name, "application/pdf", Encoding.UTF8.GetBytes("bytes"))] })!;
        string other = api.Control.Receive(new() { InboxId = inbox, From = "a@b.io" })!;
        JsonElement file = (await api.Get($"unibox/conversations/{thread}")).Data.GetProperty("messages")[0].GetProperty("attachments")[0];
        file.GetProperty("filename").GetString().Should().Be(name);
        file.GetProperty("size").GetInt32().Should().Be(5);
        string id = file.GetProperty("id").GetString()!;
        ReachkitAnswer answer = (await api.Get($"unibox/conversations/{thread}/attachments/{id}")).ShouldBe(200);
        (await answer.Response.Content.ReadAsStringAsync()).Should().Be("bytes");
        answer.Response.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
        answer.Response.Content.Headers.ContentLength.Should().Be(5);
        answer.Response.Content.Headers.GetValues("Content-Disposition").Should().Equal(disposition);
        (await api.Get($"unibox/conversations/{other}/attachments/{id}")).ShouldFail(404, "not_found");
        (await api.Get($"unibox/conversations/{thread}/attachments/{thread}")).ShouldFail(404, "not_found");
    }

    [Fact]
    public async Task Threads_are_ordered_by_their_latest_message_and_searched_in_all_of_them()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string first = (await api.Post("unibox/conversations", """{"to":[{"email":"a@b.io","name":"Ann"}],"subject":"Routing","content":"one"}""")).Text("id");
        await api.AdvanceMinutes(1);
        string second = (await api.Post("unibox/conversations", """{"to":[{"email":"c@d.io"}],"subject":"Billing","content":"two"}""")).Text("id");
        (await api.Get("unibox/conversations")).Ids.Should().Equal(second, first);
        await api.AdvanceMinutes(1);
        api.Control.Receive(new() { InboxId = inbox, From = "a@b.io", Text = "50% of it" });
        (await api.Get("unibox/conversations")).Ids.Should().Equal(first, second);
        foreach (string search in (string[])["ROUTING", "one", "a@b", "ann", "50%25"]) (await api.Get($"unibox/conversations?search={search}")).Ids.Should().Equal(first);
        (await api.Get("unibox/conversations?search=s@x.io&page_size=1&page=2")).Ids.Should().Equal(second);
        (await api.Get("unibox/conversations?search=nothing")).Ids.Should().BeEmpty();
    }
}
