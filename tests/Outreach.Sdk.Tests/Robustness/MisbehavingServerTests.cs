using System.IO.Compression;
using System.Text;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

public sealed class MisbehavingServerTests
{
    private const string Payload = """{"success":true,"data":{"id":"1","name":"key","scopes":["*"]}}""";

    public static TheoryData<string, string> Broken => new()
    {
        { "closes without a byte", "" },
        { "closes within the status line", "HTTP/1.1 20" },
        { "closes within the headers", "HTTP/1.1 200 OK\r\nContent-Type: applic" },
        { "closes within the body", $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Payload.Length}\r\n\r\n{Payload[..20]}" },
        { "promises more than it sends", $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Payload.Length + 50}\r\n\r\n{Payload}" },
        { "closes within a chunk", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"success\":true" },
        { "sends a chunk size that is none", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}" },
        { "speaks another protocol", "SSH-2.0-OpenSSH_9.6\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_server_that_breaks_off_gives_a_connection_exception_after_the_retries(string how, string bytes)
    {
        await using RawServer server = RawServer.Sending(bytes);
        VirtualTime time = new();
        using OutreachClient client = ClientOf(server, time);

        Func<Task> call = () => time.RunAsync(client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken));

        (await call.Should().ThrowAsync<OutreachException>(how)).Which.Should().Match(e => e is OutreachConnectionException || e is OutreachResponseException);
        server.Requests.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_create_is_sent_once_to_a_server_that_breaks_off()
    {
        await using RawServer server = RawServer.Sending("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"succ");
        VirtualTime time = new();
        using OutreachClient client = ClientOf(server, time);

        Func<Task> call = () => time.RunAsync(client.Markus.Campaigns.CreateAsync(new() { Name = "x", ObjectiveType = ObjectiveType.Custom }, cancellationToken: TestContext.Current.CancellationToken));

        await call.Should().ThrowAsync<OutreachConnectionException>();
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_must_not_happen_twice_is_sent_once_with_or_without_a_body_when_the_connection_closes_at_once(bool withBody)
    {
        await using RawServer server = RawServer.Sending("");
        VirtualTime time = new();
        using OutreachClient client = ClientOf(server, time);
        CancellationToken token = TestContext.Current.CancellationToken;

        Func<Task> call = withBody
            ? () => time.RunAsync(client.Markus.Campaigns.CreateAsync(new() { Name = "x", ObjectiveType = ObjectiveType.Custom }, cancellationToken: token))
            : () => time.RunAsync(client.Markus.Messages.RetryAsync("7d3c2f0e-5b1a-4c8e-9f47-2a6b8c1d0e11", cancellationToken: token));

        await call.Should().ThrowAsync<OutreachConnectionException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_at_the_attempts_timeout()
    {
        await using RawServer server = new(static (_, token) => Task.Delay(Timeout.Infinite, token));
        VirtualTime time = new();
        using OutreachClient client = ClientOf(server, time, options => (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(30), 0));

        Task<AuthInfo> call = client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await server.Asked;
        Func<Task> wait = () => time.RunAsync(call);

        (await wait.Should().ThrowAsync<OutreachConnectionException>()).Which.IsTimeout.Should().BeTrue();
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_server_that_drips_is_left_at_the_attempts_timeout_however_long_it_would_drip()
    {
        using SemaphoreSlim drop = new(0);
        await using RawServer server = new(async (stream, token) =>
        {
            await RawServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n", token);
            while (true)
            {
                await RawServer.WriteAsync(stream, " ", token);
                await drop.WaitAsync(token);
            }
        });
        VirtualTime time = new();
        using OutreachClient client = ClientOf(server, time, options => (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(30), 0));

        Task<AuthInfo> call = client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await server.Asked;
        drop.Release(5);
        Func<Task> wait = () => time.RunAsync(call);

        (await wait.Should().ThrowAsync<OutreachConnectionException>()).Which.IsTimeout.Should().BeTrue();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_body_without_end_is_read_up_to_the_limit_only(int status)
    {
        long sent = 0;
        await using RawServer server = new(async (stream, token) =>
        {
            await RawServer.WriteAsync(stream, $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", token);
            byte[] chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
            while (true)
            {
                await stream.WriteAsync(chunk, token);
                Interlocked.Add(ref sent, chunk.Length);
            }
        });
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => (options.MaxResponseSize, options.MaxRetries) = (1024 * 1024, 0));

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        await call.Should().ThrowAsync<OutreachException>();
        Interlocked.Read(ref sent).Should().BeLessThan(64 * 1024 * 1024);
    }

    [Fact]
    public async Task A_gzip_bomb_counts_by_what_it_unpacks_to()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) gzip.Write(zeros);
        }

        byte[] bomb = packed.ToArray();
        await using RawServer server = new(async (stream, token) =>
        {
            await RawServer.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n", token);
            await stream.WriteAsync(bomb, token);
        });
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => (options.MaxResponseSize, options.MaxRetries) = (1024 * 1024, 0));

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        await call.Should().ThrowAsync<OutreachResponseException>();
        bomb.Length.Should().BeLessThan(1024 * 1024);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("gzip", 404)]
    [InlineData("deflate", 200)]
    [InlineData("br", 200)]
    [InlineData("br", 404)]
    public async Task A_body_that_is_not_packed_as_it_says_is_a_typed_exception(string encoding, int status)
    {
        await using RawServer server = RawServer.Sending($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {Payload.Length}\r\n\r\n{Payload}");
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => options.MaxRetries = 0);

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        OutreachException thrown = (await call.Should().ThrowAsync<OutreachException>()).Which;
        if (status == 200) thrown.Should().BeOfType<OutreachResponseException>();
        else thrown.Should().BeOfType<OutreachNotFoundException>();
    }

    [Fact]
    public async Task A_packed_body_that_is_cut_is_a_typed_exception()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Encoding.ASCII.GetBytes(Payload));
        byte[] cut = packed.ToArray()[..^12];
        await using RawServer server = new(async (stream, token) =>
        {
            await RawServer.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {cut.Length}\r\n\r\n", token);
            await stream.WriteAsync(cut, token);
        });
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => options.MaxRetries = 0);

        await FluentActions.Awaiting(() => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken)).Should().ThrowAsync<OutreachResponseException>();
    }

    [Fact]
    public async Task A_download_that_is_not_packed_as_it_says_is_a_typed_exception()
    {
        await using RawServer server = RawServer.Sending($"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nno gzip");
        OutreachClientOptions options = new() { Reachkit = { ApiKey = "rk", BaseAddress = server.Address }, MaxRetries = 0 };
        using OutreachClient client = new(options);

        Func<Task> call = async () =>
        {
            using Download file = await client.Reachkit.Conversations.DownloadAttachmentAsync("c1", "a1", cancellationToken: TestContext.Current.CancellationToken);
            await file.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        };

        await call.Should().ThrowAsync<OutreachException>();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed_and_the_key_stays(int status)
    {
        await using RawServer other = RawServer.Sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using RawServer server = RawServer.Sending($"HTTP/1.1 {status} Moved\r\nLocation: {other.Address}\r\nContent-Length: 0\r\n\r\n");
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => options.MaxRetries = 0);

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        (await call.Should().ThrowAsync<OutreachException>()).Which.ToString().Should().NotContain(Clients.MarkusKey);
        other.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_body_after_the_first_is_not_taken_for_the_next_answer()
    {
        string one = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Payload.Length}\r\n\r\n{Payload}";
        await using RawServer server = new(async (stream, token) => await RawServer.WriteAsync(stream, one + one.Replace("\"key\"", "\"bad\"", StringComparison.Ordinal), token));
        using OutreachClient client = ClientOf(server, TimeProvider.System, options => options.MaxRetries = 0);

        string[] names = [(await client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken)).Name!, (await client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken)).Name!];

        names.Should().AllBe("key");
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_a_connection_exception()
    {
        using OutreachClient client = new(OptionsOf(new Uri("http://no-such-host.invalid/"), TimeProvider.System, options => options.MaxRetries = 0));

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        (await call.Should().ThrowAsync<OutreachConnectionException>()).Which.IsTimeout.Should().BeFalse();
    }

    [Fact]
    public async Task A_server_that_knows_no_TLS_is_a_connection_exception()
    {
        await using RawServer server = RawServer.Sending("HTTP/1.1 400 Bad Request\r\n\r\n");
        using OutreachClient client = new(OptionsOf(new UriBuilder(server.Address) { Scheme = "https" }.Uri, TimeProvider.System, options => (options.MaxRetries, options.AttemptTimeout) = (0, TimeSpan.FromSeconds(20))));

        Func<Task> call = () => client.Markus.Auth.MeAsync(cancellationToken: TestContext.Current.CancellationToken);

        await call.Should().ThrowAsync<OutreachConnectionException>();
    }

    private static OutreachClient ClientOf(RawServer server, TimeProvider time, Action<OutreachClientOptions>? configure = null) => new(OptionsOf(server.Address, time, configure));

    private static OutreachClientOptions OptionsOf(Uri address, TimeProvider time, Action<OutreachClientOptions>? configure)
    {
        OutreachClientOptions options = Clients.Options(time);
        options.Markus.BaseAddress = address;
        configure?.Invoke(options);
        return options;
    }
}
