using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>The figures of a page, under the names that the four APIs give them.</summary>
internal struct PageFigures
{
    public int? Number;
    public int? Skip;
    public int? Size;
    public int? Total;
    public int? TotalPages;
    public bool? HasMore;

    /// <summary>Hash of the items' bytes: equal for pages that are alike.</summary>
    public int Items;

    /// <summary>Reads the object that the reader stands at.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("page"u8)) Number = Whole(ref reader);
            else if (reader.ValueTextEquals("skip"u8)) Skip = Whole(ref reader);
            else if (reader.ValueTextEquals("limit"u8) || reader.ValueTextEquals("page_size"u8) || reader.ValueTextEquals("take"u8)) Size = Whole(ref reader);
            else if (reader.ValueTextEquals("total"u8) || reader.ValueTextEquals("total_count"u8)) Total = Whole(ref reader);
            else if (reader.ValueTextEquals("total_pages"u8)) TotalPages = Whole(ref reader);
            else if (reader.ValueTextEquals("has_more"u8) || reader.ValueTextEquals("hasMore"u8)) HasMore = Truth(ref reader);
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private static int? Whole(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)) return value;
        reader.Skip();
        return null;
    }

    private static bool? Truth(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) return reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return null;
    }
}
