using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Setup;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<OutreachClientOptions>> Wrong => new()
    {
        { "No API has a key", o => o.Markus.ApiKey = null },
        { "Markus.ApiKey", o => o.Markus.ApiKey = "secret\n" },
        { "Reachkit.ApiKey", o => o.Reachkit.ApiKey = "" },
        { "Crm.BaseAddress is required", o => o.Crm.ApiKey = "secret" },
        { "exclude each other", o => { o.Crm.ApiKey = "secret"; o.Crm.BaseAddress = new("https://crm.test"); o.Crm.TokenProvider = _ => ValueTask.FromResult("secret"); } },
        { "Markus.BaseAddress", o => o.Markus.BaseAddress = new("ftp://x") },
        { "Markus.BaseAddress", o => o.Markus.BaseAddress = new("relative", UriKind.Relative) },
        { "Markus.BaseAddress", o => o.Markus.BaseAddress = new("https://user:secret@x/") },
        { "Markus.BaseAddress", o => o.Markus.BaseAddress = new("https://x/?a=1") },
        { "Routes[\"campaigns.nothing\"]", o => o.Markus.Routes["campaigns.nothing"] = "x" },
        { "parameters of", o => o.Markus.Routes["campaigns.get"] = "campaigns" },
        { "parameters of", o => o.Markus.Routes["campaigns.get"] = "campaigns/{id}" },
        { "relative path", o => o.Markus.Routes["credits.balance"] = "/credits" },
        { "relative path", o => o.Markus.Routes["credits.balance"] = "../credits" },
        { "MaxRetries", o => o.MaxRetries = -1 },
        { "BaseDelay", o => o.BaseDelay = TimeSpan.FromSeconds(-1) },
        { "MaxRetryDelay", o => o.MaxRetryDelay = TimeSpan.FromSeconds(-1) },
        { "AttemptTimeout", o => o.AttemptTimeout = TimeSpan.Zero },
        { "MaxResponseSize", o => o.MaxResponseSize = 0 },
        { "TimeProvider", o => o.TimeProvider = null! },
        { "Jitter", o => o.Jitter = null! },
        { "KeyPlacement", o => { o.Reachkit.ApiKey = "k"; o.Reachkit.KeyPlacement = (ReachkitKeyPlacement)9; } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_options_are_refused_at_construction(string problem, Action<OutreachClientOptions> change)
    {
        OutreachClientOptions options = Clients.Options(TimeProvider.System);
        change(options);

        FluentActions.Invoking(() => new OutreachClient(options)).Should().Throw<ArgumentException>().WithMessage($"*{problem}*").Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void What_is_null_is_named()
    {
        OutreachClientOptions options = Clients.Options(TimeProvider.System);

        FluentActions.Invoking(() => new OutreachClient((string)null!)).Should().Throw<ArgumentNullException>().WithParameterName("key");
        FluentActions.Invoking(() => new OutreachClient((OutreachClientOptions)null!)).Should().Throw<ArgumentNullException>().WithParameterName("options");
        FluentActions.Invoking(() => new OutreachClient(options, (HttpMessageHandler)null!)).Should().Throw<ArgumentNullException>().WithParameterName("handler");
        FluentActions.Invoking(() => new OutreachClient(options, (HttpClient)null!)).Should().Throw<ArgumentNullException>().WithParameterName("httpClient");
    }

    [Theory]
    [InlineData("https://crm.test")]
    [InlineData("https://crm.test/")]
    [InlineData("https://crm.test/api/v1")]
    [InlineData("https://crm.test/api/v1/")]
    public async Task Crm_takes_its_root_or_its_API_path(string address)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":[]}"""));
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Crm.ApiKey = "k";
            options.Crm.BaseAddress = new Uri(address);
        });

        await client.Crm.Campaigns.ListAsync(new() { TenantId = "t1" });

        handler.Sent.Should().ContainSingle().Which.Uri.AbsoluteUri.Should().StartWith("https://crm.test/api/v1/campaigns?");
    }

    [Fact]
    public async Task A_route_override_takes_the_place_of_the_contracts_path()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time, options => options.Markus.Routes["campaigns.get"] = "v2/{campaign_id}/campaign");

        await client.Markus.Campaigns.GetAsync("a b");

        handler.Sent.Should().ContainSingle().Which.Uri.AbsoluteUri.Should().Be("https://markusai.dev/api/v1/v2/a%20b/campaign");
    }

    [Fact]
    public async Task A_route_override_may_name_the_parameters_in_another_order()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":{"id":"l1"}}"""));
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Reachkit.ApiKey = "k";
            options.Reachkit.Routes["leads.get"] = "leads/{lead_id}/of/{campaign_id}";
        });

        await client.Reachkit.Leads.GetAsync("c1", "l1");

        handler.Sent.Should().ContainSingle().Which.Uri.AbsolutePath.Should().Be("/leads/l1/of/c1");
    }

    [Fact]
    public async Task Options_are_copied()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        OutreachClientOptions options = Clients.Options(time);
        using OutreachClient client = new(options, handler);

        options.Markus.ApiKey = "mk_other";
        options.Markus.BaseAddress = new Uri("https://other.test");
        await client.Markus.Campaigns.GetAsync("c1");

        handler.Sent.Should().ContainSingle().Which.Should().Match<SentRequest>(sent => sent.Uri.Host == "markusai.dev" && sent.Headers["Authorization"].EndsWith("12"));
    }

    [Fact]
    public void A_client_can_be_mocked() => new Mocked().Markus.Should().NotBeNull();

    private sealed class Mocked : OutreachClient
    {
        public override Sdk.Markus.MarkusClient Markus { get; } = new MockedMarkus();
    }

    private sealed class MockedMarkus : Sdk.Markus.MarkusClient;
}
