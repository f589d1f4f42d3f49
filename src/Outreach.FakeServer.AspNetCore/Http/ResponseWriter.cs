using System.Buffers;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Outreach.FakeServer;

/// <summary>Sends the engine's answer, or breaks the connection as a fault demands.</summary>
internal static class ResponseWriter
{
    /// <summary>Sends an answer.</summary>
    public static Task WriteAsync(HttpContext context, FakeResponse response)
    {
        if (response.TransportFault is TransportFault.Refuse or TransportFault.Drop)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        HttpResponse answer = context.Response;
        answer.StatusCode = response.Status;
        if (response.ContentType is not null) answer.ContentType = response.ContentType;
        for (int i = 0; i < response.Headers.Count; i++)
        {
            (string name, string value) = response.Headers[i];
            answer.Headers[name] = answer.Headers.TryGetValue(name, out StringValues others) ? StringValues.Concat(others, value) : value;
        }

        if (response.TransportFault is TransportFault.CutBody) return CutAsync(context, response.Body);
        if (response.Length == 0)
        {
            if (response.Status is not (204 or 304 or < 200)) answer.ContentLength = 0;
            return Task.CompletedTask;
        }

        answer.ContentLength = response.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        return response.List is { } list ? WriteAsync(answer, list, context.RequestAborted) : answer.BodyWriter.WriteAsync(response.Body, context.RequestAborted).GetAsTask();
    }

    // Once an answer has begun, its buffers are those that are sent; before, what is written is copied once more.
    private static async Task WriteAsync(HttpResponse answer, ListBody list, CancellationToken cancellationToken)
    {
        await answer.StartAsync(cancellationToken).ConfigureAwait(false);
        list.WriteTo(answer.BodyWriter);
        await answer.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task CutAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = Math.Max(1, body.Length);
        context.Response.BodyWriter.Write(body.Span[..(body.Length / 2)]);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);

        // Kestrel closes the connection of an answer that ends too early, and lets what was written out before; an abort would not.
        if (context.Features.Get<IConnectionSocketFeature>() is null) context.Abort();
    }

    private static Task GetAsTask<T>(this ValueTask<T> task) => task.IsCompletedSuccessfully ? Task.CompletedTask : task.AsTask();
}
