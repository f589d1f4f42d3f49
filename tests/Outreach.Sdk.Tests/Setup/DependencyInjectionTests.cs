using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Setup;

public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task A_section_sets_up_the_client_and_each_API_has_its_own_HttpClient()
    {
        StubHandler markus = new(TimeProvider.System, Answers.Ok), mailmark = new(TimeProvider.System, Answers.Json(200, "[]"));
        ServiceCollection services = new();
        OutreachBuilder builder = services.AddOutreach(Section(new()
        {
            ["Outreach:MaxRetries"] = "1",
            ["Outreach:AttemptTimeout"] = "00:00:05",
            ["Outreach:Markus:ApiKey"] = "mk_live_a",
            ["Outreach:Markus:BaseAddress"] = "https://markus.test/v9",
            ["Outreach:Markus:Routes:campaigns.get"] = "c/{campaign_id}",
            ["Outreach:Mailmark:ApiKey"] = "dm_live_a",
            ["Outreach:Reachkit:ApiKey"] = "r",
            ["Outreach:Reachkit:KeyPlacement"] = "Header",
        }));
        builder.Markus.ConfigurePrimaryHttpMessageHandler(() => markus);
        builder.Mailmark.ConfigurePrimaryHttpMessageHandler(() => mailmark);
        await using ServiceProvider provider = services.BuildServiceProvider();

        OutreachClient client = provider.GetRequiredService<OutreachClient>();
        await client.Markus.Campaigns.GetAsync("c1");
        await client.Mailmark.Mailboxes.ListAsync();

        markus.Sent.Should().ContainSingle().Which.Uri.AbsoluteUri.Should().Be("https://markus.test/v9/c/c1");
        mailmark.Sent.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer dm_live_a");
        OutreachClientOptions options = provider.GetRequiredService<IOptions<OutreachClientOptions>>().Value;
        options.MaxRetries.Should().Be(1);
        options.AttemptTimeout.Should().Be(TimeSpan.FromSeconds(5));
        options.Reachkit.KeyPlacement.Should().Be(ReachkitKeyPlacement.Header);
        provider.GetRequiredService<OutreachClient>().Should().BeSameAs(client);
    }

    [Fact]
    public async Task Several_accounts_live_side_by_side()
    {
        StubHandler a = new(TimeProvider.System, Answers.Ok), b = new(TimeProvider.System, Answers.Ok);
        ServiceCollection services = new();
        services.AddOutreach("a", o => o.Markus.ApiKey = "mk_a").Markus.ConfigurePrimaryHttpMessageHandler(() => a);
        services.AddOutreach("b", Section(new() { ["Outreach:Markus:ApiKey"] = "mk_b" })).Markus.ConfigurePrimaryHttpMessageHandler(() => b);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<OutreachClient>("a").Markus.Campaigns.GetAsync("c1");
        await provider.GetRequiredKeyedService<OutreachClient>("b").Markus.Campaigns.GetAsync("c1");

        a.Sent.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer mk_a");
        b.Sent.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer mk_b");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_apps_default_resilience_does_not_repeat_what_must_not_happen_twice(bool defaultsFirst)
    {
        StubHandler markus = new(TimeProvider.System, Answers.Error(500, "SERVER_001"));
        ServiceCollection services = new();
        Action defaults = () => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new ResilienceHandler()));
        if (defaultsFirst) defaults();
        services.AddOutreach(o => o.Markus.ApiKey = "mk_a").Markus.ConfigurePrimaryHttpMessageHandler(() => markus);
        if (!defaultsFirst) defaults();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Func<Task> create = () => provider.GetRequiredService<OutreachClient>().Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom });

        await create.Should().ThrowAsync<OutreachApiException>();
        markus.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_handler_that_is_added_on_purpose_stays()
    {
        StubHandler markus = new(TimeProvider.System, Answers.Error(404, "CAMP_001"));
        ServiceCollection services = new();
        services.AddOutreach(o => o.Markus.ApiKey = "mk_a").Markus.ConfigurePrimaryHttpMessageHandler(() => markus).AddHttpMessageHandler(() => new ResilienceHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();

        await FluentActions.Awaiting(() => provider.GetRequiredService<OutreachClient>().Markus.Campaigns.GetAsync("c1")).Should().ThrowAsync<OutreachNotFoundException>();

        markus.Sent.Should().HaveCount(2);
    }

    [Fact]
    public void Wrong_options_stop_the_start()
    {
        ServiceCollection services = new();
        services.AddOutreach(Section(new() { ["Outreach:Markus:ApiKey"] = "secret secret" }));
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>()
            .WithMessage("*Markus.ApiKey*").Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void Nothing_configured_stops_the_start()
    {
        ServiceCollection services = new();
        services.AddOutreach(Section([]));
        using ServiceProvider provider = services.BuildServiceProvider();

        FluentActions.Invoking(() => provider.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage("*No API has a key*");
    }

    private static IConfigurationSection Section(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Outreach");
}
