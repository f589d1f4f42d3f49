using System.Text.Json;

namespace Outreach.FakeServer.Tests.Store;

/// <summary>The parts of a world as a state file holds them.</summary>
internal static class StateFileParts
{
    public static JsonElement Of(World world)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach (IStatePart part in world.Parts)
            {
                writer.WritePropertyName(part.Name);
                part.Write(writer);
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
