namespace Outreach.FakeServer.Reachkit;

/// <summary>A variant's texts, parsed once for all its leads.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Html">The HTML body.</param>
/// <param name="Text">The plain-text body.</param>
/// <param name="IsBlank">Neither the subject nor the body says anything; the unsubscribe block alone is blank.</param>
internal sealed record VariantTemplate(MergeTemplate Subject, MergeTemplate Html, MergeTemplate Text, bool IsBlank)
{
    /// <summary>Parses the stored texts of a variant.</summary>
    public static VariantTemplate Parse(string? subject, string? bodyHtml, string? bodyText) => new(
        MergeTemplate.Parse(subject, MergeForm.Subject),
        MergeTemplate.Parse(bodyHtml, MergeForm.Html),
        MergeTemplate.Parse(bodyText, MergeForm.Text),
        !Says(subject, bodyHtml));

    /// <summary>Whether a launch and the sending may use a variant: enabled, and its subject or body not blank (contract section 4).</summary>
    public static bool IsUsable(bool enabled, string? subject, string? bodyHtml) => enabled && Says(subject, bodyHtml);

    private static bool Says(string? subject, string? bodyHtml)
        => !string.IsNullOrWhiteSpace(subject) || !string.IsNullOrWhiteSpace(UnsubscribeBlock.Remove(bodyHtml));
}
