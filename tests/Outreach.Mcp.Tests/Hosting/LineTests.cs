using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Hosting;

/// <summary>The protocol over standard input and output, a message per line.</summary>
public sealed class LineTests
{
    private const string Begin = """
        {"jsonrpc":"2.0","id":"i","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}

        """;

    // Longer than any machine needs: it only turns a hang into a failure.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Calls_that_are_piped_in_are_answered_though_the_input_has_ended()
    {
        IReadOnlyList<JsonElement> answers = await ServeAsync("""
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"campaigns_list","arguments":{}}}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"fake_advance_clock","arguments":{"duration":"30d"}}}
            {"jsonrpc":"2.0","id":3,"method":"tools/list"}
            """);

        answers.Select(answer => answer.GetProperty("id").ToString()).Should().BeEquivalentTo("i", "1", "2", "3");
        answers.Where(answer => answer.TryGetProperty("error", out JsonElement _)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_line_that_is_no_message_is_answered_when_it_has_an_id_and_spoils_nothing()
    {
        IReadOnlyList<JsonElement> answers = await ServeAsync("""
            nonsense

            []
            {"id":7,"method":"ping"}
            {"jsonrpc":"1.0","id":"seven","method":"ping"}
            {"jsonrpc":"2.0","id":{},"method":"ping"}
            {"jsonrpc":"2.0","id":8,"method":"ping"}
            """);

        answers.Where(answer => answer.TryGetProperty("error", out JsonElement error) && error.GetProperty("code").GetInt32() == -32600)
            .Select(answer => answer.GetProperty("id").ToString()).Should().BeEquivalentTo("7", "seven");
        answers.Where(answer => answer.TryGetProperty("result", out JsonElement _)).Select(answer => answer.GetProperty("id").ToString()).Should().BeEquivalentTo("i", "8");
    }

    [Fact]
    public async Task A_stop_waits_for_nobody_who_does_not_read()
    {
        await using OutreachMcpServer server = await StartAsync();
        Pipe input = new();
        Pipe output = new(new PipeOptions(pauseWriterThreshold: 1024, resumeWriterThreshold: 512));
        using CancellationTokenSource stop = new();
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(Begin + """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""" + "\n"));
        Task serving = McpTool.ServeAsync(server, input.Reader.AsStream(), output.Writer.AsStream(), stop.Token);
        ReadResult first = await output.Reader.ReadAtLeastAsync(1024);
        output.Reader.AdvanceTo(first.Buffer.Start, first.Buffer.End);

        await stop.CancelAsync();

        (await Task.WhenAny(serving, Task.Delay(Hang, CancellationToken.None))).Should().BeSameAs(serving);
    }

    [Fact]
    public async Task A_log_that_nobody_reads_holds_nobody_up()
    {
        AgentSession session = await AgentSession.StartAsync(new McpSettings { Credentials = Keys.OfMarkus, AllowWrites = true }, StubHandler.Error(404, "CAMP_001"), isLogFull: true);

        for (int i = 0; i < 3; i++) (await session.FailAsync("campaigns_get", """{"campaign_id":"c1"}""").WaitAsync(Hang)).Should().StartWith("CAMP_001");

        await session.Log.Line.WaitAsync(Hang);
        await session.DisposeAsync().AsTask().WaitAsync(Hang);
    }

    private static Task<OutreachMcpServer> StartAsync() => OutreachMcpServer.StartAsync(CommandLine.Read(["--fake", "--api", "markus"], _ => null), TextWriter.Null);

    private static async Task<IReadOnlyList<JsonElement>> ServeAsync(string lines)
    {
        await using OutreachMcpServer server = await StartAsync();
        using MemoryStream input = new(Encoding.UTF8.GetBytes(Begin + lines));
        using MemoryStream output = new();

        await McpTool.ServeAsync(server, input, output, CancellationToken.None).WaitAsync(Hang);

        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
