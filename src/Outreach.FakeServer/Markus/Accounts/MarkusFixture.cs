namespace Outreach.FakeServer.Markus;

/// <summary>The account that every world begins with.</summary>
internal sealed record MarkusFixture(string AccountId, string ApiKey);
