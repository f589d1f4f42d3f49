using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using ModelContextProtocol.Protocol;
using Outreach.FakeServer;

namespace Outreach.Mcp;

/// <summary>The three tools that only the reference server has: its clock, its outbox and its faults.</summary>
internal sealed class FakeTools(OutreachFake fake, ToolCatalog catalog, bool isReadOnly, Redactor redactor, int maxResult)
{
    public const string Advance = "fake_advance_clock";
    private const string ReadOutbox = "fake_read_outbox";
    private const string ArmFault = "fake_arm_fault";

    private static readonly string Kinds = new JsonArray([.. FaultJson.Kinds.Select(kind => JsonValue.Create(kind))]).ToJsonString();

    /// <summary>The tools as clients see them.</summary>
    public static IReadOnlyList<Tool> Tools { get; } =
    [
        Describe(Advance, "Fake: let time pass",
            "Moves the clock of the reference server: sequences run, messages go out, answers come in, webhooks are delivered. Says what was sent and what will happen next.",
            """{"type":"object","properties":{"duration":{"type":"string","description":"How long, such as 3d, 36h, 90m, 30s or PT72H.","examples":["3d"]}},"required":["duration"],"additionalProperties":false}"""),
        Describe(ReadOutbox, "Fake: read the outbox",
            "Shows the messages that the reference server sent, as their recipients see them, newest last.",
            """{"type":"object","properties":{"api":{"type":"string","enum":["markus","reachkit","mailmark","crm"],"description":"Only messages of this API."},"to":{"type":"string","description":"Only messages to this address or handle."},"after":{"type":"integer","minimum":0,"default":0,"description":"Only messages after this sequence number."},"limit":{"type":"integer","minimum":1,"maximum":200,"default":20,"description":"Messages at most, the first ones that fit."}},"additionalProperties":false}"""),
        Describe(ArmFault, "Fake: arm a fault",
            "Lets coming calls of the reference server fail on purpose: an error code, a 429, a lost connection, a broken answer. By default the next call only.",
            """{"type":"object","properties":{"operation":{"type":"string","description":"The tool or operation whose calls are met, such as markus.campaigns.create; * stands for any text.","examples":["markus.campaigns.*"]},"times":{"type":["integer","null"],"minimum":1,"default":1,"description":"Calls that are met; null for all that follow."},"skip":{"type":"integer","minimum":0,"default":0,"description":"Matching calls that are let through first."},"effect":{"type":"object","description":"What is done to the calls.","properties":{"kind":{"type":"string","enum":KINDS},"code":{"type":"string","description":"For error: a code of the API's catalogue."},"status":{"type":"integer","minimum":100,"maximum":599,"description":"For status."},"retryAfterSeconds":{"type":"number","minimum":0,"description":"For error, status and throttle."},"milliseconds":{"type":"integer","minimum":0,"description":"For delay, in virtual time."},"contentType":{"type":"string"},"member":{"type":"string","description":"For patch: the member's path, such as data[0].status."},"value":{"description":"For patch: the new value."},"body":{"type":"string"}},"required":["kind"],"examples":[{"kind":"throttle","retryAfterSeconds":90}]}},"required":["operation","effect"],"additionalProperties":false}""".Replace("KINDS", Kinds, StringComparison.Ordinal)),
    ];

    /// <summary>The tools that are shown: they belong to whoever tries things out; a reader gets the one that reads.</summary>
    public IEnumerable<Tool> Shown => Tools.Where(tool => !isReadOnly || tool.Name == ReadOutbox);

    /// <summary>Whether a name is one of the three.</summary>
    public static bool Has(string name) => Tools.Any(tool => tool.Name == name);

