using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer;

/// <summary>What a fault does to a call.</summary>
public abstract class FaultEffect
{
    /// <summary>The longest Retry-After.</summary>
    internal const double MostSeconds = 1e9;

    // A value stands deep inside a state file, which is read to a depth of 64.
    private const int MostDepth = 32;

    private FaultEffect()
    {
    }

    /// <summary>What it does, in a few words, for journals and messages.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Answers a code of the API's catalogue, in the API's own form, to a call that would have succeeded; nothing is stored.
    /// </summary>
    /// <param name="code">The code, such as <c>SERVER_001</c>.</param>
    /// <param name="retryAfter">The Retry-After to send; null for what the API sends with that code.</param>
    public static FaultEffect Error(string code, TimeSpan? retryAfter = null) => new ErrorEffect(code, Checked(retryAfter));

    /// <summary>Answers a bare status before the service sees the call.</summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="retryAfter">The Retry-After to send.</param>
    /// <param name="body">The body as text; none by default, and none with 204, 205 and 304.</param>
    /// <param name="contentType">The body's content type.</param>
    public static FaultEffect Status(int status, TimeSpan? retryAfter = null, string? body = null, string contentType = "text/plain")
        => status is < 200 or > 599 ? throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an answer is from 200 to 599.")
        : status is 204 or 205 or 304 && !string.IsNullOrEmpty(body) ? throw new ArgumentException($"An answer of {status} has no body.", nameof(body))
        : new StatusEffect(status, Checked(retryAfter), body, Printable(contentType));

    /// <summary>Answers the API's own 429 before the service sees the call.</summary>
    /// <param name="retryAfter">The Retry-After to send; null for a 429 without one.</param>
    public static FaultEffect Throttle(TimeSpan? retryAfter) => new ThrottleEffect(Checked(retryAfter));

    /// <summary>Holds the service's answer back, in virtual time.</summary>
    public static FaultEffect Delay(TimeSpan delay)
        => delay.TotalMilliseconds is >= 0 and <= StrictObject.MostMilliseconds
            ? new DelayEffect(delay)
            : throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is not negative, and shorter than a century.");

    /// <summary>Lets no connection come about.</summary>
    public static FaultEffect Refuse() => new ConnectionEffect(TransportFault.Refuse, false);

    /// <summary>Breaks the connection before the service sees the call.</summary>
    public static FaultEffect Drop() => new ConnectionEffect(TransportFault.Drop, false);

    /// <summary>Lets the service do its work, and breaks the connection before the answer: the outcome that a caller cannot know.</summary>
    public static FaultEffect CommitThenDrop() => new ConnectionEffect(TransportFault.Drop, true);

    /// <summary>Lets the service answer, and breaks the connection in the middle of the body.</summary>
    public static FaultEffect CutBody() => new ConnectionEffect(TransportFault.CutBody, true);

    /// <summary>Lets the service do its work, and answers with bytes that are no JSON.</summary>
    public static FaultEffect Garbage() => new ReplaceEffect("garbage", Encoding.UTF8.GetBytes("{\"data\": \u0000\uFFFD]"), null);

    /// <summary>Lets the service answer, and sends the answer under another content type.</summary>
    public static FaultEffect ContentType(string contentType) => new ReplaceEffect($"content type {contentType}", null, Printable(contentType));

    /// <summary>Lets the service answer, and sets one member of the answer.</summary>
    /// <param name="member">The member's path, dotted, with indices in brackets: <c>data[0].status</c>.</param>
    /// <param name="json">The new value as JSON, nested at most 32 deep; null takes the member out.</param>
    /// <exception cref="ArgumentException">The path is none, or the value no JSON.</exception>
    public static FaultEffect Patch(string member, string? json) => new PatchEffect(member, Steps(member), CheckedJson(json));

    /// <summary>The error code that it answers; null for none.</summary>
    internal virtual string? Code => null;

    internal abstract FakeResponse Apply(FaultContext context);

    /// <summary>Writes the effect's members, as <see cref="FaultJson"/> reads them.</summary>
    internal abstract void Write(Utf8JsonWriter writer);

