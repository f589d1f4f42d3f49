namespace Outreach.Sdk.AspNetCore;

/// <summary>What became of a request; the words of the metric.</summary>
internal static class WebhookOutcome
{
    public const string Handled = "handled";
    public const string Duplicate = "duplicate";
    public const string TooLarge = "too_large";
    public const string Unauthorized = "unauthorized";
    public const string Malformed = "malformed";
    public const string Failed = "failed";
    public const string Aborted = "aborted";
}
