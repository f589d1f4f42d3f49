using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>Reads a single result.</summary>
internal readonly struct ResultReader<TResult>(JsonTypeInfo<TResult> type) : IAnswerReader<TResult>
{
    public static bool ReadsBody => true;

    public TResult Read(ApiProfile profile, ReadOnlySpan<byte> body) => Envelope.Read(body, profile.PayloadMember, type);
}