    private static TimeSpan? Checked(TimeSpan? retryAfter)
        => retryAfter is { TotalSeconds: < 0 or > MostSeconds } ? throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "A Retry-After is from 0 to a billion seconds.") : retryAfter;

    // Other characters do not go through a header.
    private static string Printable(string contentType)
        => !string.IsNullOrEmpty(contentType) && contentType.All(c => c is >= ' ' and <= '~') ? contentType : throw new ArgumentException("A content type is printable ASCII.", nameof(contentType));

    private static string? CheckedJson(string? json)
    {
        if (json is null) return null;
        try
        {
            JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth }).Dispose();
            return json;
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"'{json}' is no JSON, or nested more than {MostDepth} deep.", nameof(json), e);
        }
    }

    private static string[] Steps(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        string[] steps = member.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 0 || steps.Any(step => step[0] == '[' && (step[^1] != ']' || !int.TryParse(step[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out _))))
            throw new ArgumentException($"'{member}' leads to no member; write names with dots between them and indices in brackets: data[0].status.", nameof(member));
        return steps;
    }

    private static void Write(Utf8JsonWriter writer, string kind) => writer.WriteString("kind", kind);

    private static void Write(Utf8JsonWriter writer, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait) writer.WriteNumber("retryAfterSeconds", wait.TotalSeconds);
    }

    private sealed class ErrorEffect(string code, TimeSpan? retryAfter) : FaultEffect
    {
        public override string Description => $"error {code}";

        internal override string? Code => code;

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, "error");
            writer.WriteString("code", code);
            Write(writer, retryAfter);
        }

        internal override FakeResponse Apply(FaultContext context) => context.ServeWithoutEffect()
            ?? context.Dress(context.Module.Error(code, retryAfter) ?? throw new InvalidOperationException($"{context.Module.Name} has no error code '{code}'."));
    }

    private sealed class StatusEffect(int status, TimeSpan? retryAfter, string? body, string contentType) : FaultEffect
    {
        public override string Description => $"status {status}";

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, "status");
            writer.WriteNumber("status", status);
            Write(writer, retryAfter);
            if (body is null) return;
            writer.WriteString("body", body);
            writer.WriteString("contentType", contentType);
        }

        internal override FakeResponse Apply(FaultContext context)
        {
            FakeResponse response = new() { Status = status, Body = body is null ? default : Encoding.UTF8.GetBytes(body), ContentType = body is null ? null : contentType };
            return retryAfter is { } wait ? response.With("Retry-After", $"{(long)Math.Ceiling(wait.TotalSeconds)}") : response;
        }
    }

    private sealed class ThrottleEffect(TimeSpan? retryAfter) : FaultEffect
    {
        public override string Description => retryAfter is null ? "429 without Retry-After" : $"429 with Retry-After {retryAfter.Value.TotalSeconds:0}";

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, "throttle");
            Write(writer, retryAfter);
        }

        internal override FakeResponse Apply(FaultContext context) => context.Dress(context.Module.Throttle(retryAfter));
    }

    private sealed class DelayEffect(TimeSpan delay) : FaultEffect
    {
        public override string Description => $"delay {delay}";

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, "delay");
            writer.WriteNumber("milliseconds", delay.TotalMilliseconds);
        }

        internal override FakeResponse Apply(FaultContext context) => context.Serve().Then(answer => answer.Copy(delay: delay));
    }

    private sealed class ConnectionEffect(TransportFault fault, bool served) : FaultEffect
    {
        public override string Description => (fault, served) switch
        {
            (TransportFault.Refuse, _) => "connection refused",
            (TransportFault.CutBody, _) => "body cut",
            (_, true) => "commit then drop",
            _ => "connection dropped",
        };

        internal override void Write(Utf8JsonWriter writer) => Write(writer, (fault, served) switch
        {
            (TransportFault.Refuse, _) => "refuse",
            (TransportFault.CutBody, _) => "cutBody",
            (_, true) => "commitThenDrop",
            _ => "drop",
        });

        internal override FakeResponse Apply(FaultContext context)
            => served ? context.Serve().Then(answer => answer.Copy(fault: fault)) : new FakeResponse { Status = 0, TransportFault = fault };
    }

    private sealed class ReplaceEffect(string description, byte[]? body, string? contentType) : FaultEffect
    {
        public override string Description => description;

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, body is null ? "contentType" : "garbage");
            if (contentType is not null) writer.WriteString("contentType", contentType);
        }

        internal override FakeResponse Apply(FaultContext context) => context.Serve().Then(answer => answer.Body.IsEmpty ? answer : answer.Copy(body: body, contentType: contentType));
    }

    private sealed class PatchEffect(string member, string[] steps, string? json) : FaultEffect
    {
        public override string Description => $"patch {member}";

        internal override void Write(Utf8JsonWriter writer)
        {
            Write(writer, "patch");
            writer.WriteString("member", member);
            if (json is null) return;
            writer.WritePropertyName("value");
            writer.WriteRawValue(json);
        }

        internal override FakeResponse Apply(FaultContext context) => context.Serve().Then(answer => Patched(context, answer));

        private FakeResponse Patched(FaultContext context, FakeResponse response)
        {
            if (response.Body.IsEmpty || JsonNode.Parse(response.Body.Span) is not { } root) return response;
            JsonNode? target = root;
            foreach (string step in steps[..^1]) target = step[0] == '[' ? (target as JsonArray)?.ElementAtOrDefault(int.Parse(step[1..^1], null)) : (target as JsonObject)?[step];
            JsonNode? value = json is null ? null : JsonNode.Parse(json);
            string last = steps[^1];
            switch (target)
            {
                case JsonObject owner when json is null: owner.Remove(last); break;
                case JsonObject owner: owner[last] = value; break;
                case JsonArray list when last[0] == '[' && int.Parse(last[1..^1], null) is var at && at < list.Count: list[at] = value; break;
                default: throw new InvalidOperationException($"The answer of {context.Request.Method} {context.Path} has no '{member}'.");
            }

            return response.Copy(body: JsonBody.Write(root, static (writer, node) => node.WriteTo(writer)));
        }
    }
}
