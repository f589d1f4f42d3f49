using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>
/// In a state file, the orders that the tables' rows do not tell: which message was approved or sent first, say. A snapshot has
/// them with the tables.
/// </summary>
internal sealed class RowOrders(World world) : IStatePart
{
    /// <inheritdoc/>
    public string Name => "orders";

    bool IStatePart.MayBeMissing => true;

    object IStatePart.Capture() => this;

    void IStatePart.Restore(object capture)
    {
    }

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (IOrderedPart part in world.Parts.OfType<IOrderedPart>())
        {
            foreach ((int index, IReadOnlyList<int> rows) in part.Reordered())
            {
                writer.WriteStartObject();
                writer.WriteString("part", part.Name);
                writer.WriteNumber("index", index);
                writer.WriteStartArray("rows");
                foreach (int row in rows) writer.WriteNumberValue(row);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    // The tables have been read before: this part is registered behind them.
    void IStatePart.Read(JsonElement value)
    {
        Dictionary<string, IOrderedPart> parts = world.Parts.OfType<IOrderedPart>().ToDictionary(part => part.Name, StringComparer.Ordinal);
        int i = 0;
        foreach (JsonElement order in value.EnumerateArray())
        {
            string name = order.GetProperty("part").GetString() ?? "";
            if (!parts.TryGetValue(name, out IOrderedPart? part)) throw new FormatException($"[{i}].part: there is no table '{name}'.");
            try
            {
                part.Reorder(order.GetProperty("index").GetInt32(), [.. order.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32())]);
            }
            catch (FormatException e)
            {
                throw new FormatException($"[{i}]: {e.Message}", e);
            }

            i++;
        }
    }
}
