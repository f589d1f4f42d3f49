using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>The same calls in the process and over a socket, in two worlds of one seed.</summary>
public sealed class WireTests
{
    private static readonly string[] Ignored = ["Date", "Transfer-Encoding", "Connection", "Keep-Alive", "Content-Length"];

    public static TheoryData<string, string, string, string?> Calls => new()
    {
        { "markus", "GET", "markus/api/v1/auth/me", null },
        { "markus", "GET", "markus/api/v1/campaigns?page=1&per_page=5", null },
        { "markus", "POST", "markus/api/v1/campaigns", """{"name":"Q1 Zoë","objective_type":"product_promotion"}""" },
        { "markus", "POST", "markus/api/v1/campaigns", """{"name":7}""" },
        { "markus", "POST", "markus/api/v1/campaigns", """{"name":""" },
        { "markus", "GET", "markus/api/v1/campaigns/..%2fcontacts", null },
        { "markus", "DELETE", "markus/api/v1/campaigns/00000000-0000-4000-8000-000000000000", null },
        { "markus", "PUT", "markus/api/v1/campaigns", "{}" },
        { "markus", "GET", "markus/api/v1/nothing/here", null },
        { "markus", "GET", "api/v1/auth/me", null },
        { "reachkit", "GET", "reachkit/api/v1/campaigns", null },
        { "reachkit", "POST", "reachkit/api/v1/campaigns", """{"name":"Launch"}""" },
        { "reachkit", "GET", "reachkit/api/v1/inboxes?page_size=2", null },
        { "reachkit", "GET", "reachkit/api/v1/leads/nope", null },
        { "mailmark", "GET", "mailmark/v1/mailboxes", null },
        { "mailmark", "POST", "mailmark/v1/contacts", """{"contacts":[{"email":"dana@acme.example","name":"Dana"}]}""" },
        { "mailmark", "GET", "mailmark/v1/emails?mailbox=hello%40acme.dev", null },
        { "mailmark", "OPTIONS", "mailmark/v1/mailboxes", null },
        { "mailmark", "HEAD", "mailmark/v1/mailboxes", null },
        { "crm", "GET", "crm/api/v1/customers?tenantId=tenant_123&take=3", null },
        { "crm", "POST", "crm/api/v1/customers", """{"tenantId":"tenant_123","email":"dana@acme.example"}""" },
        { "crm", "POST", "crm/api/v1/graphql", """{"query":"{ __typename }"}""" },
        { "crm", "PATCH", "crm/api/v1/customers/x", """{"firstName":null}""" },
        { "none", "GET", "markus/api/v1/campaigns", null },
        { "none", "GET", "crm/api/v1/customers", null },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Handler_and_socket_give_the_same_status_headers_and_bytes(string api, string method, string path, string? body)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { World = new FakeOptions { ClockMode = ClockMode.Manual } });
        using HttpClient inProcess = new(fake.CreateHandler()) { BaseAddress = OutreachFake.BaseAddress };
        using HttpClient overSocket = new() { BaseAddress = host.Address };

        string here = await SendAsync(inProcess, fake, api, method, path, body);
        string there = await SendAsync(overSocket, host.Fake, api, method, path, body);

