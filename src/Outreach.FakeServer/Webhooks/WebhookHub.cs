namespace Outreach.FakeServer;

/// <summary>
/// Delivers the webhooks of a world and keeps a log of it. Deliveries to one endpoint keep their order; endpoints wait for
/// nobody else.
/// </summary>
/// <remarks>
/// Without further ado, a webhook goes to its URL if that leads to this machine or to a host of
/// <see cref="FakeOptions.WebhookHosts"/>; any other one is captured in the log and counts as answered 200, so that a test needs
/// no receiver. <see cref="Capture"/> and <see cref="DeliverTo"/> take all webhooks, whatever their URLs say. Who receives a webhook
/// and what goes wrong with it is settled when it is sent, so it never depends on how fast those before it were delivered.
/// </remarks>
public sealed class WebhookHub
{
    private const int MostKept = 10_000;
    private const int MostQueued = 10_000;

    // A receiver that has not answered after so much real time, while a wait on the clock goes on, is taken to wait for it. Where the
    // wait is known to be a receiver's own, the first is enough; it only has to outlast what the receiver does beside.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private const int MostGlances = 20;

    private readonly World _world;
    private readonly Dictionary<string, WebhookLine> _lines = new(StringComparer.Ordinal);
    private readonly List<WebhookInjection> _injections = [];
    private readonly Queue<WebhookAttempt> _log = new();
    private readonly HashSet<long> _handedBack = [];
    private readonly Lock _lock = new();
    private readonly WebhookUrls _urls;
    private readonly AsyncLocal<Visit?> _visit = new();
    private WebhookDestination _destination;
    private readonly List<(string Api, string Endpoint)> _trialDrops = [];
    private List<OutgoingWebhook>? _trial;
    private List<WebhookAttempt>? _triggered;
    private long _count;
    private long _observed;
    private int _waiting;
    private int _restores;

    internal WebhookHub(World world)
    {
        _world = world;
        _urls = new WebhookUrls(world.Options.WebhookHosts);
        _destination = new WebhookDestination(_urls, null, null, CapturesOthers: true);
    }

    /// <summary>
    /// Whether webhooks to hosts that are not allowed are captured and count as answered 200, which is the default; false makes
    /// such attempts fail.
    /// </summary>
    public bool CaptureOtherHosts
    {
        get
        {
            lock (_lock) return _destination.CapturesOthers;
        }
        set
        {
            lock (_lock) _destination = _destination with { CapturesOthers = value };
        }
    }

    /// <summary>The attempts so far, the oldest first; the last 10,000. Looking at them counts as having seen their failures.</summary>
    public IReadOnlyList<WebhookAttempt> Deliveries
    {
        get
        {
            lock (_lock)
            {
                _observed = _count;
                return [.. _log];
            }
        }
    }

    /// <summary>How many webhooks <see cref="WebhookFault.Reorder"/> holds back.</summary>
    public int Held
    {
        get
        {
            lock (_lock) return _lines.Values.Count(line => line.Held is not null);
        }
    }

    internal TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Outcomes by endpoint, event and attempt that take the place of attempts, as a replay has them; null for attempts.</summary>
    internal Func<OutgoingWebhook, WebhookOutcome>? Script { get; set; }

    /// <summary>Whether queued webhooks wait although nobody is at work.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>The attempts of an event's type.</summary>
    /// <param name="eventType">Such as <c>message.opened</c>; <c>*</c> stands for any text.</param>
    public IReadOnlyList<WebhookAttempt> Of(string eventType) => [.. Deliveries.Where(delivery => Glob.Matches(eventType, delivery.EventType))];

    /// <summary>Takes all webhooks that are sent from now on in memory, whatever the endpoints' URLs say.</summary>
    /// <returns>The sink, which answers as it is told.</returns>
    public WebhookSink Capture()
    {
        WebhookSink sink = new();
        lock (_lock) _destination = _destination with { Sink = sink, Handler = null };
        return sink;
    }

