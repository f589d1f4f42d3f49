using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>The forms of section 3 of the contract that all records share: ids, times, texts.</summary>
public sealed class CommonRulesTests
{
    [Fact]
    public async Task Ids_are_lower_case_and_found_in_any_case()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign.ToUpperInvariant()}";
        campaign.Should().MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
        (await api.Get(path)).Text("id").Should().Be(campaign);
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        (await api.Patch($"{path}/sequences/{step.ToUpperInvariant()}", """{"delay_days":4}""")).ShouldBe(200).Text("id").Should().Be(step);
        string variant = await api.Variant(campaign);
        (await api.Patch($"{path}/variants/{variant.ToUpperInvariant()}", """{"subject":"x"}""")).ShouldBe(200).Text("id").Should().Be(variant);
        string lead = await api.Lead(campaign, "a@b.io");
        (await api.Get($"{path}/leads/{lead.ToUpperInvariant()}")).ShouldBe(200).Text("id").Should().Be(lead);
        (await api.Post($"{path}/inboxes/attach", $$"""{"inbox_ids":["{{inbox.ToUpperInvariant()}}","{{inbox}}"]}""")).ShouldBe(200).Ids.Should().Equal(inbox);
        (await api.Post($"{path}/inboxes/detach", $$"""{"inbox_ids":["{{inbox.ToUpperInvariant()}}"]}""")).ShouldBe(200).Ids.Should().BeEmpty();
        ReachkitAnswer thread = (await api.Post("unibox/conversations", $$"""{"inbox_id":"{{inbox.ToUpperInvariant()}}","to":[{"email":"a@b.io"}],"subject":"s","content":"c"}""")).ShouldBe(201);
        thread.Data.GetProperty("messages")[0].GetProperty("inbox_id").GetString().Should().Be(inbox);
        (await api.Get($"unibox/conversations/{thread.Text("id").ToUpperInvariant()}")).ShouldBe(200);
        string entry = (await api.Post("blocklist", """{"email":"a@b.io"}""")).Text("id");
        (await api.Delete($"blocklist/{entry.ToUpperInvariant()}")).ShouldBe(204);
    }

    [Fact]
    public async Task Times_have_whole_seconds()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync(ReachkitApi.MondayMorning.AddMilliseconds(9_750));
        WebhookSink sink = api.Fake.Webhooks.Capture();
        api.Control.Workspace.AddWebhook("https://hooks.example/x", "unibox.new_message");
        string inbox = api.Control.AddInbox("s@x.io");
        string campaign = await api.Campaign();
        string lead = await api.Lead(campaign, "a@b.io");
        ReachkitAnswer thread = await api.Get($"unibox/conversations/{api.Control.Receive(new() { InboxId = inbox, From = "who@x.io" })}");
        await api.Fake.SettleAsync();
        foreach (JsonElement record in (JsonElement[])[thread.Data, (await api.Get($"campaigns/{campaign}")).Data, (await api.Get($"campaigns/{campaign}/leads/{lead}")).Data, (await api.Get($"inboxes/{inbox}")).Data])
            foreach (string member in (string[])["created_at", "updated_at"]) record.GetProperty(member).GetString().Should().Be("2026-03-09T13:00:09Z");
        thread.Data.GetProperty("messages")[0].GetProperty("email_date").GetString().Should().Be("2026-03-09T13:00:09Z");
        (await api.Post("blocklist", """{"email":"a@b.io"}""")).Text("created_at").Should().Be("2026-03-09T13:00:09Z");
        sink.Received.Single().Text.Should().Contain("\"timestamp\":\"2026-03-09T13:00:09Z\"");
    }

    [Fact]
    public async Task Names_are_trimmed_and_blank_ones_unset()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        JsonElement lead = (await api.Post($"campaigns/{campaign}/leads", """{"email":"a@b.io","first_name":" Ann ","last_name":" \t ","variables":{" Company ":"  A  "}}""")).ShouldBe(201).Data;
        lead.GetProperty("first_name").GetString().Should().Be("Ann");
        lead.GetProperty("last_name").ValueKind.Should().Be(JsonValueKind.Null);
        lead.GetProperty("variables").GetRawText().Should().Be("""{" Company ":"  A  "}""", "variables are echoed as given");
        (await api.Post($"campaigns/{campaign}/leads", """{"email":"b@b.io"}""")).Text("variables").Should().Be("{}");
    }

    [Fact]
    public async Task A_name_is_measured_in_characters_not_in_halves_of_them()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string longest = string.Concat(Enumerable.Repeat("😀", 150));
        (await api.Post("campaigns", $$"""{"name":"{{longest}}"}""")).ShouldBe(201).Text("name").Should().Be(longest);
        (await api.Post("campaigns", $$"""{"name":"{{longest}}é"}""")).ShouldFail(422, "validation_failed", "name: should be at most 150 character(s)");
    }

    [Theory]
    [InlineData("3.0", 3)]
    [InlineData("3e0", 3)]
    [InlineData("0.3e1", 3)]
    [InlineData("3.5", null)]
    [InlineData("true", null)]
    public async Task A_number_without_a_fraction_is_an_integer_however_it_is_written(string number, int? value)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        await api.Post($"campaigns/{campaign}/sequences");
        string step = (await api.Get($"campaigns/{campaign}/sequences")).Ids[0];
        string inbox = api.Control.AddInbox("s@x.io");
        foreach ((string path, string field) in ((string, string)[])[($"campaigns/{campaign}/sequences/{step}", "delay_days"), ($"inboxes/{inbox}", "daily_campaign_limit"), ($"inboxes/{inbox}", "daily_warmup_limit")])
        {
            ReachkitAnswer answer = await api.Patch(path, $$"""{"{{field}}":{{number}}}""");
            if (value is null) answer.ShouldFail(422, "validation_failed", $"{field}: is invalid");
            else answer.ShouldBe(200).Text(field).Should().Be("3");
        }
    }

    [Fact]
    public async Task A_subject_is_trimmed_and_an_offset_counts_what_was_submitted()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/variants/{await api.Variant(campaign)}";
        (await api.Patch(path, """{"subject":"  Hello {{first_name}}\t"}""")).ShouldBe(200).Text("subject").Should().Be("Hello {{first_name}}");
        (await api.Patch(path, """{"subject":"  {{first_name"}""")).ShouldBe(422).Body.GetProperty("details").GetProperty("offset").GetInt32().Should().Be(2);
        (await api.Patch(path, """{"subject":"ok {{","body_html":"{{"}""")).ShouldBe(422).Body.GetProperty("details").GetRawText().Should().Be("""{"field":"subject","offset":3}""");
    }

    [Fact]
    public async Task Content_of_a_message_is_taken_as_it_is()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        api.Control.AddInbox(new() { Email = "s@x.io", FirstName = "Sam", LastName = "Lee", ReplyTo = "desk@x.io" });
        JsonElement message = (await api.Post("unibox/conversations", """{"to":[{"email":"a@b.io","name":" Ann "},{"email":"c@d.io","name":null},{"email":"e@f.io","name":" "}],"subject":" s ","content":" <p>x</p>\n"}""")).ShouldBe(201).Data.GetProperty("messages")[0];
        message.GetProperty("html_body").GetString().Should().Be(" <p>x</p>\n");
        message.GetProperty("subject").GetString().Should().Be("s");
        message.GetProperty("to_recipients").GetRawText().Should().Be("""[{"email":"a@b.io","name":"Ann"},{"email":"c@d.io","name":null},{"email":"e@f.io","name":null}]""");
        api.Fake.Outbox[0].Html.Should().Be(" <p>x</p>\n");
        api.Fake.Outbox[0].Headers.Should().Contain(new KeyValuePair<string, string>("From", "Sam Lee <s@x.io>")).And.Contain(new KeyValuePair<string, string>("Reply-To", "desk@x.io"));
    }

    [Theory]
    [InlineData("99999999999999999999", "must be between 1 and 500", "must be between 1 and 365", "is invalid")]
    [InlineData("1e300", "must be between 1 and 500", "must be between 1 and 365", "is invalid")]
    [InlineData("1e400", "must be between 1 and 500", "must be between 1 and 365", "is invalid")]
    [InlineData("3000000000", "must be between 1 and 500", "must be between 1 and 365", "is invalid")]
    [InlineData("-99999999999999999999", "must be between 1 and 500", "must be between 1 and 365", "must be greater than or equal to 0")]
    public async Task A_number_of_any_size_is_held_against_the_published_bounds(string number, string inbox, string delay, string limit)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        (await api.Patch($"inboxes/{api.Control.AddInbox("s@x.io")}", $$"""{"daily_campaign_limit":{{number}}}""")).ShouldFail(422, "validation_failed", $"daily_campaign_limit: {inbox}");
        (await api.Post($"campaigns/{campaign}/sequences", $$"""{"delay_days":{{number}}}""")).ShouldFail(422, "validation_failed", $"delay_days: {delay}");
        (await api.Patch($"campaigns/{campaign}", $$"""{"daily_limit":{{number}}}""")).ShouldFail(422, "validation_failed", $"daily_limit: {limit}");
    }
}
