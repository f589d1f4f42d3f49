namespace Outreach.Sdk;

/// <summary>Marks a call whose answer is handed over as a stream.</summary>
internal readonly struct DownloadReader : IAnswerReader<Download>
{
    public static bool ReadsBody => false;

    public static bool IsStream => true;

    public Download Read(ApiProfile profile, ReadOnlySpan<byte> body) => throw new InvalidOperationException("A download is not read as a whole.");
}
