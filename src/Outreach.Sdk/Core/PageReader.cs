using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>Reads one page of a list with its figures.</summary>
internal readonly struct PageReader<TItem>(JsonTypeInfo<List<TItem>> type) : IAnswerReader<Page<TItem>>
{
    public static bool ReadsBody => true;

    public Page<TItem> Read(ApiProfile profile, ReadOnlySpan<byte> body)
    {
        PageFigures figures = default;
        List<TItem> items = Envelope.Read(body, profile.ListMember, type, profile.PageMember, ref figures);
        return new Page<TItem>
        {
            Items = items,
            Likeness = figures.Items,
            Number = figures.Number,
            Skip = figures.Skip,
            Size = figures.Size,
            Total = figures.Total,
            TotalPages = figures.TotalPages,
            HasMore = figures.HasMore ?? (figures is { Skip: { } skip, Total: { } total } ? (long)skip + items.Count < total : null),
        };
    }
}
