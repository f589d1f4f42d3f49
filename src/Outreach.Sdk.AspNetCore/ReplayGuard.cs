using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Outreach.Sdk.AspNetCore;

/// <summary>
/// Lets each event through once: those handled before are known by their ids in the cache, and of two that arrive at the same
/// time the second waits for what becomes of the first.
/// </summary>
internal sealed class ReplayGuard(string endpoint)
{
    private static readonly byte[] _mark = [1];

    private readonly ConcurrentDictionary<string, Task<bool>> _running = new(StringComparer.Ordinal);

    /// <summary>Handles an event unless it was handled before.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="cache">Where the ids are; without one, every event is handled.</param>
    /// <param name="rememberFor">How long an id is kept.</param>
    /// <param name="handle">Handles the event; throws when that fails.</param>
    /// <param name="logger">Told when the cache fails, which lets the event through rather than losing it.</param>
    /// <param name="cancellationToken">Ends the wait for the first of two.</param>
    /// <returns>Whether it was handled now.</returns>
    public async Task<bool> HandleOnceAsync(string eventId, IDistributedCache? cache, TimeSpan rememberFor, Func<Task> handle, ILogger logger, CancellationToken cancellationToken)
    {
        if (cache is null)
        {
            await handle().ConfigureAwait(false);
            return true;
        }

        // One app may receive an event at two endpoints, and a cache may be shared: the key is the endpoint's own, and of one length.
        string key = "outreach:webhook:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint + "\n" + eventId)));
        TaskCompletionSource<bool> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_running.GetOrAdd(key, mine.Task) is { } running && running != mine.Task)
            if (await running.WaitAsync(cancellationToken).ConfigureAwait(false)) return false;

        bool handled = false;
        try
        {
            handled = await IsKnownAsync(key, eventId, cache, logger, cancellationToken).ConfigureAwait(false);
            if (handled) return false;
            await handle().ConfigureAwait(false);
            handled = true;
            await RememberAsync(key, eventId, cache, rememberFor, logger).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _running.TryRemove(key, out _);
            mine.SetResult(handled);
        }
    }

    private static async Task<bool> IsKnownAsync(string key, string eventId, IDistributedCache cache, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            WebhookLog.CacheFailed(logger, e, eventId);
            return false;
        }
    }

    // Not cancelled with the request: the work is done, and its mark must not be lost because the sender hung up meanwhile.
    private static async Task RememberAsync(string key, string eventId, IDistributedCache cache, TimeSpan rememberFor, ILogger logger)
    {
        try
        {
            await cache.SetAsync(key, _mark, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = rememberFor }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            WebhookLog.CacheFailed(logger, e, eventId);
        }
    }
}