    /// <summary>Delivers what is sent from now on to a handler in the process, such as that of a TestServer, whatever the endpoints' URLs say.</summary>
    public void DeliverTo(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_lock) _destination = _destination with { Sink = null, Handler = new HttpMessageInvoker(handler, disposeHandler: false) };
    }

    /// <summary>Goes back to delivering to the endpoints' URLs, where they are allowed.</summary>
    public void DeliverToUrls()
    {
        lock (_lock) _destination = _destination with { Sink = null, Handler = null };
    }

    /// <summary>Lets something go wrong with the next webhooks that are sent; those that wait already are none of them.</summary>
    /// <param name="fault">What.</param>
    /// <param name="times">With how many webhooks.</param>
    /// <param name="endpoint">Only with those to the endpoint of this id, which may be made later; null for any.</param>
    public void Inject(WebhookFault fault, int times = 1, string? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_lock)
            for (int i = 0; i < times; i++) _injections.Add(new WebhookInjection(fault, endpoint));
    }

    /// <summary>Delivers what <see cref="WebhookFault.Reorder"/> holds back, although no next webhook came.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            foreach (WebhookLine line in _lines.Values)
            {
                if (line.Held is not { } held) continue;
                line.Held = null;
                line.Queue.Enqueue(held with { Released = true });
                _waiting++;
            }
        }

        return _world.SettleAsync(cancellationToken);
    }

    /// <summary>Sends an event again: the same bytes, signature and event id. What the API itself logs does not change.</summary>
    /// <returns>The new attempt.</returns>
    public async Task<WebhookAttempt> ResendAsync(WebhookAttempt delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        TaskCompletionSource<WebhookAttempt> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        OutgoingWebhook again = new(delivery.Api, delivery.Endpoint, delivery.EventId, delivery.EventType, delivery.Url, delivery.Headers, delivery.Body, static _ => { });
        Enqueue(again, "resend", done);
        Deliver();
        return await done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets an API send an event to the endpoints that want it, as if it had happened, with the contract's sample data.</summary>
    /// <param name="api">The API, such as <c>markus</c>.</param>
    /// <param name="eventType">The event's type, such as <c>message.opened</c>.</param>
    /// <param name="dataJson">The event's data as JSON; null for sample data.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The attempts, one per endpoint, two of an injected duplicate; empty when no active endpoint wants the event.</returns>
    /// <exception cref="ArgumentException">The API is unknown or has no such event, or the data is no JSON.</exception>
    public async Task<IReadOnlyList<WebhookAttempt>> TriggerAsync(string api, string eventType, string? dataJson = null, CancellationToken cancellationToken = default)
    {
        ApiModule module = _world.Module(api);
        List<WebhookAttempt> triggered = [];
        lock (_world.Gate)
        {
            _triggered = triggered;
            try
            {
                module.TriggerWebhook(eventType, dataJson);
            }
            finally
            {
                _triggered = null;
            }
        }

        await _world.SettleAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            // Who gets these has not looked at earlier ones.
            _handedBack.UnionWith(triggered.Where(attempt => !attempt.Outcome.Succeeded).Select(attempt => attempt.Number));
            return [.. triggered];
        }
    }

    /// <summary>Forgets the log.</summary>
    public void Clear()
    {
        lock (_lock) _log.Clear();
    }

    /// <summary>The failures that nobody looked at and nobody asked for.</summary>
    internal IReadOnlyList<WebhookAttempt> UnobservedFailures()
    {
        lock (_lock)
            return [.. _log.Where(delivery => delivery.Number > _observed && !_handedBack.Contains(delivery.Number) && !delivery.Outcome.Succeeded && delivery.Injected is null && delivery.Receiver != WebhookReceiver.Sink)];
    }

    /// <summary>Who receives what is sent from now on: the sink, a handler, or whom the URLs name.</summary>
    internal WebhookReceiver Receiver
    {
        get
        {
            lock (_lock) return _destination.Sink is not null ? WebhookReceiver.Sink : _destination.Handler is not null ? WebhookReceiver.Handler : WebhookReceiver.Url;
        }
    }

    /// <summary>Counts the failures so far as looked at.</summary>
    internal void Observe()
    {
        lock (_lock) _observed = _count;
    }

    /// <summary>Queues a delivery; <see cref="Deliver"/> begins it once the world's lock is free.</summary>
    internal void Send(OutgoingWebhook webhook)
    {
        if (_trial is not null) _trial.Add(webhook);
        else Enqueue(webhook, triggered: _triggered);
    }

    /// <summary>Sets webhooks aside from now on, until <see cref="EndTrial"/>; both are called under the world's lock.</summary>
    internal void BeginTrial() => _trial = [];

    /// <summary>Sends what was set aside and drops what waits for endpoints deleted meanwhile, or does neither.</summary>
    internal void EndTrial(bool keep)
    {
        List<OutgoingWebhook> trial = _trial ?? [];
        _trial = null;
        if (keep)
        {
            foreach ((string api, string endpoint) in _trialDrops) Drop(api, endpoint);
            trial.ForEach(Send);
        }

        _trialDrops.Clear();
    }

    /// <summary>Drops what waits, since the state that it came from is gone; what is under way tells the new state nothing.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            _restores++;
            foreach (WebhookLine line in _lines.Values) Drop(line);
        }
    }

    /// <summary>Drops what waits for an endpoint, since the endpoint is gone.</summary>
    internal void Drop(string api, string endpoint)
    {
        if (_trial is not null)
        {
            foreach (OutgoingWebhook webhook in _trial.Where(webhook => webhook.Api == api && webhook.Endpoint == endpoint)) webhook.Dropped?.Invoke();
            _trial.RemoveAll(webhook => webhook.Api == api && webhook.Endpoint == endpoint);
            _trialDrops.Add((api, endpoint));
            return;
        }

        lock (_lock)
            if (_lines.TryGetValue(api + " " + endpoint, out WebhookLine? line)) Drop(line);
    }

    /// <summary>Begins what is queued.</summary>
    internal void Deliver()
    {
        if (IsPaused || Volatile.Read(ref _waiting) == 0) return;
        lock (_lock)
        {
            foreach (WebhookLine line in _lines.Values)
            {
                if (line.Queue.Count == 0 || line.IsBusy) continue;
                line.IsBusy = true;
                line.Worker = Task.Run(() => WorkAsync(line));
            }
        }
    }

    /// <summary>Whether this runs in a receiver that has yet to answer a webhook.</summary>
    internal bool IsDelivering => _visit.Value is { IsOver: false };

    /// <summary>Keeps a receiver from waiting for the fake, which waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">It is a receiver that asks, before it has answered.</exception>
    internal void RefuseReceivers()
    {
        if (IsDelivering) throw new InvalidOperationException("A receiver of webhooks cannot wait for the fake, which waits for its answer: move the clock in the test, not in the receiver.");
    }

    /// <summary>Waits until nothing is queued or under way.</summary>
    /// <param name="orWaits">Whether to end also when all that is under way waits for the clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task SettleAsync(bool orWaits, CancellationToken cancellationToken)
    {
        RefuseReceivers();
        while (true)
        {
            Deliver();
            Task[] workers;
            lock (_lock) workers = [.. _lines.Values.Select(line => line.Worker).Where(worker => !worker.IsCompleted)];
            if (workers.Length == 0) return;
            Task all = Task.WhenAll(workers);
            if (!orWaits) await all.WaitAsync(cancellationToken).ConfigureAwait(false);
            else if (!await EndsAsync(all, cancellationToken).ConfigureAwait(false)) return;
        }
    }

    /// <summary>Lets go of the connections.</summary>
    internal void Close() => _urls.Dispose();

    // False when the work waits for the clock, so that nothing but time can end it.
    private async Task<bool> EndsAsync(Task work, CancellationToken cancellationToken)
    {
        (int armed, int glances) = (-1, 0);
        while (true)
        {
            try
            {
                await work.WaitAsync(Glance, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (TimeoutException) when (!work.IsFaulted)
            {
                if (work.IsCompleted) return true;
                (int waits, bool isReceivers) = _world.Clock.Waits();
                glances = waits == armed && _world.IsQuiet ? glances + 1 : 0;
                armed = waits;
                if (waits > 0 && glances >= (isReceivers ? 1 : MostGlances)) return false;
            }
        }
    }

    private void Enqueue(OutgoingWebhook webhook, string? injected = null, TaskCompletionSource<WebhookAttempt>? done = null, List<WebhookAttempt>? triggered = null)
    {
        lock (_lock)
        {
            string key = webhook.Api + " " + webhook.Endpoint;
            if (!_lines.TryGetValue(key, out WebhookLine? line)) _lines[key] = line = new WebhookLine();
            bool isTooMuch = _waiting >= MostQueued;
            line.Queue.Enqueue(new QueuedWebhook(isTooMuch ? webhook with { Body = default } : webhook, injected, done)
            {
                Destination = _destination,
                Injection = injected is null ? TakeInjection(webhook.Endpoint) : null,
                Triggered = triggered,
                Restores = _restores,
                IsTooMuch = isTooMuch,
            });
            _waiting++;
        }
    }

    // What is sent again by hand belongs to no state.
    private void Drop(WebhookLine line)
    {
        QueuedWebhook[] queued = [.. line.Queue];
        line.Queue.Clear();
        _injections.InsertRange(0, queued.Where(item => !item.Released).Select(item => item.Injection).OfType<WebhookInjection>());
        foreach (QueuedWebhook item in queued)
        {
            if (item.Done is not null)
            {
                line.Queue.Enqueue(item);
                continue;
            }

            item.Webhook.Dropped?.Invoke();
            _waiting--;
        }

        line.Held = null;
    }

    private async Task WorkAsync(WebhookLine line)
    {
        try
        {
            await EmptyAsync(line).ConfigureAwait(false);
        }
        catch
        {
            lock (_lock) line.IsBusy = false;
            throw;
        }
    }

    private async Task EmptyAsync(WebhookLine line)
    {
        while (true)
        {
            QueuedWebhook? item;
            lock (_lock)
            {
                if (!line.Queue.TryDequeue(out item))
                {
                    line.IsBusy = false;
                    return;
                }

                _waiting--;
                if (item.HasFault(WebhookFaultKind.Reorder) && !item.Released && line.Held is null && item.Webhook.Dropped is null)
                {
                    line.Held = item;
                    continue;
                }
            }

            await AttemptAsync(item).ConfigureAwait(false);
            if (item.HasFault(WebhookFaultKind.Duplicate)) await AttemptAsync(item with { Repeats = true }).ConfigureAwait(false);
            QueuedWebhook? held;
            lock (_lock)
            {
                held = line.Held;
                line.Held = null;
            }

            if (held is not null) await AttemptAsync(held).ConfigureAwait(false);
        }
    }

    private WebhookInjection? TakeInjection(string endpoint)
    {
        int at = _injections.FindIndex(armed => armed.Endpoint is null || armed.Endpoint == endpoint);
        if (at < 0) return null;
        WebhookInjection injection = _injections[at];
        _injections.RemoveAt(at);
        return injection;
    }

    private async Task AttemptAsync(QueuedWebhook item)
    {
        WebhookAttempt delivery = await TryAsync(item).ConfigureAwait(false);
        item.Done?.TrySetResult(delivery);
    }

    private async Task<WebhookAttempt> TryAsync(QueuedWebhook item)
    {
        OutgoingWebhook webhook = item.HasFault(WebhookFaultKind.CorruptSignature) ? item.Webhook.WithCorruptSignature() : item.Webhook;
        DateTimeOffset at = _world.Clock.Now;
        Visit visit = new();
        _visit.Value = visit;
        (WebhookReceiver receiver, WebhookOutcome outcome) = Script is { } script
            ? (WebhookReceiver.Log, script(webhook))
            : await OutcomeAsync(item, webhook).ConfigureAwait(false);
        visit.IsOver = true;
        WebhookAttempt delivery;
        lock (_lock)
        {
            delivery = new WebhookAttempt
            {
                Number = ++_count,
                At = at,
                Api = webhook.Api,
                Endpoint = webhook.Endpoint,
                EventId = webhook.EventId,
                EventType = webhook.EventType,
                Url = webhook.Url,
                Headers = webhook.Headers,
                Body = webhook.Body,
                Receiver = receiver,
                Injected = item.Injected ?? item.Injection?.Fault.Name,
                Outcome = outcome,
            };
            if (_log.Count == MostKept) _log.Dequeue();
            _log.Enqueue(delivery);
            item.Triggered?.Add(delivery);
        }

        if (receiver == WebhookReceiver.Sink) item.Destination.Sink?.Take(delivery);
        _world.Events.Publish(delivery);
        lock (_world.Gate)
        {
            if (item.Repeats || item.Done is not null) return delivery;
            if (item.Restores != Volatile.Read(ref _restores))
            {
                webhook.Dropped?.Invoke();
                return delivery;
            }

            _world.Recorder.Note(delivery);
            webhook.Completed(outcome);
        }

        return delivery;
    }

    private async Task<(WebhookReceiver, WebhookOutcome)> OutcomeAsync(QueuedWebhook item, OutgoingWebhook webhook)
    {
        if (item.IsTooMuch) return (WebhookReceiver.Nobody, new WebhookOutcome(null, $"more than {MostQueued} webhooks waited", TimeSpan.Zero));
        return item.Injection?.Fault is { Kind: WebhookFaultKind.Fail } fault
            ? (WebhookReceiver.Nobody, new WebhookOutcome(fault.Status, fault.Status is null ? "connection failed (injected)" : null, TimeSpan.Zero) { Body = fault.Status is null ? null : "" })
            : await item.Destination.DeliverAsync(webhook, Limit).ConfigureAwait(false);
    }

    /// <summary>What a receiver does before it answers, wherever its calls lead.</summary>
    private sealed class Visit
    {
        public volatile bool IsOver;
    }
}
