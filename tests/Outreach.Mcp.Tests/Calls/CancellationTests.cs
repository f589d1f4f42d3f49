using System.Text.Json;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Calls;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_call_ends_the_request_that_is_under_way()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StubHandler handler = new(async (_, token) =>
        {
            await using CancellationTokenRegistration registration = token.Register(() => ended.TrySetResult());
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException();
        });
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);
        using CancellationTokenSource cancel = new();

        Task<CallToolResult> call = session.CallAsync("campaigns_list", cancellationToken: cancel.Token);
        await arrived.Task;
        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
        await ended.Task;
        await session.Client.PingAsync();
    }
}
