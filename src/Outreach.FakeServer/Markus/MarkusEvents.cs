using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The one place where webhook events fire. Whoever delivers them listens to <see cref="Fired"/>.</summary>
internal sealed class MarkusEvents(World world)
{
    /// <summary>Told each event as it happens, under the world's lock.</summary>
    public event Action<MarkusEvent>? Fired;

    /// <summary>Fires an event; its data is written only if somebody listens.</summary>
    public void Fire<T>(string accountId, WebhookEventType type, T data, JsonTypeInfo<T> json)
        => Fired?.Invoke(new MarkusEvent(accountId, type, world.Clock.Now, JsonBody.Write(data, json)));
}
