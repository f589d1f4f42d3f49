using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>Reads an answer as it came, envelope included; undefined when it has no content.</summary>
internal readonly struct RawReader : IAnswerReader<JsonElement>
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool ReadsBody => true;

    public static bool AllowsEmpty => true;

    public JsonElement Read(ApiProfile profile, ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark)) body = body[3..];
        if (body.IsEmpty) return default;
        Utf8JsonReader reader = new(body);
        JsonElement answer = JsonElement.ParseValue(ref reader);
        // Reads on to the end, so that a cut or doubled answer does not pass.
        while (reader.Read()) { }
        return answer;
    }
}
