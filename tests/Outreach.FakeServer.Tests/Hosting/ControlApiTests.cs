using System.Net;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Tests.Hosting;

public sealed class ControlApiTests : IAsyncLifetime
{
    private OutreachFakeHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { MaxWorlds = 4, World = new FakeOptions { ClockMode = ClockMode.Manual }, Control = new ControlApiOptions { MaxSnapshots = 2 } });
        _client = new HttpClient { BaseAddress = new Uri(_host.Address, "_fake/v1/") };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Its_document_names_every_operation_and_no_other()
    {
        using JsonDocument document = JsonDocument.Parse(await _client.GetStringAsync("openapi.json"));
        List<string> described = [];
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
            foreach (JsonProperty method in path.Value.EnumerateObject()) described.Add($"{method.Name.ToUpperInvariant()} {path.Name} {method.Value.GetProperty("operationId").GetString()}");

        described.Should().BeEquivalentTo(ControlApi.Routes.Select(route => $"{route.Method} {route.Template} {route.OperationId}"));
        described.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task It_says_when_it_is_ready()
    {
        JsonElement ready = await GetAsync("ready");

        ready.GetProperty("status").GetString().Should().Be("ready");
        ready.GetProperty("worlds").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_world_has_keys_of_its_own_by_which_requests_find_it()
    {
        JsonElement world = await SendAsync(HttpMethod.Post, "worlds", """{"name":"mine"}""", HttpStatusCode.Created);
        world.GetProperty("seed").GetUInt64().Should().NotBe(1);
        JsonElement keys = await GetAsync("keys?world=mine");
        foreach (JsonElement api in keys.GetProperty("apis").EnumerateArray())
        {
            string name = api.GetProperty("api").GetString()!, key = api.GetProperty("key").GetString()!;
            key.Should().NotBe(_host.Fake.CreateKey(name), name);
            (await CallAsync(name, key)).Should().Be(HttpStatusCode.OK, name);
        }

        _host.Fake.Journal.Should().BeEmpty();
        _host.Worlds.Find("mine")!.Fake.Journal.Should().HaveCount(4);

        (await _client.DeleteAsync("worlds/mine")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await CallAsync("markus", keys.GetProperty("apis")[0].GetProperty("key").GetString()!)).Should().Be(HttpStatusCode.Unauthorized);
        await ProblemAsync(HttpMethod.Get, "worlds/mine", null, HttpStatusCode.NotFound, "There is no world 'mine'.");
    }

    [Fact]
    public async Task A_world_can_be_named_by_a_header_and_an_unknown_one_is_a_problem()
    {
        await SendAsync(HttpMethod.Post, "worlds", """{"name":"named","seed":1}""", HttpStatusCode.Created);
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_host.Address, "markus/api/v1/auth/me"));
        request.Headers.Add("X-Fake-World", "named");
        request.Headers.Authorization = new("Bearer", _host.Fake.Markus.ApiKey);
        (await _client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
        _host.Worlds.Find("named")!.Fake.Journal.Should().ContainSingle();

        using HttpRequestMessage lost = new(HttpMethod.Get, new Uri(_host.Address, "markus/api/v1/auth/me"));
        lost.Headers.Add("X-Fake-World", "nowhere");
        (await _client.SendAsync(lost)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task There_are_only_so_many_worlds_and_a_name_is_taken_once()
    {
        for (int i = 0; i < 3; i++) await SendAsync(HttpMethod.Post, "worlds", "{}", HttpStatusCode.Created);
        await ProblemAsync(HttpMethod.Post, "worlds", "{}", HttpStatusCode.TooManyRequests, "There are 4 worlds already*");
        (await _client.DeleteAsync("worlds/world-2")).EnsureSuccessStatusCode();
        await ProblemAsync(HttpMethod.Post, "worlds", """{"name":"world-1"}""", HttpStatusCode.Conflict, "There is a world 'world-1' already.");
        await ProblemAsync(HttpMethod.Delete, "worlds/default", null, HttpStatusCode.Conflict, "The default world stays*");
    }

    [Fact]
    public async Task The_clock_advances_by_a_span_to_a_time_and_to_the_next_event()
    {
        (await SendAsync(HttpMethod.Post, "clock/advance", """{"milliseconds":90000}""")).GetProperty("now").GetString().Should().Be("2026-03-02T09:01:30Z");
        (await SendAsync(HttpMethod.Post, "clock/advance", """{"to":"2026-03-05T00:00:00Z"}""")).GetProperty("now").GetString().Should().Be("2026-03-05T00:00:00Z");
        (await SendAsync(HttpMethod.Post, "clock/advance", """{"next":true}""")).GetProperty("mode").GetString().Should().Be("manual");
        await ProblemAsync(HttpMethod.Post, "clock/advance", "{}", HttpStatusCode.BadRequest, "Exactly one of*");
        await ProblemAsync(HttpMethod.Post, "clock/advance", """{"milliseconds":-1}""", HttpStatusCode.BadRequest, "milliseconds: -1 is not from*");
        (await GetAsync("clock/pending")).GetProperty("pending").ValueKind.Should().Be(JsonValueKind.Array);
    }

    [Fact]
    public async Task A_fault_is_armed_counted_and_disarmed()
    {
        JsonElement fault = await SendAsync(HttpMethod.Post, "faults", """{"operation":"markus.auth.me","times":2,"effect":{"kind":"status","status":503,"retryAfterSeconds":7}}""", HttpStatusCode.Created);
        fault.GetProperty("number").GetInt32().Should().Be(1);
        (await CallAsync("markus", _host.Fake.Markus.ApiKey)).Should().Be(HttpStatusCode.ServiceUnavailable);

        JsonElement listed = await GetAsync("faults/1");
        listed.GetProperty("hits").GetInt32().Should().Be(1);
        listed.GetProperty("spent").GetBoolean().Should().BeFalse();
        listed.GetProperty("effect").GetProperty("retryAfterSeconds").GetDouble().Should().Be(7);

        (await _client.DeleteAsync("faults/1")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await CallAsync("markus", _host.Fake.Markus.ApiKey)).Should().Be(HttpStatusCode.OK);
    }

    public static TheoryData<string> Effects => new("""{"kind":"error","code":"SERVER_001"}""", """{"kind":"status","status":418,"body":"tea","contentType":"text/plain"}""", """{"kind":"throttle","retryAfterSeconds":3}""", """{"kind":"throttle"}""",
        """{"kind":"delay","milliseconds":1500}""", """{"kind":"refuse"}""", """{"kind":"drop"}""", """{"kind":"commitThenDrop"}""", """{"kind":"cutBody"}""", """{"kind":"garbage"}""",
        """{"kind":"contentType","contentType":"text/html"}""", """{"kind":"patch","member":"data.name","value":{"a":[1]}}""", """{"kind":"patch","member":"data.name"}""");

    [Theory]
    [MemberData(nameof(Effects))]
    public async Task Every_effect_is_shown_as_it_was_given(string effect)
    {
        JsonElement fault = await SendAsync(HttpMethod.Post, "faults", $$"""{"operation":"markus.*","times":null,"effect":{{effect}}}""", HttpStatusCode.Created);

        fault.GetProperty("effect").GetRawText().Should().Be(effect);
        fault.GetProperty("times").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("faults", """{"operation":"markus.nope","effect":{"kind":"drop"}}""", "operation: no operation fits 'markus.nope'; a name is *")]
    [InlineData("faults", """{"operation":"markus.*"}""", "effect: is missing.")]
    [InlineData("faults", """{"effect":{"kind":"explode"}}""", "effect.kind: 'explode' is none of error,*")]
    [InlineData("faults", """{"effect":{"kind":"drop","status":3}}""", "effect.status: is unknown here*")]
    [InlineData("faults", """{"effect":""", "The body is no JSON, at line 1, byte *")]
    [InlineData("faults", "[]", "the document: is no object.")]
    [InlineData("recipients", """{"address":"*@x.example","reactions":[{"kind":"dance"}]}""", "reactions[[]0].kind: 'dance' is none of*")]
    [InlineData("recipients", """{"reactions":[]}""", "address: is missing.")]
    [InlineData("keys", """{"api":"markus","scopes":["nope"]}""", "markus has no scope 'nope'*")]
    [InlineData("keys", """{"api":"fax"}""", "There is no API 'fax'*")]
    [InlineData("webhooks/inject", """{"kind":"sing"}""", "kind: 'sing' is none of*")]
    [InlineData("webhooks/trigger", """{"api":"crm","type":"x"}""", "type: crm has no webhook event 'x'.")]
    [InlineData("webhooks/trigger", """{"api":"fax","type":"x"}""", "api: 'fax' is none of markus, reachkit, mailmark, crm.")]
    [InlineData("webhooks/trigger", """{"api":"markus","type":"message.opened","data":[]}""", "data: is no object.")]
    [InlineData("webhooks/trigger", """{"api":"reachkit","type":"lead.replied","data":5}""", "data: is no object.")]
    [InlineData("fixtures", """{"calls":[{"operation":"markus.campaigns.list","query":{"statuss":"active"}}]}""", "calls[[]0].query.statuss: is unknown here; known are *status*")]
    [InlineData("fixtures", """{"calls":[{"operation":"markus.campaigns.create","query":{"dry":true},"body":{}}]}""", "calls[[]0].query.dry: is unknown here; markus.campaigns.create has no query values.")]
    [InlineData("fixtures", """{"calls":[{"operation":"markus.campaigns.get","path":{"campaign_id":"${c.data.id}"}}]}""", "calls[[]0].path.campaign_id: no earlier call is named 'c'.")]
    [InlineData("fixtures", """{"faults":[{"operation":"nope","effect":{"kind":"drop"}}]}""", "faults[[]0].operation: no operation fits 'nope'; *")]
    [InlineData("fixtures", """{"faults":[{"operation":"crm.*","effect":{"kind":"error","code":"SERVER_001"}}]}""", "faults[[]0].effect.code: crm: there is no error code 'SERVER_001'.")]
    [InlineData("fixtures", """{"reachkit":{"webhooks":[{"url":"nope"}]}}""", "reachkit.webhooks[0]: 'nope' is no URL that deliveries could go to.")]
    [InlineData("fixtures", """{"crm":{"customers":[{"fullname":"Dana"}]}}""", "crm.customers[[]0].fullname: is no member of a customer.")]
    [InlineData("fixtures", """{"crm":{"customers":[{"email":5}]}}""", "crm.customers[[]0].email: is of another type than the API's.")]
    [InlineData("faults", """{"operation":"markus.*","effect":{"kind":"error","code":"NOPE_1"}}""", "effect.code: markus: there is no error code 'NOPE_1'.")]
    [InlineData("faults", """{"effect":{"kind":"error","code":"NOPE_1"}}""", "effect.code: markus, reachkit, mailmark, crm: there is no error code 'NOPE_1'.")]
    [InlineData("faults", """{"effect":{"kind":"status","status":100}}""", "effect.status: 100 is not from 200 to 599.")]
    [InlineData("faults", """{"effect":{"kind":"status","status":204,"body":"x"}}""", "effect.body: An answer of 204 has no body.")]
    [InlineData("faults", """{"effect":{"kind":"contentType","contentType":"a\r\nb: c"}}""", "effect.contentType: A content type is printable ASCII.")]
    [InlineData("faults", """{"from":"2026-03-03T00:00:00Z","until":"2026-03-03T00:00:00Z","effect":{"kind":"drop"}}""", "until: 2026-03-03T00:00:00Z is not after 2026-03-03T00:00:00Z*")]
    [InlineData("faults", """{"key":"","effect":{"kind":"drop"}}""", "key: an empty key meets no call*")]
    [InlineData("faults", """{"path":" ","effect":{"kind":"drop"}}""", "path: an empty path meets no call*")]
    [InlineData("recipients", """{"address":"","reactions":[]}""", "address: is empty; * stands for any.")]
    [InlineData("journal/assert", """{"operation":"markus.contcts.delete","times":0}""", "operation: no operation fits 'markus.contcts.delete'*")]
    [InlineData("worlds", """{"name":"ä"}""", "name: is not 1 to 64 letters*")]
    [InlineData("worlds", """{"start":"9999-12-31T23:59:59Z"}""", "start: 9999-12-31T23:59:59Z is not in the years 1970 to 9000.")]
    [InlineData("worlds", """{"seed":18446744073709551615}""", "seed: 18446744073709551615 is not from 0 to 9223372036854775807.")]
    [InlineData("worlds", """{"seed":1.5}""", "seed: is no whole number.")]
    [InlineData("mailmark/fixtures", "", "The body is missing*")]
    [InlineData("fixtures", """{"surprise":1}""", "surprise: is unknown here*")]
    [InlineData("mailmark/fixtures", """{"emails":[{"mailbox":"x@y"}]}""", "emails[[]0].mailbox: *")]
    [InlineData("inbound", """{"api":"mailmark","mailbox":"nobody@nowhere.example","from":"a@b.example"}""", "*nobody@nowhere.example*")]
    public async Task A_body_that_cannot_be_taken_is_a_problem_that_names_the_place(string path, string body, string detail)
        => await ProblemAsync(HttpMethod.Post, path, body, HttpStatusCode.BadRequest, detail);

    [Theory]
    [InlineData("outbox?recipient=dana", "recipient: is unknown here; known are since, to, api, limit, world.")]
    [InlineData("outbox?api=fax", "api: 'fax' is none of markus, reachkit, mailmark, crm.")]
    [InlineData("fidelity?api=fax", "api: 'fax' is none of markus, reachkit, mailmark, crm.")]
    [InlineData("journal?opration=x", "opration: is unknown here*")]
    [InlineData("journal?operation=markus.nope", "operation: no operation fits 'markus.nope'*")]
    [InlineData("journal?limit=0", "limit: '0' is not from 1 to 10000.")]
    [InlineData("outbox?limit=10001", "limit: '10001' is not from 1 to 10000.")]
    [InlineData("webhooks/deliveries?limit=0", "limit: '0' is not from 1 to 10000.")]
    [InlineData("clock/pending?limit=x", "limit: 'x' is no whole number.")]
    [InlineData("journal?status=99999999999999999999", "status: '99999999999999999999' is no whole number up to 9223372036854775807.")]
    [InlineData("clock?x=1", "x: is unknown here; known are world.")]
    public async Task A_misspelled_query_is_a_problem_and_no_empty_answer(string path, string detail)
        => await ProblemAsync(HttpMethod.Get, path, null, HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task Its_document_names_the_query_values_that_are_taken()
    {
        JsonElement paths = (await GetAsync("openapi.json")).GetProperty("paths");

        foreach (ControlRoute route in ControlApi.Routes)
        {
            JsonElement[] parameters = [.. paths.GetProperty(route.Template).GetProperty(route.Method.ToLowerInvariant()).TryGetProperty("parameters", out JsonElement given) ? given.EnumerateArray() : []];
            parameters.Where(one => one.TryGetProperty("in", out JsonElement place) && place.GetString() == "query").Select(one => one.GetProperty("name").GetString()!).Should().Equal(route.Queries, route.OperationId);
        }
    }

    [Fact]
    public async Task A_refused_message_does_not_arrive()
    {
        const string Key = "dm_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        await SendAsync(HttpMethod.Post, "mailmark/fixtures", $$"""
            {
              "users": [{ "ref": "u" }],
              "domains": [{ "domain": "acme.example", "user": "u" }],
              "keys": [{ "token": "{{Key}}", "user": "u", "domain": "acme.example", "scope": "domain" }],
              "mailboxes": [{ "fullAddress": "hello@acme.example" }]
            }
            """);

        await ProblemAsync(HttpMethod.Post, "inbound", """{"api":"mailmark","mailbox":"hello@acme.example","from":"a@b.example","sbject":"x"}""", HttpStatusCode.BadRequest, "sbject: is unknown here*");

        JsonElement first = await SendAsync(HttpMethod.Post, "inbound", """{"api":"mailmark","mailbox":"hello@acme.example","from":"a@b.example","subject":"x"}""");
        using HttpClient mailmark = _host.Fake.CreateHttpClientWithKey("mailmark", Key);
        string inbox = await mailmark.GetStringAsync("v1/emails?mailbox=hello");
        JsonDocument.Parse(inbox).RootElement.GetRawText().Should().Contain(first.GetProperty("id").GetString());
        inbox.Split("a@b.example").Should().HaveCount(2, "the refused one is not there");
    }

    [Fact]
    public async Task Readiness_can_be_asked_without_a_body()
    {
        using HttpResponseMessage answer = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "ready"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_world_is_named_by_one_of_its_keys_and_an_unknown_key_is_a_problem()
    {
        await SendAsync(HttpMethod.Post, "worlds", """{"name":"mine","start":"2027-01-04T09:00:00Z"}""", HttpStatusCode.Created);
        string key = (await GetAsync("keys?world=mine")).GetProperty("apis")[0].GetProperty("key").GetString()!;

        (await NowAsync(key)).Should().Be((HttpStatusCode.OK, "2027-01-04T09:00:00Z"));
        await _client.DeleteAsync("worlds/mine");
        (await NowAsync(key)).Status.Should().Be(HttpStatusCode.NotFound);

        async Task<(HttpStatusCode Status, string? Now)> NowAsync(string named)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "clock");
            request.Headers.Add("X-Fake-Key", named);
            using HttpResponseMessage answer = await _client.SendAsync(request);
            JsonElement body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            return (answer.StatusCode, body.TryGetProperty("now", out JsonElement now) ? now.GetString() : null);
        }
    }

    [Fact]
    public async Task The_journal_is_queried_and_expectations_say_what_differs()
    {
        await CallAsync("markus", _host.Fake.Markus.ApiKey);
        using HttpRequestMessage create = new(HttpMethod.Post, new Uri(_host.Address, "markus/api/v1/campaigns")) { Content = new StringContent("""{"name":"Q2","objective_type":"product_promotion"}""", Encoding.UTF8, "application/json") };
        create.Headers.Authorization = new("Bearer", _host.Fake.Markus.ApiKey);
        (await _client.SendAsync(create)).EnsureSuccessStatusCode();

        JsonElement journal = await GetAsync("journal?operation=markus.campaigns.*");
        journal.GetProperty("total").GetInt32().Should().Be(1);
        journal.GetProperty("entries")[0].GetProperty("requestHeaders").GetRawText().Should().Contain("***").And.NotContain(_host.Fake.Markus.ApiKey);

        (await SendAsync(HttpMethod.Post, "journal/assert", """{"operation":"markus.campaigns.create","body":{"name":"Q2"},"times":1}""")).GetProperty("total").GetInt32().Should().Be(1);
        await ProblemAsync(HttpMethod.Post, "journal/assert", """{"operation":"markus.campaigns.create","body":{"name":"Q1"}}""", HttpStatusCode.Conflict, "*body.name: expected \"Q1\", was \"Q2\"*");
        (await _client.DeleteAsync("journal")).EnsureSuccessStatusCode();
        (await GetAsync("journal")).GetProperty("total").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Fixtures_reach_all_APIs_and_later_calls_refer_to_earlier_ones()
    {
        JsonElement result = await SendAsync(HttpMethod.Post, "fixtures", """
            {
              "markus": { "credits": 5, "accounts": [{ "name": "Other", "plan": "free" }] },
              "reachkit": { "inboxes": [{ "email": "sales@acme.example" }] },
              "crm": { "customers": [{ "email": "vip@acme.example", "firstName": "Vi" }] },
              "recipients": [{ "address": "*@acme.example", "reactions": [{ "kind": "open", "afterSeconds": 60 }] }],
              "calls": [
                { "as": "campaign", "operation": "markus.campaigns.create", "body": { "name": "Q1 \"quoted\"", "objective_type": "product_promotion" } },
                { "as": "again", "operation": "markus.campaigns.get", "path": { "campaign_id": "${campaign.data.id}" } }
              ]
            }
            """);

        result.GetProperty("results").GetProperty("again").GetProperty("data").GetProperty("name").GetString().Should().Be("Q1 \"quoted\"");
        result.GetProperty("reachkit").GetProperty("inboxes").GetArrayLength().Should().Be(1);
        result.GetProperty("crm").GetProperty("customers").GetArrayLength().Should().Be(1);
        (await CallAsync("markus", result.GetProperty("markus").GetProperty("accounts")[0].GetProperty("key").GetString()!)).Should().Be(HttpStatusCode.OK);
        (await GetAsync("recipients")).GetProperty("rules").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_fixture_that_fails_in_the_middle_leaves_nothing_behind()
    {
        await ProblemAsync(HttpMethod.Post, "fixtures", """
            {
              "reachkit": { "inboxes": [{ "email": "sales@acme.example" }] },
              "recipients": [{ "address": "*", "reactions": [] }],
              "calls": [{ "operation": "markus.campaigns.create", "body": {} }]
            }
            """, HttpStatusCode.BadRequest, "calls[[]0]: markus.campaigns.create was answered 400*");

        (await GetAsync("recipients")).GetProperty("rules").GetArrayLength().Should().Be(0);
        using HttpRequestMessage inboxes = new(HttpMethod.Get, new Uri(_host.Address, "reachkit/api/v1/inboxes"));
        inboxes.Headers.Authorization = new("Bearer", _host.Fake.Reachkit.ApiKey);
        (await (await _client.SendAsync(inboxes)).Content.ReadAsStringAsync()).Should().NotContain("sales@acme.example");
    }

    [Fact]
    public async Task Mailmark_fixtures_give_ids_and_messages_arrive()
    {
        JsonElement ids = await SendAsync(HttpMethod.Post, "mailmark/fixtures", """
            {
              "users": [{ "ref": "u" }],
              "domains": [{ "domain": "acme.dev", "user": "u" }],
              "keys": [{ "token": "dm_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "user": "u", "domain": "acme.dev", "scope": "domain" }],
              "mailboxes": [{ "fullAddress": "box@acme.dev" }]
            }
            """);

        ids.GetProperty("ids").GetProperty("mailboxes").GetArrayLength().Should().Be(1);
        (await SendAsync(HttpMethod.Post, "inbound", """{"api":"mailmark","mailbox":"box@acme.dev","from":"dana@x.example","subject":"Hi"}""")).GetProperty("id").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Messages_sent_are_listed_from_a_sequence_number_on()
    {
        lock (_host.Fake.World.Gate)
        {
            for (int i = 1; i <= 3; i++)
                _host.Fake.World.Outbox.Add(new OutboxMessage { Api = "mailmark", MessageId = $"m{i}", SentAt = _host.Fake.Clock.Now, From = "a@acme.dev", To = $"b{i}@x.example", Subject = $"S{i}", Headers = [new("X-One", "1"), new("X-Two", "2")] });
        }

        JsonElement outbox = await GetAsync("outbox?since=1");

        outbox.GetProperty("total").GetInt32().Should().Be(2, "so many fit");
        outbox.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("sequence").GetInt32()).Should().Equal(2, 3);
        outbox.GetProperty("messages")[0].GetProperty("headers").GetRawText().Should().Be("""[{"name":"X-One","value":"1"},{"name":"X-Two","value":"2"}]""");
        (await GetAsync("outbox?to=B3@x.example")).GetProperty("total").GetInt32().Should().Be(1);
        (await GetAsync("outbox?limit=1")).GetProperty("total").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task Webhooks_go_to_the_sink_which_answers_as_told_and_are_sent_again()
    {
        await ProblemAsync(HttpMethod.Get, "webhooks/sink", null, HttpStatusCode.Conflict, "The world's webhooks do not go to the sink*");
        await SendAsync(HttpMethod.Put, "webhooks/receiver", """{"kind":"sink"}""", HttpStatusCode.NoContent);
        await SendAsync(HttpMethod.Put, "webhooks/sink/answers", """{"always":204,"next":[{"status":503,"times":2}]}""", HttpStatusCode.NoContent);
        await SendAsync(HttpMethod.Post, "fixtures", """{"reachkit":{"webhooks":[{"url":"https://app.example/hook","events":[]}]}}""");
        await SendAsync(HttpMethod.Post, "webhooks/inject", """{"kind":"duplicate"}""", HttpStatusCode.NoContent);

        lock (_host.Fake.World.Gate)
            _host.Fake.World.Webhooks.Send(new OutgoingWebhook("test", "e", "evt", "thing.happened", new Uri("https://app.example/hook"), [new("X-Webhook-Signature", "s")], "{}"u8.ToArray(), _ => { }));
        await SendAsync(HttpMethod.Post, "clock/settle", null);
        JsonElement again = await SendAsync(HttpMethod.Post, "webhooks/deliveries/1/resend", null);

        again.GetProperty("status").GetInt32().Should().Be(204);
        JsonElement sink = await GetAsync("webhooks/sink");
        sink.GetProperty("deliveries").EnumerateArray().Select(delivery => $"{delivery.GetProperty("injected").GetString()} {delivery.GetProperty("status").GetInt32()}").Should().Equal("duplicate 503", "duplicate 503", "resend 204");
        (await GetAsync("webhooks/deliveries?since=2&type=thing.*&endpoint=e")).GetProperty("total").GetInt32().Should().Be(1);
        await ProblemAsync(HttpMethod.Post, "webhooks/deliveries/99/resend", null, HttpStatusCode.NotFound, "There is no delivery 99.");
    }

    [Fact]
    public async Task A_snapshot_is_restored_forked_and_dropped()
    {
        await SendAsync(HttpMethod.Post, "snapshots", """{"name":"before"}""", HttpStatusCode.Created);
        await SendAsync(HttpMethod.Post, "clock/advance", """{"milliseconds":60000}""");
        (await SendAsync(HttpMethod.Post, "snapshots/before/fork", """{"world":"other"}""", HttpStatusCode.Created)).GetProperty("now").GetString().Should().Be("2026-03-02T09:00:00Z");
        (await GetAsync("clock")).GetProperty("now").GetString().Should().Be("2026-03-02T09:01:00Z");
        (await SendAsync(HttpMethod.Post, "snapshots/before/restore", null)).GetProperty("now").GetString().Should().Be("2026-03-02T09:00:00Z");
        await SendAsync(HttpMethod.Post, "snapshots", "{}", HttpStatusCode.Created);
        await ProblemAsync(HttpMethod.Post, "snapshots", "{}", HttpStatusCode.TooManyRequests, "The world has 2 snapshots already*");
        (await _client.DeleteAsync("snapshots/before")).EnsureSuccessStatusCode();
        (await GetAsync("snapshots")).GetProperty("snapshots").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Should().Equal("snapshot-2");
        await ProblemAsync(HttpMethod.Post, "snapshots/before/restore", null, HttpStatusCode.NotFound, "The world has no snapshot 'before'.");
    }

    [Fact]
    public async Task Limits_are_switched_off_and_on()
    {
        (await GetAsync("limits")).GetProperty("enforced").GetBoolean().Should().BeTrue();
        await SendAsync(HttpMethod.Put, "limits", """{"enforced":false}""");
        for (int i = 0; i < 25; i++) (await CallAsync("markus", _host.Fake.Markus.ApiKey)).Should().Be(HttpStatusCode.OK);
        await SendAsync(HttpMethod.Put, "limits", """{"enforced":true}""");
        List<HttpStatusCode> statuses = [];
        for (int i = 0; i < 25; i++) statuses.Add(await CallAsync("markus", _host.Fake.Markus.ApiKey));
        statuses.Should().Contain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task What_happens_is_streamed()
    {
        using HttpResponseMessage response = await _client.GetAsync("events", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be(": listening");

        await CallAsync("markus", _host.Fake.Markus.ApiKey);

        await reader.ReadLineAsync();
        (await reader.ReadLineAsync()).Should().Be("event: request");
        (await reader.ReadLineAsync()).Should().Be("id: request-1");
        (await reader.ReadLineAsync()).Should().StartWith("data: {\"number\":1,").And.Contain("\"operation\":\"markus.auth.me\"");
    }

    [Fact]
    public async Task The_stream_of_a_world_ends_with_the_world()
    {
        await SendAsync(HttpMethod.Post, "worlds", """{"name":"short"}""", HttpStatusCode.Created);
        using HttpResponseMessage response = await _client.GetAsync("events?world=short", HttpCompletionOption.ResponseHeadersRead);
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be(": listening");

        (await _client.DeleteAsync("worlds/short")).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await reader.ReadToEndAsync()).Trim().Should().BeEmpty("nobody tells it anything more");
    }

    [Fact]
    public async Task Every_ledger_is_told()
    {
        JsonElement fidelity = await GetAsync("fidelity");

        foreach (JsonElement api in fidelity.GetProperty("apis").EnumerateArray()) api.GetProperty("rules").GetArrayLength().Should().BeGreaterThan(25, api.GetProperty("api").GetString());
        fidelity.GetProperty("apis")[0].GetProperty("inferred").GetArrayLength().Should().BeGreaterThan(60, "64 paths of Markus are inferred");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Host", "localhost:9", HttpStatusCode.OK)]
    [InlineData("Host", "[::1]", HttpStatusCode.OK)]
    [InlineData("Origin", "http://localhost:3000", HttpStatusCode.OK)]
    public async Task Foreign_pages_and_host_names_are_kept_out(string header, string value, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "clock");
        request.Headers.TryAddWithoutValidation(header, value);

        (await _client.SendAsync(request)).StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task An_unknown_path_and_an_unknown_method_are_problems()
    {
        await ProblemAsync(HttpMethod.Get, "nowhere", null, HttpStatusCode.NotFound, "The control API has no /nowhere*");
        await ProblemAsync(HttpMethod.Patch, "clock", null, HttpStatusCode.MethodNotAllowed, "/clock takes GET.");
        await ProblemAsync(HttpMethod.Post, "state", null, HttpStatusCode.Conflict, "The host was started without a state file.");
    }

    private async Task<JsonElement> GetAsync(string path) => await SendAsync(HttpMethod.Get, path, null);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private async Task ProblemAsync(HttpMethod method, string path, string? body, HttpStatusCode status, string detail)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString().Should().Match(detail.Replace("[[]", "[", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> CallAsync(string api, string key)
    {
        string path = api switch { "markus" => "markus/api/v1/auth/me", "reachkit" => "reachkit/api/v1/campaigns", "mailmark" => "mailmark/v1/mailboxes", _ => "crm/api/v1/customers?tenantId=tenant_123" };
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(_host.Address, path));
        request.Headers.Authorization = new("Bearer", key);
        using HttpResponseMessage response = await _client.SendAsync(request);
        return response.StatusCode;
    }
}
