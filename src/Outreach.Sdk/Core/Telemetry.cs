using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Outreach.Sdk;

/// <summary>
/// Traces and metrics under the name <c>Outreach.Sdk</c>: operation, status, error code, attempts and request id; never a key, a
/// query or a body. Without a listener a call pays a null check.
/// </summary>
internal static class Telemetry
{
    public const string Name = "Outreach.Sdk";

    private static readonly ActivitySource _source = new(Name);
    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>("outreach.client.operation.duration", "s", "Time of an operation, repetitions and waits included.");
    private static readonly Counter<long> _retries = _meter.CreateCounter<long>("outreach.client.retries", "{retry}", "Repetitions of attempts.");
    private static readonly Counter<long> _throttled = _meter.CreateCounter<long>("outreach.client.throttled", "{answer}", "Answers with status 429.");

    public static Activity? Start(Operation operation, Uri uri)
    {
        if (!_source.HasListeners()) return null;
        Activity? activity = _source.StartActivity(operation.Name, ActivityKind.Client);
        activity?.SetTag("outreach.api", operation.Api)
            .SetTag("outreach.operation", operation.Id)
            .SetTag("http.request.method", operation.Method.Method)
            .SetTag("server.address", uri.Host)
            .SetTag("url.template", operation.Path.Text);
        return activity;
    }

    /// <summary>A time stamp when the duration is measured, else 0.</summary>
    public static long Begin(TimeProvider time) => _duration.Enabled ? Math.Max(1, time.GetTimestamp()) : 0;

    public static void Retrying(Operation operation) => _retries.Add(1, new KeyValuePair<string, object?>("outreach.operation", operation.Name));

    public static void Throttled(Operation operation) => _throttled.Add(1, new KeyValuePair<string, object?>("outreach.operation", operation.Name));

    public static void End(Activity? activity, Operation operation, long begun, TimeProvider time, ResponseInfo? info, Exception? error, int attempts)
    {
        string? errorType = error switch
        {
            null => null,
            OutreachApiException api => api.Code.IsNone ? ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture) : api.Code.Value,
            OutreachConnectionException { IsTimeout: true } => "timeout",
            OutreachConnectionException => "connection",
            OutreachResponseException => "response",
            OperationCanceledException => "cancelled",
            _ => error.GetType().Name,
        };

        if (activity is not null)
        {
            activity.SetTag("outreach.attempts", attempts);
            if (info is not null) activity.SetTag("http.response.status_code", (int)info.Status);
            if ((info?.RequestId ?? (error as OutreachApiException)?.RequestId) is { } requestId) activity.SetTag("outreach.request_id", requestId);
            if (error is OutreachApiException { Code.IsNone: false } coded) activity.SetTag("outreach.error.code", coded.Code.Value);
            if (errorType is not null) activity.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);
            activity.Dispose();
        }

        if (begun == 0) return;
        TagList tags = new() { { "outreach.operation", operation.Name } };
        if (errorType is not null) tags.Add("error.type", errorType);
        _duration.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
    }
}