        there.Should().Be(here);
        here.Should().NotStartWith("500");
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("refuse")]
    [InlineData("cut")]
    public async Task A_broken_connection_breaks_over_a_socket_too(string kind)
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        FaultEffect effect = kind switch { "drop" => FaultEffect.Drop(), "refuse" => FaultEffect.Refuse(), _ => FaultEffect.CutBody() };
        host.Fake.Faults.Add("markus.auth.me", effect);
        using HttpClient client = new() { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Fake.Markus.ApiKey);

        Func<Task> call = () => client.GetStringAsync("markus/api/v1/auth/me");

        await call.Should().ThrowAsync<HttpRequestException>();
        (await client.GetAsync("markus/api/v1/auth/me")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Half_of_a_cut_body_arrives_under_its_full_length()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        host.Fake.Faults.Add("markus.auth.me", FaultEffect.CutBody());
        using TcpClient tcp = new();
        await tcp.ConnectAsync(host.Address.Host, host.Address.Port);
        NetworkStream stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /markus/api/v1/auth/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {host.Fake.Markus.ApiKey}\r\n\r\n"));

        StringBuilder got = new();
        byte[] buffer = new byte[8192];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and int read) got.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // A reset ends it as well as a close.
        }

        string[] parts = got.ToString().Split("\r\n\r\n", 2);
        int length = int.Parse(parts[0].Split("Content-Length: ")[1].Split("\r\n")[0], null);
        parts[1].Length.Should().Be(length / 2);
    }

    public static TheoryData<OutreachFakeHostOptions, string> Misfits => new()
    {
        { new() { Port = 70000 }, "Port: 70000 is not from 0 to 65535.*" },
        { new() { MaxWorlds = 0 }, "MaxWorlds: 0 is below 1.*" },
        { new() { WorldIdle = TimeSpan.Zero }, "WorldIdle: 00:00:00 is no time to wait.*" },
        { new() { StateFile = "" }, "StateFile: the path is empty.*" },
        { new() { FixturesFile = " " }, "FixturesFile: the path is empty.*" },
        { new() { World = new() { Speed = 0 } }, "Speed: 0 is not from 0.001 to 1000000.*" },
    };

    [Theory]
    [MemberData(nameof(Misfits), DisableDiscoveryEnumeration = true)]
    public async Task An_option_of_the_host_that_is_out_of_bounds_is_named(OutreachFakeHostOptions options, string message)
    {
        Func<Task> start = () => OutreachFakeHost.StartAsync(options);

        await start.Should().ThrowAsync<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("contentType")]
    public async Task An_answer_without_a_body_has_none_to_spoil(string kind)
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        using HttpClient client = new() { BaseAddress = host.Address };
        host.Fake.Faults.Add("*", kind == "garbage" ? FaultEffect.Garbage() : FaultEffect.ContentType("text/html"));

        using HttpResponseMessage answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "mailmark/v1/mailboxes"));

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_before_it_is_read()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { World = new FakeOptions { MaxRequestBody = 1000 } });
        using HttpClient client = new() { BaseAddress = host.Address };

        using HttpResponseMessage declared = await client.PostAsync("markus/api/v1/campaigns", new ByteArrayContent(new byte[2000]));
        using HttpRequestMessage chunked = new(HttpMethod.Post, "markus/api/v1/campaigns") { Content = new ByteArrayContent(new byte[2000]) };
        chunked.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage undeclared = await client.SendAsync(chunked);

        declared.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        undeclared.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.Created)]
    [InlineData(1001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_be_as_long_as_the_limit_and_no_byte_longer(int length, HttpStatusCode status)
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { World = new FakeOptions { MaxRequestBody = 1000 } });
        using HttpClient client = new() { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", host.Fake.Markus.ApiKey);
        foreach (bool isChunked in new[] { false, true })
        {
            string body = $$"""{"name":"Q1 {{isChunked}}","objective_type":"product_promotion"}""".PadRight(length);
            using HttpRequestMessage request = new(HttpMethod.Post, "markus/api/v1/campaigns") { Content = new StringContent(body, Encoding.ASCII, "application/json") };
            request.Headers.TransferEncodingChunked = isChunked;

            using HttpResponseMessage response = await client.SendAsync(request);

            response.StatusCode.Should().Be(status, isChunked ? "chunked" : "of a declared length");
        }
    }

    [Theory]
    [InlineData("/markus/api/v1/campaigns?page=2", "/api/v1/campaigns", "page=2")]
    [InlineData("http://fake.test/markus/api/v1/campaigns?page=2", "/api/v1/campaigns", "page=2")]
    [InlineData("http://fake.test/markus/api/v1/campaigns/%2E%2E/a%2fb%41?x=%2e", "/api/v1/campaigns/%2E%2E/a%2fb%41", "x=%2e")]
    [InlineData("/markus/api/v1/campaigns/%2E%2E/a%2fb%41?x=%2e", "/api/v1/campaigns/%2E%2E/a%2fb%41", "x=%2e")]
    [InlineData("http://fake.test", "/", "")]
    [InlineData("http://fake.test?x=1", "/", "x=1")]
    public async Task A_target_counts_as_it_stands_on_the_wire_in_either_form(string target, string path, string query)
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();

        await AskAsync(host.Address, target);

        JournalEntry entry = host.Fake.Journal.Should().ContainSingle().Subject;
        (entry.Path, entry.Query).Should().Be((path, query));
    }

    [Theory]
    [InlineData("/ou ter/markus/api/v1/auth/me")]
    [InlineData("/OU%20TER/markus/api/v1/auth/me")]
    [InlineData("http://fake.test/ou%20ter/markus/api/v1/auth/me")]
    [InlineData("/ou%20t%65r/markus/api/v1/auth/me")]
    [InlineData("/markus/api/v1/auth/me", true)]
    public async Task Below_a_path_of_an_app_the_rest_counts(string target, bool isTakenAway = false)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();
        if (isTakenAway) app.Use(BehindAProxy).UseOutreachFake(fake);
        else app.Map("/ou ter", below => below.UseOutreachFake(fake));
        await app.StartAsync();

        await AskAsync(new Uri(app.Urls.First()), target.Replace(" ", "%20", StringComparison.Ordinal));

        fake.Journal.Should().ContainSingle().Which.Operation.Should().Be("markus.auth.me");

        // A proxy that took the path base away and says so, as X-Forwarded-Prefix does.
        static Task BehindAProxy(HttpContext context, RequestDelegate next)
        {
            context.Request.PathBase = "/ou ter";
            return next(context);
        }
    }

    [Theory]
    [InlineData("api.mailmark.dev")]
    [InlineData("API.Mailmark.DEV")]
    public async Task A_live_host_in_the_Host_header_names_the_API(string name)
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        using HttpClient client = new() { BaseAddress = host.Address };

        (await SendAsync("v1/mailboxes", host.Fake.Mailmark.ApiKey)).Should().Be(HttpStatusCode.OK);
        (await SendAsync("nothing/that/tells/the/api", "nor-does-this")).Should().Be(HttpStatusCode.NotFound);

        host.Fake.Journal.Select(entry => entry.Api).Should().Equal("mailmark", "mailmark");

        async Task<HttpStatusCode> SendAsync(string path, string key)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.Host = name;
            request.Headers.Authorization = new("Bearer", key);
            using HttpResponseMessage response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Each_call_has_the_headers_that_it_came_with_however_alike_they_are()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        using HttpClient client = new() { BaseAddress = host.Address };
        string?[] traces = ["a", "a", "b", null, "b", "b, c", "a"];
        foreach (string? trace in traces)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "v1/mailboxes");
            request.Headers.Host = trace is null ? "www.markusai.dev" : "api.mailmark.dev";
            foreach (string part in trace?.Split(", ") ?? []) request.Headers.Add("X-Trace", part);
            (await client.SendAsync(request)).Dispose();
        }

        host.Fake.Journal.Select(entry => string.Join(", ", entry.RequestHeaders.Where(header => header.Key == "X-Trace").Select(header => header.Value)))
            .Should().Equal(traces.Select(trace => trace ?? ""));
        host.Fake.Journal.Select(entry => entry.Api).Should().Equal(traces.Select(trace => trace is null ? "markus" : "mailmark"));
    }

    /// <summary>Sends a target that HttpClient would tidy up, and waits for the end of the answer.</summary>
    private static async Task AskAsync(Uri address, string target)
    {
        using TcpClient tcp = new();
        await tcp.ConnectAsync(address.Host, address.Port);
        NetworkStream stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: fake.test\r\nConnection: close\r\n\r\n"));
        await stream.CopyToAsync(Stream.Null);
    }

    private static async Task<string> SendAsync(HttpClient client, OutreachFake fake, string api, string method, string path, string? body)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (api != "none") request.Headers.Authorization = new("Bearer", fake.CreateKey(api));
        using HttpResponseMessage response = await client.SendAsync(request);
        IEnumerable<string> headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !Ignored.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{Convert.ToHexString(await response.Content.ReadAsByteArrayAsync())}\n{await response.Content.ReadAsStringAsync()}";
    }
}
