using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Markus;

/// <summary>Tells whether a change changes anything: lists are compared by what they hold.</summary>
internal static class SameRow
{
    public static bool Is<T>(T before, T after, JsonTypeInfo<T> type) where T : Row
        => before == after || JsonSerializer.SerializeToUtf8Bytes(before, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(after, type));
}
