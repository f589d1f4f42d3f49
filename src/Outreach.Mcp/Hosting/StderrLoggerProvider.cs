using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Outreach.Mcp;

/// <summary>
/// Logs to standard error, since standard output belongs to the protocol; without keys. A client that does not read the log holds up
/// nothing: what finds no room is left out.
/// </summary>
internal sealed class StderrLoggerProvider : ILoggerProvider
{
    private const int MostLines = 1000;

    private readonly TextWriter _error;
    private readonly Redactor _redactor;
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(MostLines) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Task _writing;

    public StderrLoggerProvider(TextWriter error, Redactor redactor)
    {
        _error = error;
        _redactor = redactor;
        _writing = Task.Run(WriteAsync);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        // The last lines are worth a moment, not more.
        _writing.Wait(TimeSpan.FromSeconds(1));
    }

    private async Task WriteAsync()
    {
        await foreach (string line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await _error.WriteLineAsync(_redactor.Clean(line)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Nobody reads it any more.
            }
        }
    }

    private sealed class Logger(StderrLoggerProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => owner._lines.Writer.TryWrite($"{logLevel.ToString().ToLowerInvariant()} {category}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})")}".ReplaceLineEndings(" "));
    }
}
