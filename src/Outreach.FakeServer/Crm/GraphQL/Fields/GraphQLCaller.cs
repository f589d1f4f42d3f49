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

    /// <summary>Reads what another object names, by the rules: null when it is gone. Scopes are asked for at the root fields only.</summary>
    public T Follow<T>(Func<CrmRules, CrmCaller, T> read) => read(module.Rules, caller);

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
        => Connection(Call(operationId, path, Paged(query, pagination.Int("skip"), pagination.Int("take"))));

    /// <summary>A page that was read, as nodes and meta.</summary>
    public static Dictionary<string, object?> Connection(JsonElement page) => new() { ["nodes"] = page.GetProperty("data"), ["meta"] = page.GetProperty("meta") };

    /// <summary>One page of a list that REST gives in short form, with whole objects.</summary>
    public Dictionary<string, object?> Connection<TRow>(WholeList<TRow> list, IReadOnlyList<string>? path, IReadOnlyList<KeyValuePair<string, string?>> query, ArgumentValues pagination)
    {
        (CrmCall call, CrmPage<TRow> page) = Page(list, path, Paged(query, pagination.Int("skip"), pagination.Int("take")));
        return new()
        {
            ["nodes"] = page.Items.Select(row => list.Show(call, row)).ToList(),
            ["meta"] = new Dictionary<string, object?> { ["total"] = page.Total, ["skip"] = page.Skip, ["take"] = page.Take, ["hasMore"] = page.HasMore },
        };
    }

    /// <summary>A whole list, however many pages it has.</summary>
    public List<JsonElement> All(string operationId, IReadOnlyList<string>? path = null, params IReadOnlyList<KeyValuePair<string, string?>> query)
    {
        List<JsonElement> items = [];
        while (true)
        {
            JsonElement page = Call(operationId, path, Paged(query, items.Count, LargestPage));
            items.AddRange(page.GetProperty("data").EnumerateArray());
            if (!page.GetProperty("meta").GetProperty("hasMore").GetBoolean()) return items;
        }
    }

    /// <summary>All of a list that REST gives in short form, with whole objects.</summary>
    public List<RecordSource> All<TRow>(WholeList<TRow> list, IReadOnlyList<KeyValuePair<string, string?>> query)
    {
        List<RecordSource> items = [];
        while (true)
        {
            (CrmCall call, CrmPage<TRow> page) = Page(list, null, Paged(query, items.Count, LargestPage));
            items.AddRange(page.Items.Select(row => list.Show(call, row)));
            if (!page.HasMore) return items;
        }
    }

    /// <summary>A query value; null leaves it out.</summary>
    public static KeyValuePair<string, string?> Pair(string name, object? value) => new(name, value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });

    // The rows of the page that REST would answer, by its rules and with its refusals.
    private (CrmCall Call, CrmPage<TRow> Page) Page<TRow>(WholeList<TRow> list, IReadOnlyList<string>? path, IReadOnlyList<KeyValuePair<string, string?>> query)
    {
        try
        {
            CrmCall call = module.Open(list.OperationId, caller, path, query);
            return (call, list.Page(call));
        }
        catch (CrmError error)
        {
            throw new GraphQLFieldException(error.Code, error.Message);
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string?>> Paged(IReadOnlyList<KeyValuePair<string, string?>> query, int? skip, int? take) => [.. query, Pair("skip", skip), Pair("take", take)];

    private static JsonElement Answer(FakeResponse response)
    {
        JsonElement answer = response.Body.IsEmpty ? default : JsonElement.Parse(response.Body.Span);
        return response.Status < 400 ? answer : throw new GraphQLFieldException(response.ErrorCode!, answer.GetProperty("error").GetProperty("message").GetString()!);
    }
}
