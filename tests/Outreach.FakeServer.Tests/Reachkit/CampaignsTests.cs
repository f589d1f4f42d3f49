using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class CampaignsTests
{
    [Fact]
    public async Task A_new_campaign_has_the_contract_s_defaults()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer answer = (await api.Post("campaigns", """{"name":"  Warehouse managers, EU "}""")).ShouldBe(201);
        answer.Text("name").Should().Be("Warehouse managers, EU");
        answer.Text("status").Should().Be("draft");
        answer.Text("options").Should().Be("""{"daily_limit":100,"stop_on_reply":true,"stop_on_company_reply":false,"text_only":false,"esp_matching":false,"unsubscribe_option":false}""");
        JsonElement schedule = answer.Data.GetProperty("schedule");
        schedule.GetProperty("timezone").GetString().Should().Be("America/New_York");
        schedule.GetProperty("default_window").GetRawText().Should().Be("""{"start":"09:00","end":"17:00"}""");
        schedule.GetProperty("days").EnumerateObject().Select(day => $"{day.Name} {day.Value.GetRawText()}").Should().Equal(
            ((string[])["monday", "tuesday", "wednesday", "thursday", "friday"]).Select(day => day + """ {"enabled":true,"start":null,"end":null}""")
                .Concat(((string[])["saturday", "sunday"]).Select(day => day + """ {"enabled":false,"start":null,"end":null}""")));
        answer.Text("inboxes").Should().Be("[]");
        JsonElement stats = answer.Data.GetProperty("stats");
        stats.GetProperty("sequence_steps").GetInt32().Should().Be(1);
        stats.GetProperty("daily").GetArrayLength().Should().Be(30);
        ReachkitAnswer steps = await api.Get($"campaigns/{answer.Text("id")}/sequences");
        steps.Data.GetArrayLength().Should().Be(1);
        steps.Data[0].GetProperty("step").GetInt32().Should().Be(1);
        steps.Data[0].GetProperty("delay_days").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement variant = steps.Data[0].GetProperty("variants")[0];
        variant.GetProperty("letter").GetString().Should().Be("A");
        variant.GetProperty("enabled").GetBoolean().Should().BeTrue();
        foreach (string text in (string[])["subject", "body_html", "body_text"]) variant.GetProperty(text).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Stats_are_full_for_get_and_create_and_a_headline_for_list_and_update()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        ReachkitAnswer created = await api.Post("campaigns", """{"name":"x"}""");
        string path = $"campaigns/{created.Text("id")}";
        string[] headline = ["progress", "sequence_steps", "leads_count", "sent", "contacted", "replies", "reply_rate", "positive_replies", "positive_reply_rate", "bounced", "bounce_rate"];
        foreach (JsonElement stats in (JsonElement[])[created.Data.GetProperty("stats"), (await api.Get(path)).Data.GetProperty("stats"), (await api.Get(path + "/analytics")).Data])
            stats.EnumerateObject().Select(member => member.Name).Should().Equal([.. headline, "daily", "sequences"]);
        foreach (JsonElement stats in (JsonElement[])[(await api.Get("campaigns")).Data[0].GetProperty("stats"), (await api.Patch(path, "{}")).Data.GetProperty("stats")])
            stats.EnumerateObject().Select(member => member.Name).Should().Equal(headline);
    }

    [Fact]
    public async Task An_id_with_a_blank_behind_it_is_none()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string id = await api.Campaign();
        (await api.Get($"campaigns/{id}%20")).Status.Should().Be(404);
        (await api.Get($"campaigns/{id}")).ShouldBe(200);
    }

    [Theory]
    [InlineData("{}", "name: can't be blank")]
    [InlineData("""{"name":null}""", "name: can't be blank")]
    [InlineData("""{"name":"   "}""", "name: can't be blank")]
    [InlineData("""{"name":12}""", "name: is invalid")]
    public async Task A_name_is_required(string body, string detail)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Post("campaigns", body)).ShouldFail(422, "validation_failed", detail);
        (await api.Get("campaigns")).Data.GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_name_has_at_most_150_characters_and_need_not_be_unique()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string longest = new('x', 150);
        (await api.Post("campaigns", $$"""{"name":" {{longest}} "}""")).ShouldBe(201);
        (await api.Post("campaigns", $$"""{"name":"{{longest}}"}""")).ShouldBe(201);
        (await api.Post("campaigns", $$"""{"name":"{{longest}}x"}""")).ShouldFail(422, "validation_failed", "name: should be at most 150 character(s)");
    }

    [Fact]
    public async Task All_bad_fields_are_reported_together_and_nothing_is_saved()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign("before")}";
        (await api.Patch(path, """{"name":"after","status":"draft","daily_limit":-1,"text_only":"true","esp_matching":null,"unknown":7}""")).ShouldFail(
            422, "validation_failed", "status: is invalid", "daily_limit: must be greater than or equal to 0", "text_only: is invalid", "esp_matching: can't be blank");
        (await api.Get(path)).Text("name").Should().Be("before");
        (await api.Patch(path, """{"daily_limit":12.5}""")).ShouldFail(422, "validation_failed", "daily_limit: is invalid");
        (await api.Patch(path, """{"daily_limit":12.0,"name":"after"}""")).Data.GetProperty("options").GetProperty("daily_limit").GetInt32().Should().Be(12);
    }

    [Theory]
    [InlineData("draft", "paused", 422)]
    [InlineData("draft", "active", 200)]
    [InlineData("active", "paused", 200)]
    [InlineData("active", "active", 200)]
    [InlineData("paused", "active", 200)]
    [InlineData("paused", "paused", 200)]
    [InlineData("active", "draft", 422)]
    [InlineData("paused", "draft", 422)]
    [InlineData("draft", "draft", 422)]
    public async Task States_change_as_the_table_says(string from, string to, int status)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Ready()}";
        if (from != "draft") (await api.Patch(path, """{"status":"active"}""")).ShouldBe(200);
        if (from == "paused") (await api.Patch(path, """{"status":"paused"}""")).ShouldBe(200);
        ReachkitAnswer answer = (await api.Patch(path, $$"""{"status":"{{to}}"}""")).ShouldBe(status);
        if (to == "draft") answer.ShouldFail(422, "validation_failed", "status: is invalid");
        else if (status == 422) answer.ShouldFail(422, "invalid_status_transition", $"status: cannot change from {from} to {to}");
        else answer.Text("status").Should().Be(to);
    }

    [Theory]
    [InlineData(false, false, "variants inboxes")]
    [InlineData(true, false, "inboxes")]
    [InlineData(false, true, "variants")]
    public async Task A_launch_needs_a_usable_variant_and_an_inbox(bool variant, bool inbox, string missing)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        if (variant) await api.Patch($"campaigns/{campaign}/variants/{await api.Variant(campaign)}", """{"subject":"Hello"}""");
        if (inbox) await api.Post($"campaigns/{campaign}/inboxes/attach", $$"""{"inbox_ids":["{{api.Control.AddInbox("s@x.io")}}"]}""");
        ReachkitAnswer answer = await api.Patch($"campaigns/{campaign}", """{"status":"active","name":"changed"}""");
        answer.ShouldBe(422).Error.Should().Be("campaign_not_launchable");
        answer.Body.GetProperty("details").EnumerateObject().Select(member => member.Name).Should().Equal(missing.Split(' '));
        (await api.Get($"campaigns/{campaign}")).Text("name").Should().Be("Q1");
    }

    [Fact]
    public async Task The_unsubscribe_block_alone_launches_nothing_and_a_resume_is_tested_too()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Launched();
        string path = $"campaigns/{campaign}";
        await api.Patch(path, """{"status":"paused"}""");
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        await api.Delete($"{path}/sequences/{step}");
        await api.Post($"{path}/sequences", "{}");
        (await api.Patch(path, """{"unsubscribe_option":true}""")).ShouldBe(200);
        (await api.Patch(path, """{"status":"active"}""")).Error.Should().Be("campaign_not_launchable");
    }

    [Fact]
    public async Task Attaching_and_detaching_keep_the_order_drop_repeats_and_are_all_or_nothing()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}";
        string[] inboxes = [api.Control.AddInbox("a@x.io"), api.Control.AddInbox("b@x.io"), api.Control.AddInbox("c@x.io")];
        (await Change("attach", inboxes[1], inboxes[1], inboxes[0])).Ids.Should().Equal(inboxes[1], inboxes[0]);
        (await Change("attach", inboxes[0], inboxes[2])).Ids.Should().Equal(inboxes[1], inboxes[0], inboxes[2]);
        (await Change("detach", inboxes[1], "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10")).ShouldFail(404, "not_found");
        (await Change("attach", "x")).ShouldFail(404, "not_found");
        (await Change("detach", inboxes[1], inboxes[1])).Ids.Should().Equal(inboxes[0], inboxes[2]);
        (await Change("detach", inboxes[1])).Ids.Should().Equal(inboxes[0], inboxes[2]);
        (await api.Get($"inboxes/{inboxes[0]}")).Data.GetProperty("campaigns").GetArrayLength().Should().Be(1);
        (await api.Get($"inboxes/{inboxes[1]}")).Data.GetProperty("campaigns").GetArrayLength().Should().Be(0);
        (await api.Post($"{path}/inboxes/attach", """{"inbox_ids":[]}""")).ShouldFail(422, "validation_failed", "inbox_ids: can't be blank");
        (await api.Post($"{path}/inboxes/detach", "{}")).ShouldFail(422, "validation_failed", "inbox_ids: can't be blank");
        (await api.Post($"{path}/inboxes/attach", """{"inbox_ids":[7]}""")).ShouldFail(422, "validation_failed", "inbox_ids.0: is invalid");
        (await api.Post($"{path}/inboxes/attach", """{"inbox_ids":"x"}""")).ShouldFail(422, "validation_failed", "inbox_ids: is invalid");

        Task<ReachkitAnswer> Change(string what, params string[] ids)
            => api.Post($"{path}/inboxes/{what}", $$"""{"inbox_ids":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}""");
    }

    [Fact]
    public async Task Updated_at_moves_on_own_changes_only()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        string path = $"campaigns/{campaign}";
        string inbox = (await api.Get(path)).Data.GetProperty("inboxes")[0].GetProperty("id").GetString()!;
        string variant = await api.Variant(campaign);
        await Moves(() => api.Patch(path, """{"name":"new"}"""), true);
        await Moves(() => api.Patch(path, """{"name":"new"}"""), false);
        await Moves(() => api.Patch(path, "{}"), false);
        await Moves(() => api.Patch(path, """{"stop_on_reply":false}"""), true);
        await Moves(() => api.Patch($"{path}/schedule", """{"timezone":"Europe/Paris"}"""), true);
        await Moves(() => api.Patch($"{path}/schedule", """{"timezone":"Europe/Paris"}"""), false);
        await Moves(() => api.Post($"{path}/inboxes/attach", $$"""{"inbox_ids":["{{inbox}}"]}"""), false);
        await Moves(() => api.Post($"{path}/inboxes/detach", $$"""{"inbox_ids":["{{inbox}}"]}"""), true);
        await Moves(() => api.Post($"{path}/leads", """{"email":"a@b.io"}"""), false);
        await Moves(() => api.Post($"{path}/sequences"), false);
        await Moves(() => api.Patch($"{path}/variants/{variant}", """{"subject":"new"}"""), false);

        async Task Moves(Func<Task<ReachkitAnswer>> act, bool moves)
        {
            string before = (await api.Get(path)).Text("updated_at");
            await api.AdvanceMinutes(1);
            (await act()).Status.Should().BeLessThan(300);
            ((await api.Get(path)).Text("updated_at") != before).Should().Be(moves);
        }
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("active")]
    [InlineData("paused")]
    public async Task A_campaign_goes_with_all_that_is_its_own_in_any_state(string state)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        string path = $"campaigns/{campaign}";
        string lead = await api.Lead(campaign, "a@b.io");
        if (state != "draft") await api.Patch(path, """{"status":"active"}""");
        await api.AdvanceMinutes(5);
        if (state == "paused") await api.Patch(path, """{"status":"paused"}""");
        (await api.Delete(path)).ShouldBe(204);
        (await api.Delete(path)).ShouldFail(404, "not_found");
        foreach (string gone in (string[])[path, $"{path}/analytics", $"{path}/leads", $"{path}/leads/{lead}", $"{path}/sequences"]) (await api.Get(gone)).ShouldFail(404, "not_found");
        await api.Advance(24 * 7);
        api.Fake.Outbox.Count.Should().Be(state == "draft" ? 0 : 1);
    }
}
