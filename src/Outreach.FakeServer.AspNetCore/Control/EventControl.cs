using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>What happens in a world, as server-sent events.</summary>
internal static class EventControl
{
    private const int MostListeners = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes => [new("GET", "/events", "events.stream", call => new(Stream(call)))];

    private static ControlAnswer Stream(ControlCall call)
    {
        WorldEvents events = call.Fake.World.Events;
        if (events.Listeners >= MostListeners) throw new ControlProblem(StatusCodes.Status429TooManyRequests, "Too many listeners", $"{MostListeners} listen to this world already, as many as there may be.");
        Channel<object> channel = events.Listen();
        return ControlAnswer.Streamed(context => WriteAsync(context, call.Api.Stopping, events, channel));
    }

    private static async Task WriteAsync(HttpContext context, CancellationToken stopping, WorldEvents events, Channel<object> channel)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            await SendAsync(context, ": listening\n\n", ended.Token).ConfigureAwait(false);
            while (!ended.IsCancellationRequested)
            {
                Task<bool> more = channel.Reader.WaitToReadAsync(ended.Token).AsTask();
                while (await Task.WhenAny(more, Task.Delay(Beat, ended.Token)).ConfigureAwait(false) != more)
                {
                    ended.Token.ThrowIfCancellationRequested();
                    await SendAsync(context, ": beat\n\n", ended.Token).ConfigureAwait(false);
                }

                if (!await more.ConfigureAwait(false)) return;
                while (channel.Reader.TryRead(out object? happened)) await SendAsync(context, Format(happened), ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The listener went, or the host stops.
        }
        finally
        {
            events.Leave(channel);
        }
    }

    private static string Format(object happened)
    {
        (string kind, long id, Action<Utf8JsonWriter> write) = happened switch
        {
            JournalEntry entry => ("request", entry.Number, (Action<Utf8JsonWriter>)(writer => JournalControl.Write(writer, entry, bodies: false))),
            OutboxMessage message => ("message", message.Sequence, writer => MailControl.Write(writer, message)),
            WebhookAttempt delivery => ("webhook", delivery.Number, writer => WebhookControl.Write(writer, delivery)),
            _ => throw new InvalidOperationException($"Nothing tells of a {happened.GetType().Name}."),
        };
        string json = Encoding.UTF8.GetString(JsonBody.Write(write, static (writer, state) => state(writer)));
        return $"event: {kind}\nid: {kind}-{id}\ndata: {json}\n\n";
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
