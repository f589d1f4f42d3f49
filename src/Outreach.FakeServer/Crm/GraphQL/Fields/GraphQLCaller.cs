using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>
/// Who runs a GraphQL document. Every field is answered by the matching REST call, so that rules, states, scopes and side
/// effects are the same by construction.
/// </summary>
internal sealed class GraphQLCaller(CrmModule module, CrmCaller caller)
{
    private const int LargestPage = 100;

    /// <summary>Runs an operation and gives its answer; an answer of failure is an error of the field.</summary>
    public JsonElement Call(string operationId, IReadOnlyList<string>? path = null, IReadOnlyList<KeyValuePair<string, string?>>? query = null, JsonElement? body = null)
        => Answer(module.Invoke(operationId, caller, path, query, body));

    /// <summary>
    /// The object of an id that another object holds; null when it is gone. Scopes are asked for at the root fields only.
    /// </summary>
    public JsonElement? Follow(string operationId, string? id)
    {
        if (id is null) return null;
        FakeResponse response = module.Invoke(operationId, caller, [id], scoped: false);
        return response.Status == 404 ? null : Answer(response);
    }

    /// <summary>Runs an operation that deletes.</summary>
    public bool Delete(string operationId, params IReadOnlyList<string> path)
    {
        Call(operationId, path);
        return true;
    }

    /// <summary>Runs an operation whose missing object is null.</summary>
    public JsonElement? Find(string operationId, IReadOnlyList<string>? path = null, IReadOnlyList<KeyValuePair<string, string?>>? query = null)
    {
        try
        {
            return Call(operationId, path, query);
        }
        catch (GraphQLFieldException exception) when (exception.Code == Sdk.Crm.CrmErrorCodes.ResourceNotFound)
        {
            return null;
        }
    }

    /// <summary>One page of a list, as nodes and meta.</summary>
    public Dictionary<string, object?> Connection(string operationId, IReadOnlyList<string>? path, IReadOnlyList<KeyValuePair<string, string?>> query, ArgumentValues pagination)
        => Connection(Page(operationId, path, query, pagination), node => node);

    /// <summary>One page of a list that REST gives in short form, with whole objects.</summary>
    public Dictionary<string, object?> Connection(string operationId, IReadOnlyList<string>? path, IReadOnlyList<KeyValuePair<string, string?>> query, ArgumentValues pagination, string wholeOperationId)
        => Connection(Page(operationId, path, query, pagination), node => Whole(node, wholeOperationId));

    /// <summary>A page that was read, as nodes and meta.</summary>
    public static Dictionary<string, object?> Connection(JsonElement page, Func<JsonElement, object?> node) => new()
    {
        ["nodes"] = page.GetProperty("data").EnumerateArray().Select(node).ToList(),
        ["meta"] = page.GetProperty("meta"),
    };

    /// <summary>A whole list, however many pages it has.</summary>
    public List<JsonElement> All(string operationId, IReadOnlyList<string>? path = null, params IReadOnlyList<KeyValuePair<string, string?>> query)
    {
        List<JsonElement> items = [];
        while (true)
        {
            JsonElement page = Call(operationId, path, [.. query, Pair("skip", items.Count), Pair("take", LargestPage)]);
            items.AddRange(page.GetProperty("data").EnumerateArray());
            if (!page.GetProperty("meta").GetProperty("hasMore").GetBoolean()) return items;
        }
    }

    /// <summary>A whole list that REST gives in short form, with whole objects.</summary>
    public List<JsonElement?> AllWhole(string operationId, string wholeOperationId, IReadOnlyList<KeyValuePair<string, string?>> query)
        => [.. All(operationId, null, query).Select(item => Whole(item, wholeOperationId))];

    /// <summary>A query value; null leaves it out.</summary>
    public static KeyValuePair<string, string?> Pair(string name, object? value) => new(name, value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });

    private JsonElement Page(string operationId, IReadOnlyList<string>? path, IReadOnlyList<KeyValuePair<string, string?>> query, ArgumentValues pagination)
        => Call(operationId, path, [.. query, Pair("skip", pagination.Int("skip")), Pair("take", pagination.Int("take"))]);

    private JsonElement? Whole(JsonElement item, string operationId) => Follow(operationId, item.GetProperty("id").GetString());

    private static JsonElement Answer(FakeResponse response)
    {
        JsonElement answer = response.Body.IsEmpty ? default : JsonElement.Parse(response.Body.Span);
        return response.Status < 400 ? answer : throw new GraphQLFieldException(response.ErrorCode!, answer.GetProperty("error").GetProperty("message").GetString()!);
    }
}
