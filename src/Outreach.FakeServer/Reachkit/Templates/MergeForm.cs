namespace Outreach.FakeServer.Reachkit;

/// <summary>What a template is the text of.</summary>
internal enum MergeForm
{
    /// <summary>A normalised <c>body_html</c>.</summary>
    Html,

    /// <summary>A derived <c>body_text</c>.</summary>
    Text,

    /// <summary>A <c>subject</c>.</summary>
    Subject,
}
