using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class SequencesTests
{
    [Fact]
    public async Task The_last_step_hides_its_delay_until_one_follows()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/sequences";
        string first = (await api.Get(path)).Ids[0];
        (await api.Patch($"{path}/{first}", """{"delay_days":5}""")).ShouldBe(200).Data.GetProperty("delay_days").ValueKind.Should().Be(JsonValueKind.Null);
        ReachkitAnswer second = (await api.Post(path, """{"delay_days":9}""")).ShouldBe(201);
        second.Text("step").Should().Be("2");
        second.Data.GetProperty("delay_days").ValueKind.Should().Be(JsonValueKind.Null);
        (await Delays()).Should().Be("1:5 2:");
        await api.Post(path, "{}");
        (await Delays()).Should().Be("1:5 2:9 3:");
        (await api.Delete($"{path}/{second.Text("id")}")).ShouldBe(204);
        (await Delays()).Should().Be("1:5 2:");
        await api.Post(path);
        (await Delays()).Should().Be("1:5 2:3 3:");

        async Task<string> Delays() => string.Join(' ', (await api.Get(path)).Data.EnumerateArray().Select(step => $"{step.GetProperty("step")}:{step.GetProperty("delay_days")}"));
    }

    [Theory]
    [InlineData("POST", "{}", null)]
    [InlineData("POST", """{"delay_days":1}""", null)]
    [InlineData("POST", """{"delay_days":365}""", null)]
    [InlineData("POST", """{"delay_days":0}""", "must be between 1 and 365")]
    [InlineData("POST", """{"delay_days":366}""", "must be between 1 and 365")]
    [InlineData("POST", """{"delay_days":"3"}""", "is invalid")]
    [InlineData("POST", """{"delay_days":null}""", "can't be blank")]
    [InlineData("PATCH", "{}", "can't be blank")]
    [InlineData("PATCH", """{"delay_days":0}""", "must be between 1 and 365")]
    public async Task A_delay_has_bounds(string method, string body, string? message)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/sequences";
        if (method == "PATCH") path += "/" + (await api.Get(path)).Ids[0];
        ReachkitAnswer answer = await api.Send(method, path, body);
        if (message is null) answer.ShouldBe(201);
        else answer.ShouldFail(422, "validation_failed", $"delay_days: {message}");
    }

    [Fact]
    public async Task The_only_step_can_go_and_another_can_come()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/sequences";
        (await api.Delete($"{path}/{(await api.Get(path)).Ids[0]}")).ShouldBe(204);
        (await api.Get(path)).Body.GetRawText().Should().Be("""{"data":[]}""");
        (await api.Get($"campaigns/{campaign}/analytics")).Text("progress").Should().Be("0");
        (await api.Post(path)).ShouldBe(201).Text("step").Should().Be("1");
    }

    [Fact]
    public async Task Letters_follow_the_order_of_creation_and_close_up()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/sequences";
        string step = (await api.Get(path)).Ids[0];
        List<string> variants = [await api.Variant(campaign)];
        for (int i = 0; i < 27; i++)
        {
            ReachkitAnswer variant = (await api.Post($"{path}/{step}/variants", $$"""{"subject":"s{{i}}"}""")).ShouldBe(201);
            variant.Data.EnumerateObject().Select(member => member.Name).Should().Equal("id", "subject", "body_html", "body_text", "enabled");
            variant.Text("enabled").Should().Be("True");
            variants.Add(variant.Text("id"));
        }

        (await Letters()).Should().StartWith("A B C").And.EndWith("Y Z AA AB");
        (await api.Delete($"campaigns/{campaign}/variants/{variants[1]}")).ShouldBe(204);
        (await Letters()).Should().EndWith("Y Z AA");

        async Task<string> Letters() => string.Join(' ', (await api.Get(path)).Data[0].GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("letter").GetString()));
    }

    [Fact]
    public async Task The_last_enabled_variant_can_neither_go_nor_be_disabled()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}";
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        string a = await api.Variant(campaign);
        (await api.Delete($"{path}/variants/{a}")).ShouldFail(422, "cannot_delete_last_variant");
        (await api.Patch($"{path}/variants/{a}", """{"enabled":false,"subject":"changed"}""")).ShouldFail(422, "cannot_disable_last_variant");
        (await api.Get($"{path}/sequences")).Data[0].GetProperty("variants")[0].GetProperty("subject").ValueKind.Should().Be(JsonValueKind.Null);
        string b = (await api.Post($"{path}/sequences/{step}/variants", """{"subject":"b","enabled":false}""")).Text("id");
        (await api.Delete($"{path}/variants/{a}")).ShouldFail(422, "cannot_delete_last_variant");
        (await api.Patch($"{path}/variants/{b}", """{"enabled":true}""")).ShouldBe(200);
        (await api.Patch($"{path}/variants/{a}", """{"enabled":false}""")).ShouldBe(200);
        (await api.Delete($"{path}/variants/{b}")).ShouldFail(422, "cannot_delete_last_variant");
        (await api.Delete($"{path}/variants/{a}")).ShouldBe(204);
    }

    [Fact]
    public async Task Records_under_another_campaign_are_unknown()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string other = await api.Campaign();
        string step = (await api.Get($"campaigns/{campaign}/sequences")).Ids[0];
        string variant = await api.Variant(campaign);
        (await api.Patch($"campaigns/{other}/sequences/{step}", "{}")).ShouldFail(404, "not_found");
        (await api.Delete($"campaigns/{other}/sequences/{step}")).ShouldFail(404, "not_found");
        (await api.Post($"campaigns/{other}/sequences/{step}/variants", "{}")).ShouldFail(404, "not_found");
        (await api.Patch($"campaigns/{other}/variants/{variant}", """{"subject":7}""")).ShouldFail(404, "not_found");
        (await api.Delete($"campaigns/{other}/variants/{variant}")).ShouldFail(404, "not_found");
    }

    [Theory]
    [InlineData("POST", "{}", "subject: can't be blank")]
    [InlineData("POST", """{"subject":" ","body_html":7,"enabled":"yes"}""", "subject: can't be blank", "body_html: is invalid", "enabled: is invalid")]
    [InlineData("POST", """{"subject":null,"body_html":null}""", "subject: can't be blank", "body_html: can't be blank")]
    [InlineData("PATCH", """{"subject":""}""", "subject: can't be blank")]
    [InlineData("PATCH", """{"subject":"a {{b","enabled":null}""", "enabled: can't be blank")]
    public async Task Bad_variants_are_refused(string method, string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = method == "POST" ? $"sequences/{(await api.Get($"campaigns/{campaign}/sequences")).Ids[0]}/variants" : $"variants/{await api.Variant(campaign)}";
        (await api.Send(method, $"campaigns/{campaign}/{path}", body)).ShouldFail(422, "validation_failed", details);
    }

    [Theory]
    [InlineData("subject", "a {{b", 2)]
    [InlineData("subject", "{{a|{{b}}}}", 0)]
    [InlineData("subject", "\\\\{{ {{", 4)]
    [InlineData("body_html", "<p>😀 {{b</p>", 5)]
    [InlineData("subject", "x }} y", null)]
    [InlineData("body_html", "\\\\{{first_name}}", null)]
    public async Task Unbalanced_braces_are_named_by_field_and_offset(string field, string text, int? offset)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        ReachkitAnswer answer = await api.Patch($"campaigns/{campaign}/variants/{await api.Variant(campaign)}", $$"""{"{{field}}":"{{text}}"}""");
        if (offset is null)
        {
            answer.ShouldBe(200);
            return;
        }

        answer.ShouldBe(422).Body.GetRawText().Should().Be($$$"""{"error":"unbalanced_braces","details":{"field":"{{{field}}}","offset":{{{offset}}}} }""".Replace("} }", "}}", StringComparison.Ordinal));
        (await api.Get($"campaigns/{campaign}/sequences")).Data[0].GetProperty("variants")[0].GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("<p>Hi <strong>you</strong></p><p>Bye</p>", "Hi you\nBye", "Hi you\nBye")]
    [InlineData("<a class='k' HREF='https://x.io'>x</a>", "<a href=\"https://x.io\">x</a>", "x (https://x.io)")]
    [InlineData("<a href='javascript:f()'>x</a><script>y</script>", "x", "x")]
    [InlineData("a<br>b <b>c", "a\nb <b>c</b>", "a\nb c")]
    [InlineData("Fish & chips", "Fish &amp; chips", "Fish & chips")]
    [InlineData("  <p> </p> ", null, null)]
    public async Task A_body_is_stored_normalised_with_its_text(string submitted, string? html, string? text)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}/variants/{await api.Variant(campaign)}";
        await api.Patch(path, """{"body_html":"before"}""");
        ReachkitAnswer answer = await api.Patch(path, $$"""{"body_html":"{{submitted}}"}""");
        answer.Data.GetProperty("body_html").GetString().Should().Be(html);
        answer.Data.GetProperty("body_text").GetString().Should().Be(text);
        if (html is not null) (await api.Patch(path, $$"""{"body_html":{{answer.Data.GetProperty("body_html").GetRawText()}}}""")).Text("body_html").Should().Be(html);
    }

    [Fact]
    public async Task The_unsubscribe_option_keeps_a_link_in_every_variant_while_it_is_on()
    {
        const string block = "<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>";
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string path = $"campaigns/{campaign}";
        string step = (await api.Get($"{path}/sequences")).Ids[0];
        string empty = await api.Variant(campaign);
        await api.Post($"{path}/sequences/{step}/variants", """{"subject":"b","body_html":"Hello"}""");
        await api.Post($"{path}/sequences/{step}/variants", """{"subject":"c","body_html":"Hi <a href='{{ Unsubscribe URL }}'>go away</a>"}""");
        await api.Patch(path, """{"unsubscribe_option":true}""");
        (await Bodies()).Should().Equal(block, $"Hello\n\n{block}", "Hi <a href=\"{{ Unsubscribe URL }}\">go away</a>");
        (await api.Get($"{path}/sequences")).Data[0].GetProperty("variants")[1].GetProperty("body_text").GetString().Should().Be("Hello\n\nUnsubscribe ({{unsubscribe_url}})");
        (await api.Patch($"{path}/variants/{empty}", """{"body_html":"New"}""")).Text("body_html").Should().Be($"New\n\n{block}");
        (await api.Patch($"{path}/variants/{empty}", """{"body_html":""}""")).Text("body_html").Should().Be(block);
        (await api.Post($"{path}/sequences")).Data.GetProperty("variants")[0].GetProperty("body_html").GetString().Should().Be(block);
        await api.Patch(path, """{"unsubscribe_option":false}""");
        (await Bodies()).Should().Equal(null, "Hello", "Hi");

        async Task<IEnumerable<string?>> Bodies() => (await api.Get($"{path}/sequences")).Data[0].GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("body_html").GetString()).ToList();
    }

    [Fact]
    public async Task Steps_stay_contiguous_under_any_edits()
    {
        for (ulong seed = 0; seed < 5; seed++)
        {
            await using ReachkitApi api = await ReachkitApi.StartAsync(seed: seed);
            Random random = new((int)seed);
            string campaign = await api.Launched();
            string path = $"campaigns/{campaign}/sequences";
            for (int i = 0; i < 5; i++) await api.Lead(campaign, $"lead{i}@x{i}.io");
            for (int edit = 0; edit < 40; edit++)
            {
                IReadOnlyList<string> steps = (await api.Get(path)).Ids;
                int what = random.Next(4);
                if (what == 0 && steps.Count > 0) await api.Delete($"{path}/{steps[random.Next(steps.Count)]}");
                else if (what == 1 && steps.Count > 0) await api.Patch($"{path}/{steps[random.Next(steps.Count)]}", $$"""{"delay_days":{{random.Next(1, 4)}}}""");
                else if (what == 2) await api.Advance(random.Next(48));
                else await api.AddStep(campaign, random.Next(1, 4));

                ReachkitAnswer now = await api.Get(path);
                now.Data.EnumerateArray().Select(step => step.GetProperty("step").GetInt32()).Should().Equal(Enumerable.Range(1, now.Data.GetArrayLength()));
                now.Data.EnumerateArray().Select(step => step.GetProperty("delay_days").ValueKind == JsonValueKind.Null).Should().Equal(Enumerable.Range(1, now.Data.GetArrayLength()).Select(i => i == now.Data.GetArrayLength()));
                JsonElement stats = (await api.Get($"campaigns/{campaign}/analytics")).Data;
                stats.GetProperty("progress").GetInt32().Should().BeInRange(0, 100);
                stats.GetProperty("sent").GetInt32().Should().Be(api.Fake.Outbox.Count);
            }
        }
    }
}
