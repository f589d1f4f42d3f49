namespace Outreach.Mcp.Tests.Support;

/// <summary>Keeps what is logged, and may hold up whoever logs, as a pipe does that is full.</summary>
internal sealed class LogWriter(bool isFull = false) : StringWriter
{
    private readonly TaskCompletionSource _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first line.</summary>
    public Task Line => _line.Task;

    public override Task WriteLineAsync(string? value)
    {
        lock (_line) WriteLine(value);
        _line.TrySetResult();
        return isFull ? new TaskCompletionSource().Task : Task.CompletedTask;
    }

    public override string ToString()
    {
        lock (_line) return base.ToString();
    }
}
