namespace Outreach.FakeServer.Reachkit;

/// <summary>What a piece of a body is.</summary>
internal enum VariantPieceKind
{
    /// <summary>Markup, written as it is.</summary>
    Markup,

    /// <summary>Characters, escaped when written.</summary>
    Text,

    /// <summary>A merge tag.</summary>
    Tag,

    /// <summary>A literal <c>{{</c>, written <c>\{{</c>.</summary>
    EscapedOpener,
}
