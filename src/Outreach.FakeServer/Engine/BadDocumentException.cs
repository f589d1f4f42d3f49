namespace Outreach.FakeServer;

/// <summary>A document that a test author wrote cannot be taken; the message names the place and the reason.</summary>
internal sealed class BadDocumentException(string message) : FormatException(message);
