using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Outreach.FakeServer;

/// <summary>The record of a run as a file: where the world began, and what was done to it.</summary>
internal static class ReproFile
{
    private const string Format = "outreach-fake repro";
    private const int Version = 2;

    /// <summary>Writes a world's record.</summary>
    public static void Write(Stream stream, World world)
    {
        lock (world.Gate)
        {
            World start = new(world.Options with { FailOn = FailOn.Nothing });
            start.Restore(world.Recorder.Start ?? world.Capture());
            start.Faults.ReplaceKeys(key => Secret(world, key));
            using Utf8JsonWriter writer = new(stream, JsonBody.WriterOptions);
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("version", Version);
            writer.WritePropertyName("world");
            StateFile.WriteWorld(writer, FakeWorlds.DefaultName, start);
            writer.WriteStartArray("actions");
            foreach (RecordedAction action in world.Recorder.Actions) Write(writer, world, action);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    /// <summary>Reads a record and does it again.</summary>
    /// <exception cref="FormatException">It is no record, or cannot be read.</exception>
    public static async Task<ReplayResult> ReplayAsync(JsonElement root, CancellationToken cancellationToken)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format)
            throw new FormatException($"It is no record of a run: it lacks \"format\": \"{Format}\".");
        if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != Version)
            throw new FormatException($"Its version is not {Version}, the only one that is read here.");
        StrictObject world = new StrictObject(root, "").Object("world") ?? throw new FormatException("world: is missing.");
        OutreachFake fake = new(Options(world.Object("options") ?? throw world.Bad("options", "is missing")));
        StateFile.ReadParts(fake.World, world.Any("parts") ?? throw world.Bad("parts", "is missing"));
        List<StrictObject> actions = [.. new StrictObject(root, "").Objects("actions") ?? throw new FormatException("actions: is missing.")];
        return await new Run(fake, actions).PlayAsync(cancellationToken).ConfigureAwait(false);
    }

    private static FakeOptions Options(StrictObject options) => new()
    {
        Seed = options.Any("seed") is { ValueKind: JsonValueKind.Number } seed ? seed.GetUInt64() : throw options.Bad("seed", "is no number"),
        RateLimits = options.Flag("rateLimits") ?? true,
        AcceptAnyKey = options.Flag("acceptAnyKey") ?? false,
        MailmarkSourceQuirks = options.Flag("mailmarkSourceQuirks") ?? false,
        ClockMode = ClockMode.Manual,
    };

    private static void Write(Utf8JsonWriter writer, World world, RecordedAction action)
    {
        writer.WriteStartObject();
        writer.WriteString("at", Rfc3339.WriteExact(action.At));
        switch (action)
        {
            case ServedCall served:
                writer.WriteStartObject("request");
                writer.WriteString("method", served.Request.Method);
                writer.WriteString("host", served.Request.Host);
                writer.WriteString("path", served.Request.Path);
                writer.WriteString("query", Query(world, served.Request));
                WriteHeaders(writer, served.Request.Headers.Select(header => Journal.IsSecret(header.Key) ? new(header.Key, Secret(world, header.Value)) : header));
                WriteBody(writer, served.Request.Body);
                writer.WriteEndObject();
                WriteAnswer(writer, served.Response);
                break;
            case RecordedAction.Armed armed:
                writer.WriteStartObject("fault");
                FaultJson.WriteMembers(writer, armed.Fault.Key is null ? armed.Fault : armed.Fault with { Key = Secret(world, armed.Fault.Key) });
                writer.WriteEndObject();
                break;
            case RecordedAction.Disarmed disarmed:
                writer.WriteNumber("disarm", disarmed.Number);
                break;
            case RecordedAction.Ruled ruled:
                writer.WritePropertyName("recipient");
                RecipientJson.Write(writer, ruled.Rule);
                break;
            case RecordedAction.Unruled:
                writer.WriteBoolean("noRecipients", true);
                break;
            case RecordedAction.Delivered delivered:
                writer.WriteStartObject("webhook");
                writer.WriteString("endpoint", delivered.Endpoint);
                writer.WriteString("event", delivered.EventId);
                if (delivered.Outcome.Status is { } status) writer.WriteNumber("status", status);
                if (delivered.Outcome.Error is { } error) writer.WriteString("error", error);
                if (delivered.Outcome.Body is { } body) writer.WriteString("body", body);
                writer.WriteNumber("ticks", delivered.Outcome.Duration.Ticks);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, FakeResponse response)
    {
        writer.WriteStartObject("answer");
        writer.WriteNumber("status", response.Status);
        if (response.TransportFault is { } fault) writer.WriteString("connection", fault.ToString());
        if (response.ContentType is not null) writer.WriteString("contentType", response.ContentType);
        WriteHeaders(writer, response.Headers);
        WriteBody(writer, response.Body);
        writer.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, string>> headers)
    {
        writer.WriteStartArray("headers");
        foreach ((string name, string value) in headers)
        {
            writer.WriteStringValue(name);
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter writer, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return;
        if (Utf8.IsValid(body.Span)) writer.WriteString("text", body.Span);
        else writer.WriteBase64String("base64", body.Span);
    }

    private static string Query(World world, FakeRequest request)
        => request.QueryString.Contains("api_key", StringComparison.Ordinal) && request.QueryValue("api_key") is { Length: > 0 } key
            ? request.QueryString.Replace(Uri.EscapeDataString(key), Uri.EscapeDataString(Secret(world, key)), StringComparison.Ordinal)
            : request.QueryString;

    private static string Secret(World world, string value)
    {
        string prefix = value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[..7] : "";
        string key = value[prefix.Length..];
        return IsOwn(world, key.Trim()) ? value : prefix + StandIn.For(key);
    }

    // Where any key opens an account, a world soon owns keys that came from outside: there, only those count as its own that it
    // began with or gave out in an answer.
    private static bool IsOwn(World world, string key)
        => !world.Options.AcceptAnyKey
            ? world.Modules.Any(module => module.OwnsKey(key))
            : world.Modules.Any(module => module.DefaultKey == key) || world.Recorder.Actions.Any(action => action is ServedCall served && served.Response.Body.Span.IndexOf(Encoding.UTF8.GetBytes(key)) >= 0);

    private sealed class Run(OutreachFake fake, IReadOnlyList<StrictObject> actions)
    {
        private readonly Dictionary<string, Queue<WebhookOutcome>> _outcomes = new(StringComparer.Ordinal);
        private int _requests;

        public async Task<ReplayResult> PlayAsync(CancellationToken cancellationToken)
        {
            foreach (StrictObject action in actions)
            {
                if (action.Object("webhook") is not { } webhook) continue;
                string key = webhook.NeedText("endpoint") + " " + webhook.NeedText("event");
                if (!_outcomes.TryGetValue(key, out Queue<WebhookOutcome>? queue)) _outcomes[key] = queue = new Queue<WebhookOutcome>();
                queue.Enqueue(new WebhookOutcome((int?)webhook.Whole("status"), webhook.Text("error"), TimeSpan.FromTicks(webhook.Whole("ticks") ?? 0)) { Body = webhook.Text("body") });
            }

            fake.Webhooks.IsPaused = true;
            fake.Webhooks.Script = webhook => _outcomes.TryGetValue(webhook.Endpoint + " " + webhook.EventId, out Queue<WebhookOutcome>? queue) && queue.TryDequeue(out WebhookOutcome? outcome)
                ? outcome
                : new WebhookOutcome(200, null, TimeSpan.Zero);
            foreach (StrictObject action in actions)
            {
                await fake.Clock.AdvanceToAsync(action.Time("at") ?? throw action.Bad("at", "is missing"), cancellationToken).ConfigureAwait(false);
                if (await DoAsync(action, cancellationToken).ConfigureAwait(false) is { } difference) return new ReplayResult(_requests, difference);
            }

            return new ReplayResult(_requests, null);
        }

        private async Task<string?> DoAsync(StrictObject action, CancellationToken cancellationToken)
        {
            if (action.Object("request") is { } request)
            {
                FakeRequest read = Request(request);
                _requests++;
                ServedCall call;
                lock (fake.World.Gate) call = Engine.Serve(fake.World, read);
                if (call.Response.Pending is { } pending)
                {
                    await DeliverAsync(cancellationToken).ConfigureAwait(false);
                    await pending.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
                    lock (fake.World.Gate) call = Engine.Finish(fake.World, call);
                }

                return Difference(read, action.Object("answer") ?? throw action.Bad("answer", "is missing"), call.Response);
            }

            if (action.Object("fault") is { } fault) Arm(fault);
            else if (action.Whole("disarm") is { } number) fake.Faults.Find(number)?.Disarm();
            else if (action.Object("recipient") is { } rule) fake.Recipients.Add(RecipientJson.Read(rule));
            else if (action.Has("noRecipients")) fake.Recipients.Clear();
            else if (action.Has("webhook")) await DeliverAsync(cancellationToken).ConfigureAwait(false);
            else throw action.Bad("", "has none of request, fault, disarm, recipient, noRecipients and webhook");
            return null;
        }

        private void Arm(StrictObject fault)
        {
            Fault read = FaultJson.Read(fault);
            if (!fake.Faults.Knows(read.Operation)) throw fault.Bad("operation", $"no operation fits '{read.Operation}'");
            fake.Faults.Add(read);
        }

        private async Task DeliverAsync(CancellationToken cancellationToken)
        {
            fake.Webhooks.IsPaused = false;
            await fake.SettleAsync(cancellationToken).ConfigureAwait(false);
            fake.Webhooks.IsPaused = true;
        }

        private static FakeRequest Request(StrictObject request) => new()
        {
            Method = request.NeedText("method"),
            Host = request.Text("host") ?? "",
            Path = request.NeedText("path"),
            QueryString = request.Text("query") ?? "",
            Headers = Headers(request),
            Body = Body(request),
        };

        private static List<KeyValuePair<string, string>> Headers(StrictObject owner)
        {
            IReadOnlyList<string> texts = owner.Texts("headers") ?? [];
            List<KeyValuePair<string, string>> headers = [];
            for (int i = 0; i + 1 < texts.Count; i += 2) headers.Add(new(texts[i], texts[i + 1]));
            return headers;
        }

        private static ReadOnlyMemory<byte> Body(StrictObject owner)
            => owner.Text("text") is { } text ? Encoding.UTF8.GetBytes(text) : owner.Text("base64") is { } base64 ? Convert.FromBase64String(base64) : default;

        private string? Difference(FakeRequest request, StrictObject expected, FakeResponse actual)
        {
            string name = $"request {_requests}, {request.Method} {request.Path}";
            if (expected.Whole("status") is { } status && status != actual.Status) return $"{name}: status {actual.Status} instead of {status}";
            if (expected.Text("connection") != actual.TransportFault?.ToString()) return $"{name}: the connection broke in another way";
            if (expected.Text("contentType") != actual.ContentType) return $"{name}: content type {actual.ContentType} instead of {expected.Text("contentType")}";
            List<KeyValuePair<string, string>> headers = Headers(expected);
            for (int i = 0; i < Math.Max(headers.Count, actual.Headers.Count); i++)
            {
                KeyValuePair<string, string>? one = i < headers.Count ? headers[i] : null, other = i < actual.Headers.Count ? actual.Headers[i] : null;
                if (one?.Key != other?.Key || one?.Value != other?.Value) return $"{name}: header {other?.Key}: {other?.Value} instead of {one?.Key}: {one?.Value}";
            }

            ReadOnlySpan<byte> before = Body(expected).Span, now = actual.Body.Span;
            if (before.SequenceEqual(now)) return null;
            int at = before.CommonPrefixLength(now);
            return $"{name}: the body differs from byte {at} on: …{Around(now, at)}… instead of …{Around(before, at)}…";
        }

        private static string Around(ReadOnlySpan<byte> body, int at) => Encoding.UTF8.GetString(body[Math.Max(0, at - 20)..Math.Min(body.Length, at + 40)]);
    }
}
