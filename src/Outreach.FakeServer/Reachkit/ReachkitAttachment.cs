namespace Outreach.FakeServer.Reachkit;

/// <summary>A file of an incoming email.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="ContentType">Media type, such as <c>application/pdf</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record ReachkitAttachment(string FileName, string ContentType, byte[] Content);
