using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly;

namespace Outreach.Sdk;

/// <summary>
/// Sends the operations of one API: what all its resource clients stand on. A call goes out once without ceremony; only when that
/// fails, the retry pipeline takes over.
/// </summary>
internal sealed class ApiTransport
{
    private const int MaxErrorSize = 64 * 1024;

    private readonly ApiProfile _profile;
    private readonly Credential _credential;
    private readonly HttpMessageInvoker _http;
    private readonly HttpClient? _client;
    private readonly RetryPolicy _retry;
    private readonly Pacer? _pacer;
    private readonly TimeoutPool _timeouts;
    private readonly TimeProvider _time;
    private readonly ILogger? _logger;
    private readonly Dictionary<Operation, PathTemplate>? _routes;
    private readonly string _base;
    private readonly TimeSpan _attemptTimeout;
    private readonly int _maxResponseSize;
    private readonly bool _pacesSingleCalls;
    private readonly bool _pacesBulkCalls;

    /// <summary>Makes the transport of an API from options that have been checked.</summary>
    public ApiTransport(ApiOptions api, Credential credential, OutreachClientOptions options, HttpMessageInvoker http, RetryPolicy retry, TimeoutPool timeouts, ILogger? logger)
    {
        _profile = api.Profile;
        _credential = credential;
        _http = http;
        _client = http as HttpClient;
        _retry = retry;
        _timeouts = timeouts;
        _logger = logger;
        _time = options.TimeProvider;
        _routes = api.Overrides();
        _base = api.Address!.AbsoluteUri;
        _attemptTimeout = options.AttemptTimeout;
        _maxResponseSize = options.MaxResponseSize;
        _pacesSingleCalls = options.PaceSingleCalls;
        _pacesBulkCalls = options.PaceBulkCalls;
        _pacer = _profile.Buckets.Count == 0 ? null : new Pacer(_profile.Buckets, options.TimeProvider, options.MaxRetryDelay);
    }

    /// <summary>The clock that the API's bulk calls wait on.</summary>
    public TimeProvider Time => _time;

    /// <summary>Takes the key out of a text that the API gave beside results.</summary>
    public string Mask(string text) => _credential.Mask(text);

