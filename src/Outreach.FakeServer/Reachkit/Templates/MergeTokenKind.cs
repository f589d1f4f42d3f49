namespace Outreach.FakeServer.Reachkit;

/// <summary>What the scanner of merge tags has found (contract section 3.7).</summary>
internal enum MergeTokenKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary><c>\{{</c>, a literal opener.</summary>
    EscapedOpener,

    /// <summary>A tag; the token's range is the part between the braces.</summary>
    Tag,

    /// <summary>An opener without its closer; the token's range is the rest of the text from the opener on.</summary>
    Unbalanced,
}
