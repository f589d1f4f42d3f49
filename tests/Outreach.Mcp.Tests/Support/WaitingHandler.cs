namespace Outreach.Mcp.Tests.Support;

/// <summary>A service that answers when it is told to.</summary>
internal sealed class WaitingHandler : HttpMessageHandler
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a request has come.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Ends when a request was broken off.</summary>
    public Task Cancelled => _cancelled.Task;

    public void Answer() => _answer.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/auth/me", StringComparison.Ordinal)) return StubHandler.Json(200, """{"success":true,"data":{"scopes":["*"]}}""");
        _arrived.TrySetResult();
        try
        {
            await _answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }

        return StubHandler.Json(200, """{"success":true,"data":{"id":"the-answer"}}""");
    }
}
