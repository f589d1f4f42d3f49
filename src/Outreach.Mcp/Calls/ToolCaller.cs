using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>Calls operations for an agent: checks, sends, follows pages, cuts imports into batches, trims, and explains failures.</summary>
internal sealed class ToolCaller(ToolCatalog catalog, ApiConnection connection, ToolErrors errors, Redactor redactor, int maxResult)
{
    private const string NoteMember = "_note";
    private const int MostPages = 200;
    private const int MostAlike = 5;

    /// <summary>Calls an operation.</summary>
    /// <param name="tool">The operation's tool.</param>
    /// <param name="arguments">A JSON object.</param>
    /// <param name="report">Told how far a call of several steps is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CallToolResult> CallAsync(OperationTool tool, JsonElement arguments, Func<CallProgress, Task> report, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string>? scopes = tool.Operation is { Api: "markus", Scope: not null } ? await connection.ScopesAsync().ConfigureAwait(false) : null;
        if (catalog.Refusal(tool, scopes) is { } reason) return ToolErrors.Refused(tool, reason).ToResult(redactor);
        IReadOnlyList<string> problems = ArgumentCheck.Problems(tool, arguments);
        if (problems.Count > 0) return ToolErrors.Arguments(tool, problems).ToResult(redactor);
        try
        {
            ListWalk walk = new();
            JsonObject? answer = tool.Batch is { } batch && arguments.GetProperty(batch.Member).GetArrayLength() > batch.Most
                ? await ImportAsync(tool, batch, arguments, report, cancellationToken).ConfigureAwait(false)
                : tool.Paging is { } paging
                ? await ListAsync(tool, paging, arguments, walk, report, cancellationToken).ConfigureAwait(false)
                : await SendAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
            return ToolErrors.GraphQL(tool, answer)?.ToResult(redactor) ?? Result(tool, arguments, answer, walk);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PartialImportException e)
        {
            ToolError error = errors.Of(tool, e.InnerException!);
            return (error with { Details = [.. error.Details, e.Message] }).ToResult(redactor);
        }
        catch (Exception e)
        {
            return errors.Of(tool, e).ToResult(redactor);
        }
    }

    private async Task<JsonObject?> SendAsync(OperationTool tool, JsonElement arguments, CancellationToken cancellationToken)
    {
        (JsonElement plain, RequestOptions? options) = TakeHeaders(tool, arguments);
        JsonElement answer = await connection.SendAsync(tool.Operation, plain, options, cancellationToken).ConfigureAwait(false);
        return answer.ValueKind switch
        {
            JsonValueKind.Undefined => null,
            JsonValueKind.Object => JsonObject.Create(answer),
            _ => new JsonObject { [OperationTool.ListMember] = JsonNode.Parse(answer.GetRawText()) },
        };
    }

    private async Task<JsonObject?> ListAsync(OperationTool tool, PagingPlan paging, JsonElement given, ListWalk walk, Func<CallProgress, Task> report, CancellationToken cancellationToken)
    {
        PageReader reader = new(paging);
        JsonObject arguments = JsonObject.Create(given)!;
        bool isExport = arguments.Remove(OperationTool.AllPages, out JsonNode? all) && all!.GetValue<bool>();
        JsonObject? answer = await SendAsync(tool, ToElement(arguments), cancellationToken).ConfigureAwait(false);
        if (answer is null) return null;
        JsonNode? next = reader.Next(answer, arguments);
        if (isExport && reader.Items(answer) is { } items)
        {
            int size = ResultTrimmer.Size(answer);
            string last = items.ToJsonString();
            int alike = 1;
            await report(Progress(reader, answer, items.Count)).ConfigureAwait(false);
            for (int page = 1; next is not null && page < MostPages; page++)
            {
                arguments[paging.Param] = next.DeepClone();
                JsonObject? more;
                try
                {
                    more = await SendAsync(tool, ToElement(arguments), cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    // The pages before are worth having; the next call begins with this one.
                    walk.Failure = errors.Of(tool, e);
                    break;
                }

                if (more is null || reader.Items(more) is not { Count: > 0 } added)
                {
                    next = null;
                    break;
                }

                int addedSize = ResultTrimmer.Size(added);
                // What does not fit any more is left for the next call, so that no page is lost.
                if (size + addedSize > maxResult) break;
                next = reader.Next(more, arguments);
                string text = added.ToJsonString();
                if (text == last)
                {
                    // As in the client's own lists: once may be by chance, for ever means that the service does not page.
                    if (++alike < MostAlike) continue;
                    walk.Note = "The service gives the same page again and again, so the list was not followed to its end.";
                    return answer;
                }

                (last, alike) = (text, 1);
                size += addedSize;
                foreach (JsonNode? item in added.ToList())
                {
                    added.Remove(item);
                    items.Add(item);
                }

                await report(Progress(reader, answer, items.Count)).ConfigureAwait(false);
            }
        }

        if (next is not null)
        {
            int count = reader.Items(answer)!.Count;
            string of = reader.Total(answer) is { } total ? $" of {total}" : "";
            walk.GoOn = $"{count}{of} items here; go on with {paging.Param}={next.ToJsonString()}{(isExport ? "" : $", or fetch on with {OperationTool.AllPages}=true")}.";
        }

        return answer;
    }

    private async Task<JsonObject?> ImportAsync(OperationTool tool, BatchPlan batch, JsonElement given, Func<CallProgress, Task> report, CancellationToken cancellationToken)
    {
        JsonElement[] rows = [.. given.GetProperty(batch.Member).EnumerateArray()];
        JsonObject? sum = null;
        int done = 0;
        foreach (JsonElement[] part in rows.Chunk(batch.Most))
        {
            JsonObject arguments = JsonObject.Create(given)!;
            arguments[batch.Member] = new JsonArray([.. part.Select(row => JsonNode.Parse(row.GetRawText()))]);
            try
            {
                JsonObject? answer = await SendAsync(tool, ToElement(arguments), cancellationToken).ConfigureAwait(false);
                sum = sum is null ? answer : Add(sum, answer!, done);
            }
            catch (OutreachException e) when (done > 0)
            {
                throw new PartialImportException($"The first {done} of {rows.Length} rows were imported before this failure{Counts(sum)}; go on with the others.", e);
            }

            done += part.Length;
            await report(new(done, rows.Length, $"{done} of {rows.Length} rows imported")).ConfigureAwait(false);
        }

        return sum;
    }

    // Two results of an import become one: counts are added, rows are appended under their place in the whole.
    private static JsonObject Add(JsonObject sum, JsonObject more, int offset)
    {
        JsonObject left = sum["data"]!.AsObject();
        foreach ((string name, JsonNode? value) in more["data"]!.AsObject().ToList())
        {
            if (value is JsonArray rows && left[name] is JsonArray list)
            {
                foreach (JsonNode? row in rows)
                {
                    JsonNode? copy = row?.DeepClone();
                    if (copy is JsonObject entry && entry["index"] is JsonValue index) entry["index"] = index.GetValue<int>() + offset;
                    list.Add(copy);
                }
            }
            else if (value is JsonValue && value.GetValueKind() == JsonValueKind.Number)
            {
                left[name] = (left[name]?.GetValue<int>() ?? 0) + value.GetValue<int>();
            }
        }

        return sum;
    }

    private static string Counts(JsonObject? sum)
        => sum?["data"] is JsonObject data ? $" ({data["created"]} created, {data["skipped"]} skipped, {data["failed"]} failed)" : "";

    // Of a long import the rows that need a second look are few; they must not be the ones that are left out.
    private static bool PutFailuresFirst(JsonObject answer)
    {
        if (answer["data"] is not JsonObject data || data["results"] is not JsonArray rows) return false;
        List<JsonNode?> all = [.. rows];
        rows.Clear();
        foreach (JsonNode? row in all.OrderBy(row => row?["status"]?.ToString() switch { "failed" => 0, "created" => 2, _ => 1 })) rows.Add(row);
        return true;
    }

    private CallToolResult Result(OperationTool tool, JsonElement given, JsonObject? answer, ListWalk walk)
    {
        if (answer is null) return new CallToolResult { Content = [new TextContentBlock { Text = $"Done: {tool.Name} succeeded." }] };
        bool isSorted = tool.Batch is not null && ResultTrimmer.Size(answer) > maxResult && PutFailuresFirst(answer);
        PageReader? reader = tool.Paging is { } plan ? new(plan) : null;
        int? count = reader?.Items(answer)?.Count;
        IReadOnlyList<string> trimmed = ResultTrimmer.Trim(answer, maxResult);
        if (reader?.Items(answer) is { Count: > 0 and var kept } && kept < count)
        {
            // Where the page leads on is no more where the reader has to go on.
            string of = reader.Total(answer) is { } total ? $" of {total}" : "";
            walk.GoOn = $"{kept}{of} items here; go on with {reader.After(answer, JsonObject.Create(given)!)}.";
        }

        List<string> notes = [.. new[] { walk.GoOn, walk.Note }.OfType<string>()];
        if (walk.Failure is { } failure) notes.Add($"The page behind these could not be read: {failure.ToNote(redactor)}");
        if (trimmed.Count > 0)
        {
            string how = tool.Paging is { } paging ? $"ask for fewer with {paging.SizeParam} to see them all"
                : isSorted ? "rows that failed stand first, then those that were skipped"
                : "ask for single items, or start the server with a larger --max-result";
            notes.Add($"Trimmed to {maxResult.ToString(CultureInfo.InvariantCulture)} characters: {string.Join("; ", trimmed)}; {how}.");
        }

        if (notes.Count > 0) answer[NoteMember] = string.Join(" ", notes);
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = ResultTrimmer.Write(answer) }],
            StructuredContent = ToElement(answer),
            Meta = walk.Failure?.ToMeta(redactor),
        };
    }

    // The few headers that operations take travel in the options.
    private static (JsonElement Arguments, RequestOptions? Options) TakeHeaders(OperationTool tool, JsonElement arguments)
    {
        string[] names = [.. tool.Contract.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "header").Select(parameter => parameter.GetProperty("name").GetString()!)];
        if (names.Length == 0) return (arguments, null);
        JsonObject plain = JsonObject.Create(arguments)!;
        Dictionary<string, string> headers = [];
        foreach (string name in names)
            if (plain.Remove(name, out JsonNode? value) && value is not null) headers[name] = value.ToString();
        return (ToElement(plain), headers.Count == 0 ? null : new RequestOptions { Headers = headers });
    }

    private static CallProgress Progress(PageReader reader, JsonObject answer, int count)
        => new(count, reader.Total(answer), reader.Total(answer) is { } total ? $"{count} of {total} items read" : $"{count} items read");

    private static JsonElement ToElement(JsonObject value) => JsonSerializer.SerializeToElement(value);
}
