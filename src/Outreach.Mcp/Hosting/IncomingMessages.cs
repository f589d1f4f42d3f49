using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Outreach.Mcp;

/// <summary>What stands around the handling of every message that comes in.</summary>
internal static class IncomingMessages
{
    /// <summary>Says which parameters are malformed, and ends what waits for the answer of a call that was cancelled.</summary>
    public static McpMessageHandler Guard(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e) when (context.JsonRpcMessage is JsonRpcRequest request)
        {
            throw new McpProtocolException(Problem(request, e), McpErrorCode.InvalidParams);
        }
        catch (OperationCanceledException) when (context.JsonRpcMessage.Context?.RelatedTransport is { } stream)
        {
            // A cancelled call has no answer. Over HTTP the client would listen for it as long as it lives.
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    };

    private static string Problem(JsonRpcRequest request, JsonException error)
    {
        if (request.Params is not JsonObject given) return $"The parameters of {request.Method} must be an object.";
        if (given.TryGetPropertyValue("arguments", out JsonNode? arguments) && arguments is not (null or JsonObject))
        {
            string kind = arguments.GetValueKind() switch
            {
                JsonValueKind.Array => "a list",
                JsonValueKind.String => "a text (JSON inside a text is no object)",
                JsonValueKind.Number => "a number",
                _ => "true or false",
            };
            return $"'arguments' of {request.Method} must be an object with the arguments by their names, not {kind}.";
        }

        return error.Path is { Length: > 2 } path
            ? $"'{path[2..]}' of {request.Method} has a value of a wrong type."
            : $"{request.Method} lacks a parameter that it needs.";
    }
}
