using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Sdk;

/// <summary>Reads and writes an open enum as its text. Known values are shared, so reading one allocates nothing.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class OpenEnumConverter<T> : JsonConverter<T> where T : struct, IOpenEnum<T>
{
    private static readonly byte[][] _known = Texts();

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException();
        for (int i = 0; i < _known.Length; i++)
            if (reader.ValueTextEquals(_known[i])) return T.Known[i];
        return T.From(reader.GetString()!);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value is null) writer.WriteNullValue();
        else writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => T.From(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.Value ?? "");

    // By hand: what is generic over a struct is compiled anew for each enum, which a first call waits for.
    private static byte[][] Texts()
    {
        byte[][] texts = new byte[T.Known.Count][];
        for (int i = 0; i < texts.Length; i++) texts[i] = Encoding.UTF8.GetBytes(T.Known[i].Value ?? "");
        return texts;
    }
}
