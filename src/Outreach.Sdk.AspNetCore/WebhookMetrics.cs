using System.Diagnostics;
using System.Diagnostics.Metrics;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.AspNetCore;

/// <summary>Metrics under the name <c>Outreach.Sdk.AspNetCore</c>: outcomes and event types, nothing of what is in the events.</summary>
internal static class WebhookMetrics
{
    private static readonly Meter _meter = new("Outreach.Sdk.AspNetCore");
    private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>("outreach.webhooks.duration", "s", "Time from a webhook's arrival to its answer; its count is the number of webhooks.");

    public static void Answered(string outcome, WebhookEvent? received, long started)
    {
        if (!_duration.Enabled) return;
        TagList tags = new() { { "outreach.webhook.outcome", outcome } };

        // An unknown type is text from outside, and tags must stay few.
        if (received is not null) tags.Add("outreach.webhook.type", received is UnknownWebhookEvent ? "unknown" : received.Type.Value);
        _duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
    }
}
