using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Outreach.Mcp;

/// <summary>
/// The protocol over two streams, a message per line. The library's own transport writes nothing more once its input has ended: whoever
/// pipes calls in would get no answer. Here the calls that were read are answered first.
/// </summary>
internal sealed class LineTransport : TransportBase
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private readonly StreamReader _input;
    private readonly Stream _output;
    private readonly ILogger _log;
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Begins to read.</summary>
    /// <param name="input">Where messages come from.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="logging">Where the log goes.</param>
    /// <param name="stop">Ends reading, and writing to a client that does not read.</param>
    public LineTransport(Stream input, Stream output, ILoggerFactory logging, CancellationToken stop) : base("outreach-mcp", logging)
    {
        _input = new StreamReader(input);
        _output = output;
        _log = logging.CreateLogger<LineTransport>();
        _stop = stop;
        SetConnected();
        _ = Task.Run(ReadAsync, CancellationToken.None);
    }

    public override async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(message, MessageType), (byte)'\n'];
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A line is written whole or not at all: half of one would spoil the next.
            await _output.WriteAsync(line, CancellationToken.None).AsTask().WaitAsync(_stop).ConfigureAwait(false);
            await _output.FlushAsync(CancellationToken.None).WaitAsync(_stop).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override ValueTask DisposeAsync()
    {
        // Reading from a console cannot be broken off; it ends with its stream or the process.
        SetDisconnected();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _input.ReadLineAsync(_stop).ConfigureAwait(false) is { } line)
                if (!string.IsNullOrWhiteSpace(line)) await TakeAsync(line).ConfigureAwait(false);
            SetDisconnected();
        }
        catch (Exception e)
        {
            SetDisconnected(e is OperationCanceledException ? null : e);
        }
    }

    private async Task TakeAsync(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, MessageType) is not { } message) throw new JsonException();
            await WriteMessageAsync(message, _stop).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            if (IdOf(line) is { } id)
                await SendMessageAsync(new JsonRpcError { Id = id, Error = new() { Code = (int)McpErrorCode.InvalidRequest, Message = "This is no JSON-RPC 2.0 message." } }, _stop).ConfigureAwait(false);
            else if (_log.IsEnabled(LogLevel.Warning))
                _log.LogWarning("A line that is no JSON-RPC message was left out ({Length} characters).", line.Length);
        }
    }

    private static RequestId? IdOf(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("id", out JsonElement id)) return null;
            return id.ValueKind == JsonValueKind.String ? new RequestId(id.GetString()!) : id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out long number) ? new RequestId(number) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
