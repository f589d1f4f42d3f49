namespace Outreach.FakeServer.Reachkit;

/// <summary>Where a piece of a template stands, which decides how values are written there.</summary>
internal enum MergePlace
{
    /// <summary>Between the elements of an HTML body: values are escaped, line breaks become <c>&lt;br&gt;</c>.</summary>
    HtmlText,

    /// <summary>Inside an attribute of an HTML body: values are escaped, line breaks become spaces.</summary>
    HtmlAttribute,

    /// <summary>A plain-text body: values as they are.</summary>
    Text,

    /// <summary>A subject: values as they are, line breaks become spaces.</summary>
    Subject,
}
