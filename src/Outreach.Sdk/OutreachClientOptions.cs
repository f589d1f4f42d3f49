using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Outreach.Sdk;

/// <summary>How an <see cref="OutreachClient"/> is set up. It is copied when the client is made; later changes do nothing.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OutreachClientOptions
{
    /// <summary>Markus; used when its <see cref="ApiOptions.ApiKey"/> is set.</summary>
    public MarkusOptions Markus { get; set; } = new();

    /// <summary>Reachkit; used when its <see cref="ApiOptions.ApiKey"/> is set.</summary>
    public ReachkitOptions Reachkit { get; set; } = new();

    /// <summary>Mailmark; used when its <see cref="ApiOptions.ApiKey"/> is set.</summary>
    public MailmarkOptions Mailmark { get; set; } = new();

    /// <summary>Crm; used when its <see cref="ApiOptions.ApiKey"/> or <see cref="CrmOptions.TokenProvider"/> is set, together with its base address.</summary>
    public CrmOptions Crm { get; set; } = new();

    /// <summary>Repetitions of a call after its first attempt, where the operation's retry class allows any. Default 3; 0 switches them off.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The first wait where the API names none; it doubles from repetition to repetition, and half of each wait is drawn by
    /// <see cref="Jitter"/>. Default 500 ms.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest wait that is begun. When an API asks for more, the exception is thrown at once, with
    /// <see cref="OutreachApiException.RetryAfter"/> filled. Default 60 s.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long one attempt may take, from the request to the last byte of the answer (of a download: to its first).
    /// Default 30 s; <see cref="Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest answer that is read, in bytes after decompression; a larger one is an <see cref="OutreachResponseException"/>. Default 64 MiB. Downloads are not bounded.</summary>
    public int MaxResponseSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether single calls wait for room in the documented rate limits before they are sent, instead of meeting a 429.
    /// Default false.
    /// </summary>
    public bool PaceSingleCalls { get; set; }

    /// <summary>Whether bulk calls (<c>ImportAllAsync</c>, <c>AddAllAsync</c>) do so. Default true.</summary>
    public bool PaceBulkCalls { get; set; } = true;

    /// <summary>The clock that everything waits on. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Draws the random part of a wait: values from 0 to 1, 1 excluded. Called from several threads. Default <see cref="Random.Shared"/>.</summary>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>Where the client logs to, under the category <c>Outreach.Sdk</c>; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The APIs that are set up; no key.</summary>
    public override string ToString()
        => $"{nameof(OutreachClientOptions)} ({string.Join(", ", Apis().Where(api => api.IsSet).Select(api => api.Profile.DisplayName).DefaultIfEmpty("no API"))})";

    internal IEnumerable<ApiOptions> Apis() => [Markus, Reachkit, Mailmark, Crm];
}