    /// <summary>Sends a call without a body and reads its result.</summary>
    public Task<TResult> SendAsync<TResult>(OperationCall call, JsonTypeInfo<TResult> resultType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<TResult, ResultReader<TResult>>(call, null, new(resultType), options, cancellationToken);

    /// <summary>Sends a call with a JSON body and reads its result.</summary>
    public Task<TResult> SendAsync<TBody, TResult>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TResult> resultType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<TResult, ResultReader<TResult>>(call, Write(body, bodyType), new(resultType), options, cancellationToken);

    /// <summary>Sends a call whose answer has no content.</summary>
    public Task SendAsync(OperationCall call, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<NoContent, NoContent>(call, null, default, options, cancellationToken);

    /// <summary>Sends a call with a JSON body whose answer has no content.</summary>
    public Task SendAsync<TBody>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<NoContent, NoContent>(call, Write(body, bodyType), default, options, cancellationToken);

    /// <summary>Sends a call whose result is a list that is not paged.</summary>
    public Task<IReadOnlyList<TItem>> SendListAsync<TItem>(OperationCall call, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<IReadOnlyList<TItem>, ListReader<TItem>>(call, null, new(itemsType), options, cancellationToken);

    /// <summary>Sends a call with a JSON body whose result is a list that is not paged.</summary>
    public Task<IReadOnlyList<TItem>> SendListAsync<TBody, TItem>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<IReadOnlyList<TItem>, ListReader<TItem>>(call, Write(body, bodyType), new(itemsType), options, cancellationToken);

    /// <summary>Sends a call whose result is one page of a list.</summary>
    public Task<Page<TItem>> SendPageAsync<TItem>(OperationCall call, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<Page<TItem>, PageReader<TItem>>(call, null, new(itemsType), options, cancellationToken);

    /// <summary>Sends a call whose answer is a file, and gives its bytes as they arrive.</summary>
    public Task<Download> SendStreamAsync(OperationCall call, RequestOptions? options, CancellationToken cancellationToken)
        => RunAsync<Download, DownloadReader>(call, null, default, options, cancellationToken);

    /// <summary>Sends an operation by its name, with arguments and answer as JSON.</summary>
    /// <param name="name">The operationId, with or without the API before it.</param>
    /// <param name="arguments">What goes into path, query and body.</param>
    /// <param name="fallback">A member that stands in where the arguments lack it; null for none.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<JsonElement> SendRawAsync(string name, JsonElement arguments, KeyValuePair<string, string>? fallback, RequestOptions? options, CancellationToken cancellationToken)
    {
        Operation operation = _profile.Find(name);
        RawArguments raw = new(operation, arguments, fallback);
        return operation.IsFile
            ? RawFile.ReadAsync(SendStreamAsync(raw.Call(), options, cancellationToken), _maxResponseSize, cancellationToken)
            : RunAsync<JsonElement, RawReader>(raw.Call(), raw.Body(), default, options, cancellationToken);
    }

    /// <summary>Makes one attempt; what goes wrong on the way is a failure in the result, except the caller's cancellation.</summary>
    internal ValueTask<Attempt<TResult>> AttemptAsync<TResult, TReader>(Operation operation, Uri uri, CallSettings settings, TReader reader, int number, CancellationToken cancellationToken)
        where TReader : struct, IAnswerReader<TResult>
    {
        bool isPaced = _pacer is not null && (settings.Options is { IsBulk: true } ? _pacesBulkCalls : _pacesSingleCalls);
        return isPaced || _credential.CanRenew
            ? AttemptWithCareAsync<TResult, TReader>(operation, uri, settings, reader, number, isPaced, cancellationToken)
            : ExchangeAsync<TResult, TReader>(operation, uri, settings, reader, number, _credential.Current!, cancellationToken);
    }

    private static RequestBody Write<TBody>(TBody body, JsonTypeInfo<TBody> type)
    {
        if (body is null) throw new ArgumentNullException(nameof(body), "The request is null.");
        return RequestBody.Write(body, type);
    }

    private async Task<TResult> RunAsync<TResult, TReader>(OperationCall call, RequestBody? body, TReader reader, RequestOptions? options, CancellationToken cancellationToken)
        where TReader : struct, IAnswerReader<TResult>
    {
        Operation operation = call.Operation;
        Activity? activity = null;
        long begun = 0;
        int attempts = 1;
        ResponseInfo? info = null;
        Exception? error = null;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            Uri uri = Address(call);
            activity = Telemetry.Start(operation, uri);
            begun = Telemetry.Begin(_time);
            bool wantsInfo = activity is not null || options?.OnResponse is not null || _logger?.IsEnabled(LogLevel.Debug) is true;
            CallSettings settings = new(body, call.Header, options, wantsInfo);
            Attempt<TResult> attempt = await AttemptAsync<TResult, TReader>(operation, uri, settings, reader, 1, cancellationToken).ConfigureAwait(false);
            if (attempt.Failure is { } first && Decide(operation, first, 1, options))
            {
                RetryRun<TResult, TReader> run = new(this, operation, uri, settings, reader, attempt);
                await RepeatAsync(run, cancellationToken).ConfigureAwait(false);
                attempt = run.Last;
                attempts = run.Attempts;
            }

            info = attempt.Info;
            if (info is not null) options?.OnResponse?.Invoke(info);
            if (attempt.Failure is { } failure) throw failure.Exception;
            if (info is not null && _logger is not null) ClientLog.Answered(_logger, operation.Name, (int)info.Status, attempts);
            return attempt.Result;
        }
        catch (Exception e)
        {
            error = e;
            if (e is OutreachException known)
            {
                attempts = known.Attempts;
                if (_logger is not null) ClientLog.Failed(_logger, operation.Name, attempts, Reason(known));
            }

            throw;
        }
        finally
        {
            body?.Release();
            if (activity is not null || begun != 0) Telemetry.End(activity, operation, begun, _time, info, error, attempts);
        }
    }

    private async ValueTask RepeatAsync<TResult, TReader>(RetryRun<TResult, TReader> run, CancellationToken cancellationToken)
        where TReader : struct, IAnswerReader<TResult>
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            await _retry.Pipeline.ExecuteAsync(static (context, run) => run.NextAsync(context.CancellationToken), context, run).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    internal bool Decide(Operation operation, AttemptFailure failure, int attempts, RequestOptions? options)
    {
        failure.Delay = _retry.Decide(operation, failure, attempts, options);
        if (failure.Delay is not { } delay) return false;
        Telemetry.Retrying(operation);
        if (_logger is not null) ClientLog.Repeating(_logger, operation.Name, delay, attempts, Reason(failure.Exception));
        return true;
    }

    private async ValueTask<Attempt<TResult>> AttemptWithCareAsync<TResult, TReader>(Operation operation, Uri uri, CallSettings settings, TReader reader, int number, bool isPaced, CancellationToken cancellationToken)
        where TReader : struct, IAnswerReader<TResult>
    {
        if (isPaced) await _pacer!.WaitAsync(operation, cancellationToken).ConfigureAwait(false);
        SentKey key = _credential.Current ?? await _credential.AskAsync(cancellationToken).ConfigureAwait(false);
        Attempt<TResult> attempt = await ExchangeAsync<TResult, TReader>(operation, uri, settings, reader, number, key, cancellationToken).ConfigureAwait(false);
        if (attempt.Failure is not { Status: HttpStatusCode.Unauthorized } || !_credential.CanRenew) return attempt;

        _credential.Forget(key);
        key = _credential.Current ?? await _credential.AskAsync(cancellationToken).ConfigureAwait(false);
        return await ExchangeAsync<TResult, TReader>(operation, uri, settings, reader, number, key, cancellationToken).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt<TResult>> ExchangeAsync<TResult, TReader>(Operation operation, Uri uri, CallSettings settings, TReader reader, int number, SentKey key, CancellationToken cancellationToken)
        where TReader : struct, IAnswerReader<TResult>
    {
        TimeSpan timeout = settings.Options?.AttemptTimeout ?? _attemptTimeout;
        CancellationTokenSource source = _timeouts.Rent(timeout);
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        HttpRequestMessage? request = null;
        HttpResponseMessage? response = null;
        ResponseInfo? info = null;
        bool isHandedOver = false;
        try
        {
            request = Request(operation, uri, settings, key, TReader.IsStream ? "*/*" : "application/json");
            response = _client is null
                ? await _http.SendAsync(request, source.Token).ConfigureAwait(false)
                : await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, source.Token).ConfigureAwait(false);
            info = settings.WantsInfo ? new(operation.Name, response.StatusCode, key.Mask(RateHeaders.RequestId(response.Headers)), number, RateHeaders.Read(response.Headers)) : null;
            if (!response.IsSuccessStatusCode)
                return new(await FailureAsync(operation, response, info, number, key, source.Token, cancellationToken).ConfigureAwait(false));

            if (_pacer is not null) Observe(operation, response, null);
            if (TReader.IsStream)
            {
                Stream content = await response.Content.ReadAsStreamAsync(source.Token).ConfigureAwait(false);
                source.CancelAfter(Timeout.InfiniteTimeSpan);
                isHandedOver = true;
                return new((TResult)(object)Downloaded(operation, content, request, response, source, key), info);
            }

            if (!TReader.ReadsBody) return new(reader.Read(_profile, default), info);
            using AnswerBuffer body = await AnswerBuffer.ReadAsync(response.Content, _maxResponseSize, source.Token).ConfigureAwait(false);
            if (body.IsCut) return new(Broken(operation, response, info, number, key, $"is larger than {_maxResponseSize.ToString(CultureInfo.InvariantCulture)} bytes"));
            if (body.Bytes.IsEmpty && TReader.AllowsEmpty) return new(reader.Read(_profile, default), info);
            if (body.Bytes.IsEmpty) return new(Broken(operation, response, info, number, key, "is empty"));
            if (!IsJson(response.Content)) return new(Broken(operation, response, info, number, key, $"is of type {MediaType(response.Content, key)}, not JSON"));
            try
            {
                return new(reader.Read(_profile, body.Bytes), info);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException or NotSupportedException)
            {
                return new(Broken(operation, response, info, number, key, "is no JSON of the expected shape", e));
            }
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{operation.Name} was cancelled.", key.Mask(e), cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            return new(new AttemptFailure(new OutreachConnectionException(
                $"{operation.Name} got no complete answer from {uri.Host} within {timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.", key.Mask(e))
            { Operation = operation.Name, Attempts = number, IsTimeout = true }));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(new AttemptFailure(new OutreachConnectionException($"{operation.Name} got no complete answer from {uri.Host}: {Reason(e)}.", key.Mask(e))
            {
                Operation = operation.Name,
                Attempts = number,
                WasNotSent = e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError },
            })
            {
                // A certificate that is refused now is refused in a second too.
                IsFinal = e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError },
            });
        }
        catch (Exception e) when (response is not null && AnswerBuffer.IsUnpackable(e))
        {
            return new(Broken(operation, response, info, number, key, "is not packed as its Content-Encoding says", e));
        }
        finally
        {
            registration.Dispose();
            if (!isHandedOver)
            {
                response?.Dispose();
                request?.Dispose();
                _timeouts.Return(source);
            }
        }
    }

    private HttpRequestMessage Request(Operation operation, Uri uri, CallSettings settings, SentKey key, string accept)
    {
        HttpRequestMessage request = new(operation.Method, uri);
        _credential.Apply(request.Headers, key);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("User-Agent", ClientVersion.UserAgent);
        if (settings.Header is { } header) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (settings.Options?.Headers is { } headers)
        {
            foreach ((string name, string value) in headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        // SocketsHttpHandler sends a request without content again by itself when a connection closes before the answer. What must
        // not happen twice therefore always has content, if only an empty one.
        if (settings.Body is not null) request.Content = new BodyContent(settings.Body);
        else if (operation.RetryClass == RetryClass.ThrottleOnly) request.Content = new ReadOnlyMemoryContent(default);
        return request;
    }

    private Uri Address(OperationCall call)
    {
        PathTemplate template = _routes is not null && _routes.TryGetValue(call.Operation, out PathTemplate? route) ? route : call.Operation.Path;
        string address = call.Build(template, _base);
        if (_credential.Query is { } query) address = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
        return new Uri(address, UriKind.Absolute);
    }

    private async ValueTask<AttemptFailure> FailureAsync(Operation operation, HttpResponseMessage response, ResponseInfo? info, int number, SentKey key, CancellationToken cancellationToken, CancellationToken callersToken)
    {
        HttpStatusCode status = response.StatusCode;
        if ((int)status < 400) return Broken(operation, response, info, number, key, $"has status {((int)status).ToString(CultureInfo.InvariantCulture)}; redirects are not followed, since the key must not leave the address it was given for");

        ErrorBody error = default;
        ReadOnlyMemory<byte> raw = default;
        try
        {
            using AnswerBuffer body = await AnswerBuffer.ReadAsync(response.Content, MaxErrorSize, cancellationToken).ConfigureAwait(false);
            error = Masked(ReadError(operation, status, body), key);
            if (status == HttpStatusCode.PaymentRequired) raw = key.Mask(body.Bytes);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || AnswerBuffer.IsUnpackable(e) || (e is OperationCanceledException && !callersToken.IsCancellationRequested))
        {
            // The status says enough.
        }

        TimeSpan? retryAfter = RateHeaders.RetryAfter(response.Headers, _time);
        RateLimit? rateLimit = RateHeaders.Read(response.Headers);
        bool isThrottled = status == HttpStatusCode.TooManyRequests;
        bool isFinal = _profile.Errors.IsFinal(status, error.Code, retryAfter is not null);
        if (isThrottled) Telemetry.Throttled(operation);
        if (_pacer is not null) Observe(operation, response, isThrottled && !isFinal ? retryAfter : null);
        TimeSpan? wait = retryAfter;
        if (wait is null && isThrottled && !isFinal && rateLimit?.ResetAt - _time.GetUtcNow() is { Ticks: > 0 } untilReset) wait = untilReset;
        ApiFailure failure = new()
        {
            Operation = operation.Name,
            StatusCode = status,
            Code = error.Code,
            Text = error.Text ?? (error.Code.IsNone ? $"the answer is {MediaType(response.Content, key)}, not an error of the API" : null),
            RequestId = error.RequestId ?? key.Mask(RateHeaders.RequestId(response.Headers)),
            Details = error.Details,
            Fields = error.Fields ?? [],
            RetryAfter = wait,
            RateLimit = rateLimit,
            Attempts = number,
            IsFinal = isFinal,
            Body = raw,
            Headers = status == HttpStatusCode.PaymentRequired ? response.Headers : null,
        };
        return new AttemptFailure(_profile.Exceptions(failure))
        {
            Status = status,
            Info = info is null ? null : info with { RequestId = failure.RequestId },
            RetryAfter = retryAfter,
            ResetAt = rateLimit?.ResetAt,
            IsFinal = isFinal,
        };
    }

    private ErrorBody ReadError(Operation operation, HttpStatusCode status, AnswerBuffer body)
    {
        if (body.Bytes.IsEmpty) return default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.Memory);
            return _profile.Errors.Read(operation, status, document.RootElement);
        }
        catch (JsonException)
        {
            return _profile.Errors.ReadText(operation, status, Encoding.UTF8.GetString(body.Bytes[..Math.Min(body.Bytes.Length, 512)]));
        }
        catch (InvalidOperationException)
        {
            // A text in the body is no valid UTF-16.
            return default;
        }
    }

    private static ErrorBody Masked(ErrorBody error, SentKey key) => error with
    {
        Code = key.Mask(error.Code.Value),
        Text = key.Mask(error.Text),
        RequestId = key.Mask(error.RequestId),
        Details = error.Details is { } details ? key.Mask(details) : null,
        Fields = error.Fields is null ? null : [.. error.Fields.Select(field => new FieldError(key.Mask(field.Field), key.Mask(field.Message)))],
    };

    private AttemptFailure Broken(Operation operation, HttpResponseMessage response, ResponseInfo? info, int number, SentKey key, string what, Exception? inner = null)
        => new(new OutreachResponseException($"{operation.Name}: the answer of {_profile.DisplayName} {what}.", inner is null ? null : key.Mask(inner))
        {
            Operation = operation.Name,
            Attempts = number,
            StatusCode = response.StatusCode,
            RequestId = key.Mask(RateHeaders.RequestId(response.Headers)),
        })
        { Info = info, Status = response.StatusCode, IsFinal = true };

    private void Observe(Operation operation, HttpResponseMessage response, TimeSpan? throttledFor)
    {
        if (RateHeaders.TryRead(response.Headers, out int? limit, out int? remaining, out DateTimeOffset? resetAt) || throttledFor is not null)
            _pacer!.Observe(operation, limit, remaining, resetAt, throttledFor is not null, throttledFor);
    }

    private static Download Downloaded(Operation operation, Stream content, HttpRequestMessage request, HttpResponseMessage response, CancellationTokenSource source, SentKey key)
    {
        HttpContentHeaders headers = response.Content.Headers;
        string? name = headers.ContentDisposition is { } disposition ? disposition.FileNameStar ?? disposition.FileName?.Trim('"') : null;
        return new Download(new DownloadStream(content, operation.Name, request, response, source, key), WithoutFolders(name), headers.ContentType?.MediaType ?? "application/octet-stream", headers.ContentLength);
    }

    // The name comes from the one who sent the file, and callers save under it.
    private static string? WithoutFolders(string? name)
    {
        if (name is null) return null;
        name = name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name is "" or "." or ".." ? null : name;
    }

    private static bool IsJson(HttpContent content)
        => !content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values) || values.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    private static string MediaType(HttpContent content, SentKey key)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues values)) return "without a type";
        string text = key.Mask(values.ToString());
        int end = text.AsSpan().IndexOfAny(';', ' ');
        if (end >= 0) text = text[..end];
        return text.Length is 0 or > 80 ? "of an odd type" : text;
    }

    private static string Reason(Exception error) => error switch
    {
        OutreachApiException { Code.IsNone: false } coded => $"{((int)coded.StatusCode).ToString(CultureInfo.InvariantCulture)} {coded.Code}",
        OutreachApiException api => ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture),
        OutreachConnectionException { IsTimeout: true } => "time-out",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        HttpIOException io => io.HttpRequestError.ToString(),
        _ => error.GetType().Name,
    };
}
