using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>The tool as a user runs it, in this process; once as a process of its own, for its signals.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-tool").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task An_address_that_this_machine_does_not_have_is_one_line_and_no_stack()
    {
        using StringWriter output = new();
        using StringWriter error = new();

        (await Tool.RunAsync(["--listen", "203.0.113.1", "--admin-token", "0123456789abcdef", "--port", "0"], output, error, default)).Should().Be(1);

        error.ToString().Should().StartWith("outreach-fake: ").And.NotContain("   at ");
    }

    [Fact]
    public async Task It_serves_says_where_and_stops_when_told()
    {
        await using Serving serving = await Serving.StartAsync("--port", "0", "--speed", "0");
        using HttpClient client = new();

        (await client.GetAsync(new Uri(serving.Url, "_fake/v1/ready"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await serving.StopAsync()).Should().Be(0);
        serving.Output.Should().Be($"Outreach fake listening on {serving.Url.GetLeftPart(UriPartial.Authority)}{Environment.NewLine}");
    }

    [Fact]
    public async Task Its_commands_reach_a_fake_that_serves()
    {
        await using Serving serving = await Serving.StartAsync("--port=0", "--speed=0", "--state", File("state.json"), "--accept-any-key");
        string url = serving.Url.ToString();
        using HttpClient client = new();
        await client.GetAsync(new Uri(serving.Url, "markus/api/v1/nothing"));

        (await RunAsync("advance", "3d", "--url", url)).Should().Be((0, "2026-03-05T09:00:00Z\n", ""));
        (await RunAsync("advance", "2026-03-05T10:00:00Z", "--url", url)).Should().Be((0, "2026-03-05T10:00:00Z\n", ""));
        (await RunAsync("advance", "90s", "--url", url)).Output.Should().Be("2026-03-05T10:01:30Z\n");
        (await RunAsync("advance", "soon", "--url", url)).Code.Should().Be(2);
        (await RunAsync("snapshot", "take", "here", "--url", url)).Should().Be((0, "here\n", ""));
        (await RunAsync("snapshot", "list", "--url", url)).Output.Should().StartWith("here  2026-03-05T10:01:30Z");
        (await RunAsync("snapshot", "restore", "here", "--url", url)).Code.Should().Be(0);
        (await RunAsync("snapshot", "restore", "there", "--url", url)).Should().Be((1, "", "outreach-fake: The world has no snapshot 'there'.\n"));
        (await RunAsync("snapshot", "save", "--url", url)).Output.Should().Be(File("state.json") + "\n");
        (await RunAsync("journal", "--unmatched", "--url", url)).Output.Should().Be("#1 2026-03-02T09:00:00Z GET /api/v1/nothing -> 404 SERVER_003 (no operation)\n");
        (await RunAsync("advance", "1s", "--url", url, "--world", "nowhere")).Error.Should().Contain("There is no world 'nowhere'");
    }

    [Fact]
    public async Task A_record_replays_to_the_same_answers()
    {
        await using Serving serving = await Serving.StartAsync("--port", "0", "--speed", "0", "--accept-any-key");
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(serving.Url, "markus/api/v1/auth/me"));
        request.Headers.Authorization = new("Bearer", "mk_live_0123456789abcdef0123456789abcdef");
        await client.SendAsync(request);
        string record = (await RunAsync("journal", "record", "--url", serving.Url.ToString())).Output;
        record.Should().NotContain("mk_live_0123456789abcdef0123456789abcdef", "a key that is not the fake's own is never written");
        await System.IO.File.WriteAllTextAsync(File("record.json"), record);

        (await RunAsync("replay", File("record.json"))).Should().Be((0, "1 request, its answer the same\n", ""));

        await System.IO.File.WriteAllTextAsync(File("record.json"), record.Replace("\"status\":200", "\"status\":201", StringComparison.Ordinal));
        (await RunAsync("replay", File("record.json"))).Should().Match<(int Code, string Output, string Error)>(result => result.Code == 1 && result.Output.Contains("status 200 instead of 201"));
    }

    [Fact]
    public async Task Failures_that_it_was_told_to_fail_on_are_its_last_words_and_code()
    {
        await using Serving serving = await Serving.StartAsync("--port", "0", "--speed", "0", "--fail-on", "unmatchedRequest,contractViolation", "--fail-on", "unobservedWebhookFailure");
        using HttpClient client = new() { BaseAddress = serving.Url };
        (await client.GetStringAsync("_fake/v1/worlds/default")).Should().Contain("""
            "failOn":["unmatchedRequest","contractViolation","unobservedWebhookFailure"]
            """);
        await client.GetAsync("markus/api/v1/nothing");

        (await serving.StopAsync()).Should().Be(1);

        serving.Error.ReplaceLineEndings("\n").Should().Match("outreach-fake: The fake was told to fail on this:\n  unmatched request: GET /api/v1/nothing: *\n  To see it again: outreach-fake replay \"*\"\n");
        (await RunAsync("replay", serving.Error.Split('"')[^2])).Code.Should().Be(0);
        System.IO.File.Delete(serving.Error.Split('"')[^2]);
    }

    [Fact]
    public async Task Without_failures_a_strict_run_ends_well()
    {
        await using Serving serving = await Serving.StartAsync("--port", "0", "--fail-on", "unmatchedRequest");

        (await serving.StopAsync()).Should().Be(0);
    }

    [Fact]
    public async Task The_worlds_come_back_from_the_state_file()
    {
        await using (Serving first = await Serving.StartAsync("--port", "0", "--speed", "0", "--seed", "5", "--state", File("state.json")))
        {
            await RunAsync("advance", "1h", "--url", first.Url.ToString());
            using HttpClient control = new() { BaseAddress = new Uri(first.Url, "_fake/v1/") };
            await control.PostAsync("faults", new StringContent("""{"operation":"markus.auth.me","times":2,"effect":{"kind":"status","status":503}}"""));
            await control.PostAsync("recipients", new StringContent("""{"address":"*@acme.example","reactions":[{"kind":"reply","afterSeconds":60}]}"""));
            (await control.GetAsync(new Uri(first.Url, "markus/api/v1/auth/me"))).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await RunAsync("serve", "--port", "0", "--state", File("state.json"))).Error.Should().EndWith("another outreach-fake uses it.\n");
            (await first.StopAsync()).Should().Be(0);
        }

        await using Serving second = await Serving.StartAsync("--port", "0", "--speed", "0", "--state", File("state.json"));
        (await RunAsync("advance", "0s", "--url", second.Url.ToString())).Output.Should().Be("2026-03-02T10:00:00Z\n");
        using HttpClient client = new() { BaseAddress = new Uri(second.Url, "_fake/v1/") };
        (await client.GetStringAsync("faults")).Should().Contain("\"number\":1,\"operation\":\"markus.auth.me\"").And.Contain("\"seen\":1,\"hits\":1,\"spent\":false");
        (await client.GetStringAsync("recipients")).Should().Contain("*@acme.example");
        (await client.GetAsync(new Uri(second.Url, "markus/api/v1/auth/me"))).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync(new Uri(second.Url, "markus/api/v1/auth/me"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the fault is spent");
    }

    [Fact]
    public async Task Limits_that_were_switched_off_stay_off_and_options_come_back_with_the_state_file()
    {
        await using (Serving first = await Serving.StartAsync("--port", "0", "--accept-any-key", "--mailmark-source-quirks", "--state", File("state.json")))
        {
            using HttpClient control = new() { BaseAddress = new Uri(first.Url, "_fake/v1/") };
            (await control.PutAsync("limits", new StringContent("""{"enforced":false}"""))).StatusCode.Should().Be(HttpStatusCode.OK);
            (await first.StopAsync()).Should().Be(0);
        }

        await using Serving second = await Serving.StartAsync("--port", "0", "--state", File("state.json"));
        using HttpClient client = new() { BaseAddress = new Uri(second.Url, "_fake/v1/") };
        (await client.GetStringAsync("worlds/default")).Should().Contain("\"rateLimits\":false").And.Contain("\"acceptAnyKey\":true");
        (await second.StopAsync()).Should().Be(0);
        (await System.IO.File.ReadAllTextAsync(File("state.json"))).Should().Contain("\"mailmarkSourceQuirks\":true").And.Contain("\"sourceQuirks\":true");
    }

    [Fact]
    public async Task An_option_of_the_command_line_wins_over_the_state_file()
    {
        await using (Serving first = await Serving.StartAsync("--port", "0", "--state", File("state.json")))
            (await first.StopAsync()).Should().Be(0);

        await using Serving second = await Serving.StartAsync("--port", "0", "--no-rate-limits", "--accept-any-key", "--mailmark-source-quirks", "--mailmark-links", "http://127.0.0.1:7070/", "--state", File("state.json"));
        using HttpClient client = new() { BaseAddress = new Uri(second.Url, "_fake/v1/") };
        (await client.GetStringAsync("worlds/default")).Should().Contain("\"rateLimits\":false").And.Contain("\"acceptAnyKey\":true");
        (await second.StopAsync()).Should().Be(0);
        (await System.IO.File.ReadAllTextAsync(File("state.json"))).Should().Contain("\"mailmarkSourceQuirks\":true").And.Contain("\"sourceQuirks\":true").And.Contain("\"linkAddress\":\"http://127.0.0.1:7070/\"");
    }

    [Fact]
    public async Task Another_seed_than_that_of_the_state_file_is_refused()
    {
        await using (Serving first = await Serving.StartAsync("--port", "0", "--seed", "5", "--state", File("state.json")))
            (await first.StopAsync()).Should().Be(0);

        (await RunAsync("--port", "0", "--seed", "6", "--state", File("state.json"))).Should().Be((1, "", $"outreach-fake: State file {File("state.json")}: was made with seed 5, not 6; ids would not fit.\n"));
    }

    [Fact]
    public async Task A_bad_state_file_is_one_line_a_code_and_the_file_as_it_was()
    {
        await System.IO.File.WriteAllTextAsync(File("state.json"), "{\"format\":\"outreach-fake state\",\"version\":9}");

        (await RunAsync("--state", File("state.json"), "--port", "0")).Should().Be((1, "", $"outreach-fake: State file {File("state.json")}: is of version 9, this outreach-fake reads version 1; use a newer one.\n"));
        (await System.IO.File.ReadAllTextAsync(File("state.json"))).Should().EndWith("9}");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_and_a_code()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        (await RunAsync("--port", $"{port}")).Should().Be((1, "", $"outreach-fake: Port {port} of 127.0.0.1 is taken.\n"));
    }

    [Fact]
    public async Task Fixtures_are_loaded_or_refused_with_their_place()
    {
        await System.IO.File.WriteAllTextAsync(File("good.json"), """{"reachkit":{"inboxes":[{"email":"a@acme.example"}]}}""");
        await System.IO.File.WriteAllTextAsync(File("bad.json"), """{"calls":[{"operation":"markus.nope"}]}""");

        await using Serving serving = await Serving.StartAsync("--port", "0", "--fixtures", File("good.json"));
        (await RunAsync("--port", "0", "--fixtures", File("bad.json"))).Should().Be((1, "", $"outreach-fake: Fixtures {File("bad.json")}: calls[0].operation: there is no 'markus.nope'.\n"));
        (await RunAsync("--port", "0", "--fixtures", File("none.json"))).Should().Be((1, "", $"outreach-fake: Fixtures {File("none.json")}: cannot be read.\n"));
    }

    [Theory]
    [InlineData("--bogus is no option of this command.", "--bogus")]
    [InlineData("--bogus is no option of this command.", "--bogus=1")]
    [InlineData("--accept-any-key takes no value.", "--accept-any-key=false")]
    [InlineData("--limit is no option of this command.", "serve", "--limit", "1")]
    [InlineData("--state needs a value.", "--state", "")]
    [InlineData("--admin-token needs a value.", "--admin-token=")]
    [InlineData("--seed needs a value.", "--seed", "--port", "1")]
    [InlineData("--speed: '1000001' is no number from 0.001 to 1000000, nor 0.", "--speed", "1000001")]
    [InlineData("--max-worlds: '0' is no whole number from 1 to 100000.", "--max-worlds", "0")]
    [InlineData("--world-idle: '0' is no whole number from 1 to 2592000.", "--world-idle", "0")]
    [InlineData("'NaNd' is neither a span (90s, 30m, 3h, 3d) nor a time (2026-03-05T09:00:00Z) nor next.", "advance", "NaNd")]
    [InlineData("--bogus is no option of this command.", "--bogus", "1")]
    [InlineData("--fail-on: 'unmatched' is none of unmatchedRequest, contractViolation, unobservedWebhookFailure.", "--fail-on", "contractViolation,unmatched")]
    [InlineData("--port: 'x' is no whole number up to 65535.", "--port", "x")]
    [InlineData("--mailmark-links: '127.0.0.1' is no address such as http://127.0.0.1:7070/.", "--mailmark-links", "127.0.0.1")]
    [InlineData("--port: '70000' is no whole number up to 65535.", "--port", "70000")]
    [InlineData("--start: 'soon' is no time; write 2026-03-02T09:00:00Z, or now.", "--start", "soon")]
    [InlineData("There is no command 'dance'.", "dance")]
    [InlineData("Name the record to replay.", "replay")]
    [InlineData("'two' is one word too many.", "advance", "one", "two")]
    public async Task A_command_line_that_cannot_be_followed_is_one_line_and_code_2(string message, params string[] arguments)
        => (await RunAsync(arguments)).Should().Be((2, "", $"outreach-fake: {message} See outreach-fake --help.\n"));

    [Fact]
    public async Task A_start_outside_the_calendar_is_one_line_and_a_code()
        => (await RunAsync("--port", "0", "--start", "9999-12-31T23:59:59Z")).Should().Be((1, "", "outreach-fake: Start: 9999-12-31T23:59:59Z is not in the years 1970 to 9000.\n"));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html></html>")]
    [InlineData("")]
    public async Task What_answers_and_is_no_fake_is_one_line_and_a_code(string answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication stranger = builder.Build();
        stranger.Urls.Add("http://127.0.0.1:0");
        stranger.Run(context => context.Response.WriteAsync(answer));
        await stranger.StartAsync();
        string url = stranger.Urls.Single();

        foreach (string command in (string[])["advance 1d", "journal", "journal record", "snapshot", "snapshot list", "snapshot restore a", "snapshot save"])
            (await RunAsync([.. command.Split(' '), "--url", url])).Should().Be((1, "", $"outreach-fake: What answers at {url} is no fake.\n"));
    }

    [Fact]
    public async Task Listening_beyond_loopback_needs_an_admin_token()
        => (await RunAsync("--port", "0", "--listen", "0.0.0.0")).Should().Be((1, "", "outreach-fake: Listening on 0.0.0.0 opens the fake to other machines; that needs an admin token.\n"));

    [Fact]
    public async Task With_an_admin_token_the_control_API_asks_for_it()
    {
        await using Serving serving = await Serving.StartAsync("--port", "0", "--admin-token", "s3cret");
        using HttpClient client = new() { BaseAddress = new Uri(serving.Url, "_fake/v1/") };

        (await client.GetAsync("clock")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await client.GetAsync("ready")).StatusCode.Should().Be(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Add("X-Fake-Admin", "s3cret");
        (await client.GetAsync("clock")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await RunAsync("advance", "1s", "--url", serving.Url.ToString())).Error.Should().Contain("admin token");
        (await RunAsync("advance", "1s", "--url", serving.Url.ToString(), "--admin-token", "s3cret")).Code.Should().Be(0);
    }

    [Theory]
    [InlineData("--help", "outreach-fake: the outreach APIs")]
    [InlineData("help", "outreach-fake: the outreach APIs")]
    [InlineData("help advance", "outreach-fake advance HOW-FAR")]
    [InlineData("journal --help", "outreach-fake journal")]
    [InlineData("--version", "outreach-fake 0.")]
    [InlineData("fidelity --api crm", "crm: ")]
    public async Task It_tells_of_itself(string line, string beginning)
    {
        (int code, string output, string error) = await RunAsync(line.Split(' '));

        code.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().StartWith(beginning);
        output.Split('\n').Should().OnlyContain(row => row.Length <= 120 || line.StartsWith("fidelity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_a_process_it_stops_cleanly_on_SIGTERM()
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "outreach-fake.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "--port", "0", "--state", File("state.json")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string line = (await process.StandardOutput.ReadLineAsync())!;
        line.Should().StartWith("Outreach fake listening on http://127.0.0.1:");

        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0);
        (await process.StandardError.ReadToEndAsync()).Should().BeEmpty();
        Directory.GetFiles(_directory).Should().Equal(File("state.json"));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int code = await Tool.RunAsync(arguments, output, error, default);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }

    private string File(string name) => Path.Combine(_directory, name);

    private sealed class Serving : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly StringWriter _error = new();
        private readonly FirstLine _output = new();
        private Task<int> _run = Task.FromResult(0);

        public Uri Url { get; private set; } = null!;

        public string Output => _output.ToString();

        public string Error => _error.ToString();

        public static async Task<Serving> StartAsync(params string[] arguments)
        {
            Serving serving = new();
            serving._run = Tool.RunAsync(arguments, serving._output, serving._error, serving._stop.Token);
            await Task.WhenAny(serving._output.Written, serving._run);
            serving._error.ToString().Should().BeEmpty();
            serving.Url = new Uri((await serving._output.Written).Split(' ')[^1]);
            return serving;
        }

        public async Task<int> StopAsync()
        {
            await _stop.CancelAsync();
            return await _run;
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _stop.Dispose();
            await _error.DisposeAsync();
            await _output.DisposeAsync();
        }
    }

    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Written => _written.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            _written.TrySetResult(value!);
        }
    }
}
