using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer;

/// <summary>One immutable value of a world's state, such as an API's settings or counters.</summary>
internal sealed class Cell<T>(string name, T value, Func<JsonTypeInfo<T>> type) : IStatePart where T : class
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The value; replaced as a whole.</summary>
    public T Value { get; set; } = value;

    object IStatePart.Capture() => Value;

    void IStatePart.Restore(object capture) => Value = (T)capture;

    void IStatePart.Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, Value, type());

    void IStatePart.Read(JsonElement json) => Value = StateJson.Read(json, StateJson.Of(type()));
}
