namespace Outreach.Sdk;

/// <summary>The result of a call whose answer has no content, and its reader.</summary>
internal readonly struct NoContent : IAnswerReader<NoContent>
{
    public static bool ReadsBody => false;

    public NoContent Read(ApiProfile profile, ReadOnlySpan<byte> body) => default;
}
