using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;

namespace Outreach.Mcp;

/// <summary>Says what went wrong with a call and what to do about it.</summary>
/// <param name="catalog">The tools, for advice that names one.</param>
/// <param name="time">The clock on which waits are reckoned.</param>
/// <param name="hasClock">Whether the agent itself moves that clock.</param>
internal sealed class ToolErrors(ToolCatalog catalog, TimeProvider time, bool hasClock)
{
    private const string Correct = "Nothing was done. Correct the arguments, or bring the resource into the state that the message asks for, and call again.";
    private const string UsedUp = "An allowance is used up: waiting a little does not help. Tell the user, who can raise the plan or buy credits.";

    /// <summary>Arguments that cannot be sent.</summary>
    public static ToolError Arguments(OperationTool tool, IReadOnlyList<string> problems) => new()
    {
        Summary = $"{tool.Name} was not called: its arguments are wrong.",
        Details = problems,
        Next = "Correct these arguments by the tool's input schema and call again.",
        Data = new JsonObject { ["code"] = "arguments", ["operation"] = tool.Operation.Name, ["problems"] = new JsonArray([.. problems.Select(problem => JsonValue.Create(problem))]) },
    };

    /// <summary>A tool that is not served.</summary>
    public static ToolError Refused(OperationTool tool, string reason) => Refused(tool.Name, tool.Operation.Name, reason);

    /// <summary>A tool that is not served.</summary>
    public static ToolError Refused(string name, string operation, string reason) => new()
    {
        Summary = $"{name} is not available here. {reason}",
        Next = "Use the tools that are listed, or ask the user to start the server differently.",
        Data = new JsonObject { ["code"] = "not_served", ["operation"] = operation },
    };

    /// <summary>A call that failed.</summary>
    public ToolError Of(OperationTool tool, Exception error) => error switch
    {
        OutreachApiException api => Api(tool, api),
        OutreachConnectionException connection => Connection(tool, connection),
        OutreachResponseException response => Broken(tool, response),
        ArgumentException argument => Arguments(tool, [argument.Message.Split(" (Parameter", 2)[0]]),
        _ => new ToolError
        {
            Summary = $"{tool.Name} failed: {error.GetType().Name}.",
            Next = tool.Effect == ToolEffect.Reads ? "Call again; if it fails again, tell the user." : "Check whether it was done before calling again; tell the user.",
            Data = Data(tool, "internal"),
        },
    };

    /// <summary>What a GraphQL answer says went wrong; null when it has data, whose errors belong to single fields.</summary>
    public static ToolError? GraphQL(OperationTool tool, JsonObject? answer)
    {
        if (tool.Operation.Name != "crm.graphql.execute" || answer?["data"] is not null || answer?["errors"] is not JsonArray { Count: > 0 } errors) return null;
        string? code = Text(errors[0]?["extensions"]?["code"]);
        return new ToolError
        {
            Summary = $"{code ?? "An error"} from {tool.Name}: {Short(Text(errors[0]?["message"]) ?? "no further words", 1000)}",
            Meaning = code is null ? null : Meaning(tool, code),
            Details = [.. errors.Skip(1).Take(20).Select(error => Short(Text(error?["message"]) ?? "no further words", 1000))],
            Next = "Correct query and variables by the schema in outreach://crm/graphql and call again; for any other reason do what the message says.",
            Data = Data(tool, code ?? "none"),
        };

        static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }

