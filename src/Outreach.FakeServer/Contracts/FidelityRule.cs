namespace Outreach.FakeServer;

/// <summary>Something that nothing published settles, and how it was read.</summary>
/// <param name="Api">The API.</param>
/// <param name="Number">Its number in the API's ledger.</param>
/// <param name="Text">What is open, the reading chosen and why; the columns of the ledger, named, one after the other.</param>
public sealed record FidelityRule(string Api, string Number, string Text);
