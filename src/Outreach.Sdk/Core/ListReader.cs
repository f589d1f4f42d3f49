using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>Reads a list that is not paged.</summary>
internal readonly struct ListReader<TItem>(JsonTypeInfo<List<TItem>> type) : IAnswerReader<IReadOnlyList<TItem>>
{
    public static bool ReadsBody => true;

    public IReadOnlyList<TItem> Read(ApiProfile profile, ReadOnlySpan<byte> body) => Envelope.Read(body, profile.ListMember, type);
}
