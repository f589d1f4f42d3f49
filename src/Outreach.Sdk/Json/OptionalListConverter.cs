using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>
/// Writes the items of an <see cref="OptionalList{T}"/> that is set; members that are left out are skipped by
/// <see cref="JsonIgnoreCondition.WhenWritingDefault"/>. Listed closed on each JSON context.
/// </summary>
/// <typeparam name="T">The items; <see cref="IReadOnlyList{T}"/> of them must be known to the same context.</typeparam>
public sealed class OptionalListConverter<T> : JsonConverter<OptionalList<T>>
{
    /// <inheritdoc/>
    public override OptionalList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => new(JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<IReadOnlyList<T>>)options.GetTypeInfo(typeof(IReadOnlyList<T>))) ?? []);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OptionalList<T> value, JsonSerializerOptions options)
        => JsonSerializer.Serialize(writer, value.Or([]), (JsonTypeInfo<IReadOnlyList<T>>)options.GetTypeInfo(typeof(IReadOnlyList<T>)));
}
