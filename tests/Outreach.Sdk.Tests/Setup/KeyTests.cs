using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Setup;

public sealed class KeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("mk_live_secret\n")]
    [InlineData("mk_live_secret\r\nX-Evil: 1")]
    [InlineData("mk_live_se cret")]
    [InlineData("mk_live_secrét")]
    [InlineData("mk_live_secret\0")]
    [InlineData("rk_secret")]
    [InlineData("sk-secret")]
    [InlineData("secret.secret")]
    public void A_bad_or_unknown_key_is_refused_without_being_shown(string key)
        => FluentActions.Invoking(() => new OutreachClient(key)).Should().Throw<ArgumentException>()
            .Which.ToString().Should().NotContainAny("secret", "secrét", "X-Evil");

    [Fact]
    public void An_unknown_form_names_the_way_out()
        => FluentActions.Invoking(() => new OutreachClient("opaque")).Should().Throw<ArgumentException>().WithMessage("*new OutreachClient(new OutreachClientOptions*Reachkit*");

    [Fact]
    public void A_JWT_points_to_the_base_address_of_Crm()
        => FluentActions.Invoking(() => new OutreachClient("eyJhbGciOi.eyJzdWIi.c2VjcmV0")).Should().Throw<ArgumentException>().WithMessage("*Crm*BaseAddress*").Which.Message.Should().NotContain("eyJ");

    [Fact]
    public void The_keys_form_names_the_API()
    {
        using OutreachClient markus = new("mk_live_abc");
        using OutreachClient mailmark = new("dm_live_abc");

        markus.Markus.Should().NotBeNull();
        mailmark.Mailmark.Should().NotBeNull();
        FluentActions.Invoking(() => markus.Mailmark).Should().Throw<InvalidOperationException>().WithMessage("*Mailmark.ApiKey*");
        FluentActions.Invoking(() => markus.Reachkit).Should().Throw<InvalidOperationException>().WithMessage("*Reachkit.ApiKey*");
        FluentActions.Invoking(() => markus.Crm).Should().Throw<InvalidOperationException>().WithMessage("*Crm.ApiKey*BaseAddress*");
    }

    [Fact]
    public void No_display_shows_a_key()
    {
        OutreachClientOptions options = Clients.Options(TimeProvider.System);
        using OutreachClient client = new(options);

        string.Join(' ', client.ToString(), options.ToString(), options.Markus.ToString(), new Credential(Clients.MarkusKey).ToString()).Should().Contain("Markus").And.NotContain("secret");
    }

    [Fact]
    public void What_is_created_with_a_secret_does_not_print_it()
    {
        CreatedApiKey key = new() { Name = "CI", KeyPrefix = "mk_live_abcd", Key = Clients.MarkusKey };
        CreatedWebhookEndpoint endpoint = new() { Url = "https://app.example/hooks", Secret = "whsec_secret" };

        key.ToString().Should().Contain("mk_live_abcd").And.NotContain("secret");
        endpoint.ToString().Should().Contain("https://app.example/hooks").And.NotContain("whsec_secret");
    }

    [Fact]
    public async Task A_key_that_the_service_repeats_in_its_error_is_masked()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(401, $$$"""{"error":{"code":"APIKEY_001","message":"No such key: {{{Clients.MarkusKey}}}.","details":[{"field":"key","message":"{{{Clients.MarkusKey}}} is unknown"}]}}"""));
        using OutreachClient client = Clients.On(handler, time);

        OutreachAuthenticationException thrown = (await FluentActions.Awaiting(() => client.Markus.Auth.MeAsync()).Should().ThrowAsync<OutreachAuthenticationException>()).Which;

        thrown.ToString().Should().Contain("No such key: ***").And.NotContain("secret");
        thrown.Text.Should().Be("No such key: ***.");
    }

    [Theory]
    [InlineData("k234567", ReachkitKeyPlacement.Bearer, "No such key: k234567.")]
    [InlineData("k2345678", ReachkitKeyPlacement.Bearer, "No such key: ***.")]
    [InlineData("k2345678", ReachkitKeyPlacement.Header, "No such key: ***.")]
    [InlineData("k+34/678=", ReachkitKeyPlacement.Query, "No such key: ***.")]
    public async Task A_key_is_masked_wherever_it_travels_unless_its_letters_may_stand_in_any_text(string key, ReachkitKeyPlacement placement, string text)
    {
        VirtualTime time = new();
        using OutreachClient client = Clients.On(new StubHandler(time, Answers.Json(401, $$"""{"error":"No such key: {{key}}."}""")), time, options => (options.Reachkit.ApiKey, options.Reachkit.KeyPlacement) = (key, placement));

        (await FluentActions.Awaiting(() => client.Reachkit.Campaigns.ListAsync()).Should().ThrowAsync<OutreachAuthenticationException>()).Which.Text.Should().Be(text);
    }

    [Fact]
    public async Task A_key_goes_to_its_own_API_only()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":[],"success":true}"""));
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Reachkit.ApiKey = "reachkit-key";
            options.Crm.ApiKey = "crm-key";
            options.Crm.BaseAddress = new Uri("https://crm.test");
            options.Crm.TenantId = "t1";
        });

        await client.Markus.Campaigns.ListAsync();
        await client.Reachkit.Campaigns.ListAsync();
        await client.Crm.Campaigns.ListAsync();

        handler.Sent.Select(sent => (sent.Uri.Host, sent.Headers["Authorization"])).Should().Equal(
            ("markusai.dev", "Bearer " + Clients.MarkusKey), ("reachkit.ai", "Bearer reachkit-key"), ("crm.test", "Bearer crm-key"));
    }

    [Theory]
    [InlineData(ReachkitKeyPlacement.Bearer)]
    [InlineData(ReachkitKeyPlacement.Header)]
    [InlineData(ReachkitKeyPlacement.Query)]
    public async Task Reachkits_key_travels_where_the_option_says(ReachkitKeyPlacement placement)
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":[]}"""));
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Reachkit.ApiKey = "a+b/c";
            options.Reachkit.KeyPlacement = placement;
        });

        await client.Reachkit.Campaigns.ListAsync(new() { Page = 2 });
        await client.Reachkit.Inboxes.ListAsync();

        foreach (SentRequest sent in handler.Sent)
        {
            sent.Headers.ContainsKey("Authorization").Should().Be(placement == ReachkitKeyPlacement.Bearer);
            sent.Headers.GetValueOrDefault("X-API-Key").Should().Be(placement == ReachkitKeyPlacement.Header ? "a+b/c" : null);
        }

        bool isInQuery = placement == ReachkitKeyPlacement.Query;
        handler.Sent.Select(sent => sent.Uri.Query).Should().Equal(isInQuery ? ["?page=2&api_key=a%2Bb%2Fc", "?api_key=a%2Bb%2Fc"] : ["?page=2", ""]);
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_once_more_after_a_401()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Json(200, """{"data":[]}"""), Answers.Error(401, "UNAUTHORIZED"), Answers.Json(200, """{"data":[]}"""), Answers.Error(401, "UNAUTHORIZED"));
        int asked = 0;
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Crm.BaseAddress = new Uri("https://crm.test/api/v1");
            options.Crm.TokenProvider = _ => ValueTask.FromResult($"token{++asked}");
            options.Crm.TenantId = "t1";
        });

        await client.Crm.Campaigns.ListAsync();
        await client.Crm.Campaigns.ListAsync();
        await FluentActions.Awaiting(() => client.Crm.Campaigns.ListAsync()).Should().ThrowAsync<OutreachAuthenticationException>();

        handler.Sent.Select(sent => sent.Headers["Authorization"]).Should().Equal("Bearer token1", "Bearer token1", "Bearer token2", "Bearer token2", "Bearer token3");
    }

    [Fact]
    public async Task A_late_401_for_the_old_token_does_not_cost_the_new_one()
    {
        VirtualTime time = new();
        TaskCompletionSource late = new();
        Func<CancellationToken, Task<HttpResponseMessage>> refused = Answers.Error(401, "UNAUTHORIZED");
        Func<CancellationToken, Task<HttpResponseMessage>> ok = Answers.Json(200, """{"data":[]}""");
        StubHandler handler = new(time, ok, async token => { await late.Task; return await refused(token); }, refused, ok);
        int asked = 0;
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Crm.BaseAddress = new Uri("https://crm.test/api/v1");
            options.Crm.TokenProvider = _ => ValueTask.FromResult($"token{++asked}");
            options.Crm.TenantId = "t1";
        });
        await client.Crm.Campaigns.ListAsync();

        Task slow = client.Crm.Campaigns.ListAsync();
        await client.Crm.Campaigns.ListAsync();
        late.SetResult();
        await slow;

        handler.Sent.Select(sent => sent.Headers["Authorization"]).Should().Equal("Bearer token1", "Bearer token1", "Bearer token1", "Bearer token2", "Bearer token2");
        asked.Should().Be(2);
    }

    [Fact]
    public async Task A_token_with_line_breaks_is_not_sent()
    {
        VirtualTime time = new();
        StubHandler handler = new(time, Answers.Ok);
        using OutreachClient client = Clients.On(handler, time, options =>
        {
            options.Crm.BaseAddress = new Uri("https://crm.test");
            options.Crm.TokenProvider = _ => ValueTask.FromResult("secret\r\nX-Evil: 1");
            options.Crm.TenantId = "t1";
        });

        (await FluentActions.Awaiting(() => client.Crm.Campaigns.ListAsync()).Should().ThrowAsync<InvalidOperationException>()).Which.Message.Should().NotContain("secret");
        handler.Sent.Should().BeEmpty();
    }
}