    /// <summary>Calls one of the three.</summary>
    public async Task<CallToolResult> CallAsync(string name, JsonElement arguments, CancellationToken cancellationToken)
    {
        if (!Shown.Any(tool => tool.Name == name)) return ToolErrors.Refused(name, name, "This server was started with --read-only.").ToResult(redactor);
        try
        {
            StrictObject given = new(name == ArmFault ? WithOperation(arguments) : arguments, "");
            JsonObject result = name switch
            {
                Advance => await AdvanceAsync(given, cancellationToken).ConfigureAwait(false),
                ReadOutbox => Outbox(given),
                _ => Arm(given),
            };
            if (ResultTrimmer.Trim(result, maxResult) is { Count: > 0 } notes) result["_note"] = $"Trimmed: {string.Join("; ", notes)}.";
            return new CallToolResult { Content = [new TextContentBlock { Text = ResultTrimmer.Write(result) }], StructuredContent = JsonSerializer.SerializeToElement(result) };
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return new ToolError
            {
                Summary = $"{name} was not done: {e.Message.Split(" (Parameter", 2)[0]}",
                Next = "Correct the arguments by the tool's input schema and call again.",
                Data = new JsonObject { ["code"] = "arguments", ["operation"] = name },
            }.ToResult(redactor);
        }
    }

    private async Task<JsonObject> AdvanceAsync(StrictObject given, CancellationToken cancellationToken)
    {
        TimeSpan span = Duration(given.NeedText("duration"));
        given.End();
        int before = fake.Outbox.Count;
        await fake.Clock.AdvanceAsync(span, cancellationToken).ConfigureAwait(false);
        await fake.SettleAsync(cancellationToken).ConfigureAwait(false);
        return new JsonObject
        {
            ["now"] = Text(fake.Clock.Now),
            ["sent"] = fake.Outbox.Count - before,
            ["last_sequence_before"] = before,
            ["next_events"] = new JsonArray([.. fake.Clock.Pending.Take(5).Select(pending => new JsonObject { ["due"] = Text(pending.Due), ["what"] = pending.Kind, ["why"] = pending.Reason })]),
        };
    }

    private JsonObject Outbox(StrictObject given)
    {
        string? api = given.Word("api", "markus", "reachkit", "mailmark", "crm");
        string? to = given.Text("to");
        long after = given.Whole("after", 0) ?? 0;
        int limit = (int)(given.Whole("limit", 1, 200) ?? 20);
        given.End();
        List<OutboxMessage> found = [.. fake.Outbox.Where(message => message.Sequence > after
            && (api is null || message.Api == api) && (to is null || message.Recipients.Contains(to, StringComparer.OrdinalIgnoreCase)))];
        return new JsonObject
        {
            ["now"] = Text(fake.Clock.Now),
            ["found"] = found.Count,
            ["messages"] = new JsonArray([.. found.Take(limit).Select(message => new JsonObject
            {
                ["sequence"] = message.Sequence,
                ["api"] = message.Api,
                ["channel"] = message.Channel,
                ["message_id"] = message.MessageId,
                ["campaign_id"] = message.CampaignId,
                ["sent_at"] = Text(message.SentAt),
                ["from"] = message.From,
                ["to"] = new JsonArray([.. message.Recipients.Select(recipient => JsonValue.Create(recipient))]),
                ["subject"] = message.Subject,
                ["text"] = message.Text ?? message.Html,
            })]),
        };
    }

    // An agent knows its tools by their names; faults go by operations.
    private JsonElement WithOperation(JsonElement arguments)
    {
        if (!arguments.TryGetProperty("operation", out JsonElement named) || named.ValueKind != JsonValueKind.String || catalog.Find(named.GetString()!) is not { } tool) return arguments;
        JsonObject changed = JsonObject.Create(arguments)!;
        changed["operation"] = tool.Operation.Name;
        return JsonSerializer.SerializeToElement(changed);
    }

    private JsonObject Arm(StrictObject given)
    {
        ArmedFault armed = fake.Faults.Add(FaultJson.Read(given));
        return new JsonObject { ["armed"] = armed.Number, ["operation"] = armed.Fault.Operation, ["effect"] = armed.Effect.Description, ["times"] = armed.Fault.Times };
    }

    private static TimeSpan Duration(string text)
    {
        try
        {
            TimeSpan span = text.StartsWith('P') ? XmlConvert.ToTimeSpan(text)
                : text[^1..] switch
                {
                    "d" => TimeSpan.FromDays(Number(text)),
                    "h" => TimeSpan.FromHours(Number(text)),
                    "m" => TimeSpan.FromMinutes(Number(text)),
                    "s" => TimeSpan.FromSeconds(Number(text)),
                    _ => throw new FormatException(),
                };
            if (span >= TimeSpan.Zero && span <= TimeSpan.FromDays(3660)) return span;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            // Said below.
        }

        throw new FormatException($"'{text}' is no duration of at most ten years; write 3d, 36h, 90m, 30s or PT72H.");

        static double Number(string text) => double.Parse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static Tool Describe(string name, string title, string description, string schema) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = JsonElement.Parse(schema),
        Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = name == ReadOutbox, DestructiveHint = false, IdempotentHint = name == ReadOutbox, OpenWorldHint = false },
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
