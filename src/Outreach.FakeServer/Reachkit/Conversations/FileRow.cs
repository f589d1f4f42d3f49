namespace Outreach.FakeServer.Reachkit;

/// <summary>A file of an incoming message.</summary>
internal sealed record FileRow : Row
{
    /// <summary>The thread's id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>File name.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }
}
