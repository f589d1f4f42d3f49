using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Every code of the catalogue is produced by the fake and reaches the caller as the right exception with the right code.</summary>
public sealed class MarkusErrorCodeTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";
    private const string Campaign = """{"name":"Launch","objective_type":"custom"}""";

    private static readonly Dictionary<string, Func<CodeWorld, Task>> Scenes = new(StringComparer.Ordinal)
    {
        ["AUTH_001"] = world => world.WithKey("opaque").SendAsync("auth.me"),
        ["AUTH_002"] = world => world.WithKey(world.Account.CreateKey("campaigns:read")).SendAsync("apiKeys.list"),
        ["AUTH_003"] = world => world.WithKey($"eyJhbGciOiJIUzI1NiJ9.{Base64Url.EncodeToString("""{"exp":1}"""u8)}.c2ln").SendAsync("auth.me"),
        ["APIKEY_001"] = world => world.WithKey("mk_live_" + new string('x', 32)).SendAsync("auth.me"),
        ["APIKEY_002"] = world => world.WithKey(world.Account.CreateExpiringKey(world.Fake.Clock.Now)).SendAsync("auth.me"),
        ["APIKEY_003"] = async world =>
        {
            JsonElement key = await world.SendAsync("apiKeys.create", """{"name":"Gone","scopes":["*"]}""");
            await world.SendAsync("apiKeys.revoke", $$"""{"api_key_id":"{{Id(key)}}"}""");
            await world.WithKey(key.GetProperty("data").GetProperty("key").GetString()!).SendAsync("auth.me");
        },
        ["APIKEY_004"] = world => world.WithKey(world.Account.CreateKey("campaigns:read")).SendAsync("contacts.list"),
        ["APIKEY_005"] = async world =>
        {
            for (int i = 0; i < 11; i++) await world.SendAsync("apiKeys.create", """{"name":"Another","scopes":["*"]}""");
        },
        ["CAMP_001"] = world => world.SendAsync("campaigns.get", $$"""{"campaign_id":"{{Nobody}}"}"""),
        ["CAMP_002"] = world => world.FaultAsync("campaigns.create", "CAMP_002", Campaign),
        ["CAMP_003"] = async world => await world.FaultAsync("campaigns.update", "CAMP_003", $$"""{"campaign_id":"{{await world.CampaignAsync()}}","name":"New"}"""),
        ["CAMP_005"] = async world =>
        {
            string campaign = await world.CampaignAsync();
            await world.ContactAsync(campaign);
            await world.StatusAsync(campaign, "active");
            await world.StatusAsync(campaign, "active");
        },
        ["CAMP_007"] = async world => await world.StatusAsync(await world.CampaignAsync(), "active"),
        ["CAMP_008"] = async world => await world.StatusAsync(await world.CampaignAsync(), "paused"),
        ["CAMP_009"] = async world =>
        {
            world.Account.PlanId = "free";
            await world.CampaignAsync();
            await world.CampaignAsync();
        },
        ["CONT_001"] = world => world.SendAsync("contacts.get", $$"""{"contact_id":"{{Nobody}}"}"""),
        ["CONT_002"] = async world =>
        {
            await world.ContactAsync(null);
            await world.ContactAsync(null);
        },
        ["CONT_003"] = world => world.ContactAsync(null, "nowhere"),
        ["CONT_007"] = world => world.FaultAsync("contacts.bulkImport", "CONT_007", """{"contacts":[{"email":"dana@acme.example"}]}"""),
        ["CONT_009"] = async world =>
        {
            world.Account.PlanId = null;
            await world.ContactAsync(null);
        },
        ["CONV_001"] = world => world.SendAsync("conversations.get", $$"""{"conversation_id":"{{Nobody}}"}"""),
        ["CONV_002"] = async world => await world.FaultAsync("conversations.markRead", "CONV_002", $$"""{"conversation_id":"{{await world.ConversationAsync()}}"}"""),
        ["CONV_003"] = async world =>
        {
            string conversation = await world.ConversationAsync();
            world.Fake.Recipients.When("dana@acme.example", new Reaction(ReactionKind.Refuse));
            await world.SendAsync("channels.send", $$"""{"channel":"email","conversation_id":"{{conversation}}","body":"Hello"}""");
        },
        ["MSG_001"] = async world =>
        {
            string contact = await world.ContactAsync(null, "dana+fail@acme.example");
            await world.SendAsync("channels.send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"Hello"}""");
        },
        ["MSG_004"] = async world =>
        {
            string message = await world.PendingAsync();
            await world.ApproveAsync(message);
            await world.ApproveAsync(message);
        },
        ["MSG_005"] = world => world.ApproveAsync(Nobody),
        ["MSG_015"] = async world =>
        {
            string message = await world.PendingAsync();
            world.Account.PlanId = null;
            await world.ApproveAsync(message);
        },
        ["AI_001"] = world => world.FaultAsync("ai.generateContent", "AI_001", """{"instructions":"Be brief."}"""),
        ["AI_002"] = world => world.FaultAsync("ai.generateContent", "AI_002", """{"instructions":"Be brief."}"""),
        ["AI_003"] = world => world.FaultAsync("ai.analyzeResponse", "AI_003", """{"text":"Yes!"}"""),
        ["AI_004"] = async world =>
        {
            world.Account.PlanId = null;
            await world.SendAsync("ai.generateContent", """{"instructions":"Be brief."}""");
        },
        ["AI_005"] = world => world.SendAsync("ai.generateContent", """{"instructions":"Say [filtered]."}"""),
        ["DISC_001"] = world => world.FaultAsync("discovery.search", "DISC_001", """{"query":"roasters","sources":["web"]}"""),
        ["DISC_002"] = world => world.SendAsync("discovery.getJob", $$"""{"job_id":"{{Nobody}}"}"""),
        ["DISC_006"] = async world =>
        {
            for (int i = 0; i < 6; i++) await world.SendAsync("discovery.search", """{"query":"roasters","sources":["web"]}""");
        },
        ["DISC_007"] = world => world.SendAsync("discovery.search", """{"query":"x","sources":["web"]}"""),
        ["DISC_008"] = async world =>
        {
            world.Account.PlanId = null;
            await world.SendAsync("discovery.search", """{"query":"roasters","sources":["web"]}""");
        },
        ["HOOK_001"] = async world =>
        {
            world.Fake.Webhooks.Capture().AnswerAlways(401);
            JsonElement webhook = await world.SendAsync("webhooks.create", """{"url":"https://hooks.example/markus","events":["*"]}""");
            await world.SendAsync("webhooks.test", $$"""{"webhook_id":"{{Id(webhook)}}","event":"message.sent"}""");
        },
        ["HOOK_003"] = world => world.SendAsync("webhooks.create", """{"url":"http://hooks.example/markus","events":["*"]}"""),
        ["RATE_001"] = async world =>
        {
            for (int i = 0; i < 21; i++) await world.SendAsync("auth.me");
        },
        ["RATE_002"] = async world =>
        {
            string campaign = await world.CampaignAsync();
            for (int i = 0; i < 30; i++)
            {
                if (i == 15) await world.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
                await world.SendAsync("campaigns.update", $$"""{"campaign_id":"{{campaign}}","name":"Launch"}""");
            }
        },
        ["SERVER_001"] = world => world.FaultAsync("campaigns.list", "SERVER_001"),
        ["SERVER_002"] = world => world.SendAsync("campaigns.create", """{"name":""}"""),
        ["SERVER_003"] = world => world.SendAsync("apiKeys.revoke", $$"""{"api_key_id":"{{Nobody}}"}"""),
        ["SERVER_004"] = world => world.WithRoute("messages.bulkAction", "auth/me").SendAsync("messages.bulkAction", """{"action":"approve"}"""),
        ["SERVER_005"] = world => world.SendAsync("campaigns.list", """{"limit":101}"""),
        ["SERVER_006"] = world => world.FaultAsync("campaigns.list", "SERVER_006"),
        ["SERVER_008"] = world => world.FaultAsync("campaigns.list", "SERVER_008"),
    };

    public static TheoryData<string, int, bool> Catalogue()
    {
        using Stream document = typeof(OutreachFake).Assembly.GetManifestResourceStream("contracts/markus.openapi.json")!;
        using JsonDocument contract = JsonDocument.Parse(document);
        TheoryData<string, int, bool> rows = [];
        foreach ((string code, int http, string reachability) in Entries(contract.RootElement.GetProperty("x-error-code-catalog"))) rows.Add(code, http, reachability == "injected-fault");
        return rows;
    }

    [Fact]
    public void The_catalogue_has_48_codes_of_which_11_need_a_fault()
    {
        TheoryData<string, int, bool> catalogue = Catalogue();
        List<(string Code, int Status, bool IsFault)> rows = [.. catalogue.Select(row => row.Data)];
        rows.Should().HaveCount(48);
        rows.Count(row => row.IsFault).Should().Be(11);
        rows.Select(row => row.Code).Should().BeEquivalentTo(Scenes.Keys);
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public async Task Every_code_arrives_as_its_exception(string code, int status, bool needsFault)
    {
        await using CodeWorld world = await CodeWorld.StartAsync();

        OutreachApiException thrown = (await FluentActions.Awaiting(() => Scenes[code](world)).Should().ThrowAsync<OutreachApiException>()).Which;

        thrown.Code.Value.Should().Be(code);
        ((int)thrown.StatusCode).Should().Be(status);
        thrown.RequestId.Should().MatchRegex("^req_[a-z0-9]{12}$");
        thrown.Should().BeOfType(status switch
        {
            400 => typeof(OutreachValidationException),
            401 => typeof(OutreachAuthenticationException),
            403 => typeof(OutreachPermissionException),
            404 => typeof(OutreachNotFoundException),
            409 => typeof(OutreachConflictException),
            429 => typeof(OutreachRateLimitException),
            _ => typeof(OutreachApiException),
        });
        world.Fake.Faults.Armed.Should().HaveCount(needsFault ? 1 : 0);
    }

    private static IEnumerable<(string Code, int Http, string Reachability)> Entries(JsonElement catalogue)
        => catalogue.ValueKind == JsonValueKind.Object
            ? catalogue.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetProperty("http").GetInt32(), entry.Value.GetProperty("reachability").GetString()!))
            : catalogue.EnumerateArray().Select(entry => (entry.GetProperty("code").GetString()!, entry.GetProperty("http").GetInt32(), entry.GetProperty("reachability").GetString()!));

    private static string Id(JsonElement answer) => answer.GetProperty("data").GetProperty("id").GetString()!;

    /// <summary>A world with its documented limits, called through the client, which repeats nothing.</summary>
    private sealed class CodeWorld : IAsyncDisposable
    {
        private readonly OutreachClient _client;

        private CodeWorld(OutreachFake fake, Action<OutreachClientOptions>? configure = null)
        {
            Fake = fake;
            _client = fake.CreateClient(options =>
            {
                options.MaxRetries = 0;
                configure?.Invoke(options);
            });
        }

        public OutreachFake Fake { get; }

        public FakeServer.Markus.MarkusAccount Account => Fake.Markus.Account;

        public static async Task<CodeWorld> StartAsync() => new(await OutreachFake.StartAsync());

        public CodeWorld WithKey(string key) => new(Fake, options => options.Markus.ApiKey = key);

        public CodeWorld WithRoute(string operation, string path) => new(Fake, options => options.Markus.Routes[operation] = path);

        public async Task<JsonElement> SendAsync(string operation, string arguments = "{}")
        {
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(arguments));
            return await _client.Markus.SendAsync(operation, document.RootElement);
        }

        public Task FaultAsync(string operation, string code, string arguments = "{}")
        {
            Fake.Faults.Add("markus." + operation, FaultEffect.Error(code));
            return SendAsync(operation, arguments);
        }

        public async Task<string> CampaignAsync() => Id(await SendAsync("campaigns.create", Campaign));

        public async Task<string> ContactAsync(string? campaign, string email = "dana@acme.example")
            => Id(await SendAsync("contacts.create", campaign is null ? $$"""{"email":"{{email}}"}""" : $$"""{"email":"{{email}}","campaign_id":"{{campaign}}"}"""));

        public Task<JsonElement> StatusAsync(string campaign, string status) => SendAsync("campaigns.update", $$"""{"campaign_id":"{{campaign}}","status":"{{status}}"}""");

        public Task<JsonElement> ApproveAsync(string message) => SendAsync("messages.approve", $$"""{"message_id":"{{message}}"}""");

        public async Task<string> PendingAsync()
        {
            string campaign = await CampaignAsync();
            await ContactAsync(campaign);
            await StatusAsync(campaign, "active");
            return (await SendAsync("messages.listPending")).GetProperty("data")[0].GetProperty("id").GetString()!;
        }

        public async Task<string> ConversationAsync()
        {
            string contact = await ContactAsync(null);
            JsonElement sent = await SendAsync("channels.send", $$"""{"channel":"email","contact_id":"{{contact}}","subject":"Hi","body":"Hello"}""");
            return sent.GetProperty("data").GetProperty("conversation_id").GetString()!;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await Fake.DisposeAsync();
        }
    }
}
