using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Outreach.Mcp.Tests.Support;

namespace Outreach.Mcp.Tests.Calls;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_call_ends_the_request_that_is_under_way()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StubHandler handler = new(async (_, token) =>
        {
            arrived.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                ended.SetResult(true);
                throw;
            }

            throw new InvalidOperationException();
        });
        await using AgentSession session = await AgentSession.LiveAsync(handler, Keys.OfMarkus);
        RequestId id = new("the-call");

        Task<JsonRpcResponse> call = session.Client.SendRequestAsync(new JsonRpcRequest { Id = id, Method = RequestMethods.ToolsCall, Params = new JsonObject { ["name"] = "campaigns_create", ["arguments"] = new JsonObject { ["name"] = "x", ["objective_type"] = "custom" } } });
        await arrived.Task;
        await session.Client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = id, Reason = "The user changed their mind." });

        (await ended.Task).Should().BeTrue();
        await session.Client.PingAsync();
        // Whether a cancelled request is answered at all is the protocol library's choice.
        _ = call.ContinueWith(static ended => ended.Exception, TaskScheduler.Default);
        handler.Sent.Should().ContainSingle("a cancelled call is not repeated");
    }
}
