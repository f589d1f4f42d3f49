namespace Outreach.FakeServer;

/// <summary>A part of an API's document that is inferred.</summary>
/// <param name="Api">The API.</param>
/// <param name="Place">Where it stands in the document, such as <c>paths /campaigns/{campaign_id} get</c>.</param>
/// <param name="What"><c>all</c>, or <c>wire</c> where only the method and path are inferred.</param>
/// <param name="Note">What the document says to it; null for nothing.</param>
public sealed record FidelityPart(string Api, string Place, string What, string? Note);
