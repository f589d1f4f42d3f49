namespace Outreach.FakeServer.Reachkit;

/// <summary>A piece of a body between parsing and writing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Finished markup, decoded characters, or the decoded text of a merge tag.</param>
internal readonly record struct VariantPiece(VariantPieceKind Kind, string Value);
