namespace Outreach.Sdk.Reachkit;

/// <summary>A file on a message; its bytes come from conversations.downloadAttachment.</summary>
public sealed record MessageAttachment
{
    /// <summary>Attachment id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>File name.</summary>
    public string Filename { get => field ?? ""; init; }

    /// <summary>MIME type.</summary>
    public string ContentType { get => field ?? ""; init; }

    /// <summary>Bytes.</summary>
    public int Size { get; init; }
}
