namespace Outreach.FakeServer.Mailmark;

/// <summary>The first click on a link of a message.</summary>
internal sealed record ClickRow(string Url, long ClickedAt);