    private ToolError Api(OperationTool tool, OutreachApiException error)
    {
        JsonObject data = Data(tool, error.Code.IsNone ? "none" : error.Code.Value!);
        data["status"] = (int)error.StatusCode;
        data["message"] = error.Text;
        if (error.RequestId is { } id) data["request_id"] = id;
        DateTimeOffset? retryAt = null;
        if (error.RetryAfter is { } wait)
        {
            retryAt = time.GetUtcNow() + wait;
            data["retry_after_seconds"] = Math.Ceiling(wait.TotalSeconds);
            data["retry_at"] = retryAt.Value.ToString("O", CultureInfo.InvariantCulture);
        }

        List<string> details = [];
        if (error is OutreachValidationException { Fields: { Count: > 0 } fields }) details.AddRange(fields.Take(20).Select(field => field.Field.Length == 0 ? field.Message : $"{field.Field}: {field.Message}"));
        else if (error.Details is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } more) details.Add(Short(more.GetRawText(), 4000));
        if (error.RequestId is { } request) details.Add($"request id {request}");
        string status = ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new ToolError
        {
            Summary = $"{(error.Code.IsNone ? $"HTTP {status}" : $"{error.Code} (HTTP {status})")} from {tool.Name}: {Short(error.Text ?? "no further words", 1000)}",
            Meaning = error.Code.IsNone ? null : Meaning(tool, error.Code.Value!),
            Details = details,
            Next = Advice(tool, error),
            RetryAt = retryAt,
            Data = data,
        };
    }

    private static ToolError Connection(OperationTool tool, OutreachConnectionException error) => new()
    {
        Summary = $"{tool.Name}: {error.Message}",
        Next = tool.Operation.RetryClass == RetryClass.Safe
            ? "Call again: repeating this operation does no harm. If it fails again, tell the user that the service cannot be reached."
            : "It is unknown whether it was done. Look first (list or get what it should have made or changed), and repeat it only if nothing was.",
        Data = Data(tool, error.IsTimeout ? "timeout" : "connection"),
    };

    private static ToolError Broken(OperationTool tool, OutreachResponseException error)
    {
        JsonObject data = Data(tool, "answer");
        data["status"] = (int)error.StatusCode;
        return new ToolError
        {
            Summary = $"{tool.Name}: {error.Message}",
            Next = tool.Effect == ToolEffect.Reads
                ? "Call again; if the answer is broken again, tell the user."
                : "It was most likely done, only the answer is unreadable. Look before you repeat it.",
            Data = data,
        };
    }

    private string Advice(OperationTool tool, OutreachApiException error) => (error, (int)error.StatusCode) switch
    {
        (OutreachRateLimitException { IsAllowance: true }, _) => UsedUp,
        (_, 429) when error.RetryAfter is { } wait => $"Nothing was done. {(hasClock ? $"Let {Seconds(wait)} s pass with {FakeTools.Advance}, then call again." : $"Call again in {Seconds(wait)} s, and do other things until then.")}",
        (_, 429) => "Nothing was done. Wait a minute and call less often.",
        (_, 401) => $"The key is missing, expired or revoked. Do not repeat; ask the user to set a valid {Variable(tool.Operation.Api)} for this server.",
        (_, 402) => "A payment is asked for. Show the user what is asked; do not pay without their consent.",
        (_, 403) => tool.Operation.Scope is { } scope ? $"The key may not do this ({(scope == "*" ? "full access" : scope)} is needed). Do not repeat; ask the user for another key." : "The key may not do this. Do not repeat; tell the user.",
        (_, 404) => Finders(tool) switch
        {
            [] => "Check the id; what it named may have been deleted.",
            [var one] => $"Check the id: {one} lists what there is.",
            var several => $"Check the ids: {string.Join(" and ", several)} list what there is.",
        },
        (_, 409) => "It clashes with the present state. Read the resource again, and decide whether anything is left to do.",
        (_, 400 or 413 or 415 or 422) => Correct,
        // Mailmark refuses some calls with a 500, though it says exactly why.
        (_, 500) when error.Code.Value is MailmarkErrorCodes.RecipientsInvalid or MailmarkErrorCodes.GroupMailboxUnknown or MailmarkErrorCodes.ScheduleInPast => Correct,
        (_, 500) when error.Code.Value == MailmarkErrorCodes.MonthlyLimitReached => UsedUp,
        (_, 500) when error.Code.Value == MailmarkErrorCodes.WarmingLimitReached => "Nothing was done. Today's allowance is used up; call again tomorrow.",
        (_, >= 500) when tool.Operation.RetryClass == RetryClass.Safe => "The service failed; the client has repeated the call already. Try again later; if it goes on, tell the user.",
        (_, >= 500) when error.RetryAfter is not null => "Nothing was done. Call again after the wait.",
        (_, >= 500) => "The service failed, and it is unknown whether it was done. Look before you repeat it.",
        _ => "Tell the user.",
    };

    // The lists of what the ids of the path name; where there are none, the list of the operation's own resource.
    private string[] Finders(OperationTool tool)
    {
        string[] steps = tool.Contract.Path.Split('/');
        string[] named = Lists(steps.Zip(steps.Skip(1)).Where(pair => pair.Second.StartsWith('{')).Select(pair => ToolNames.Camel(pair.First)));
        return named.Length > 0 ? named : Lists([tool.Operation.Id[..tool.Operation.Id.IndexOf('.', StringComparison.Ordinal)]]);

        string[] Lists(IEnumerable<string> resources)
            => [.. resources.Select(resource => catalog.NameOf($"{tool.Operation.Api}.{resource}.list")).OfType<string>().Where(name => name != tool.Name && catalog.Refusal(catalog.Find(name)!, null) is null).Distinct()];
    }

    private static string? Meaning(OperationTool tool, string code)
    {
        foreach (JsonElement entry in tool.Contract.Document.Root.GetProperty("x-error-code-catalog").EnumerateArray())
        {
            if (entry.GetProperty("code").GetString() != code) continue;
            string text = entry.GetProperty("description").GetString()!;
            return entry.TryGetProperty("condition", out JsonElement condition) && condition.GetString() is { Length: > 0 } when ? $"{text} ({when.TrimEnd('.')}.)" : text;
        }

        return null;
    }

    private static JsonObject Data(OperationTool tool, string code) => new() { ["code"] = code, ["operation"] = tool.Operation.Name };

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    private static string Variable(string api) => api == "crm" ? "CRM_TOKEN" : $"{api.ToUpperInvariant()}_API_KEY";

    private static string Short(string text, int most) => text.Length > most ? $"{text[..most]}…" : text;
}
