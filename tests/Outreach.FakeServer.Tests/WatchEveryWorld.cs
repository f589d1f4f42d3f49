using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Tests;

/// <summary>
/// Writes every world of these tests as it ends, whatever happened in it, and reads it again: what a state file is held to holds of
/// all that the fake itself writes. The disposal of a world that does not come back byte by byte throws.
/// </summary>
internal static class WatchEveryWorld
{
    [ModuleInitializer]
    internal static void Begin() => Diagnostics.WatchEnd = Problem;

    private static string? Problem(World world)
    {
        // A kind of job that only one test knows is in no other world.
        if (world.Jobs.Jobs.Any(job => job.Kind.StartsWith("test", StringComparison.Ordinal))) return null;
        byte[] written = Written(world);
        World again = new(world.Options);
        using JsonDocument document = JsonDocument.Parse(written);
        try
        {
            StateFile.ReadParts(again, document.RootElement.GetProperty("parts"));
        }
        catch (FormatException e)
        {
            return $"its state file cannot be read: {e.Message}";
        }

        byte[] writtenAgain = Written(again);
        int same = written.AsSpan().CommonPrefixLength(writtenAgain);
        return same == written.Length ? null : $"its state file comes back otherwise: {Around(written, same)} as {Around(writtenAgain, same)}";
    }

    private static string Around(byte[] text, int at) => Encoding.UTF8.GetString(text, Math.Max(0, at - 120), Math.Min(240, text.Length - Math.Max(0, at - 120)));

    private static byte[] Written(World world)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, JsonBody.WriterOptions)) StateFile.WriteWorld(writer, "default", world);
        return buffer.WrittenSpan.ToArray();
    }
}
