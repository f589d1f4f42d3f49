using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Holds an exchange of the journal to its contract.</summary>
internal static class ContractCheck
{
    /// <summary>How the answer breaks the contract: an undocumented status or error code, or a body that does not fit its schema.</summary>
    public static IReadOnlyList<string> OfAnswer(JournalEntry entry)
    {
        if (OperationOf(entry) is not { } operation || entry.Fault is not null || entry.Method == "HEAD") return [];
        if (operation.Response(entry.Status) is null)
            return IsCommon(operation, entry) ? [] : [$"{operation.Name} answered {entry.Status}, which the contract does not document"];
        List<string> violations = [];
        if (entry.ErrorCode is { } code && !Codes(operation).Contains(code)) violations.Add($"{operation.Name} answered {code}, which the contract does not give it");
        if (operation.ResponseBody(entry.Status, entry.ResponseType) is not { } media) return violations;
        if (TryParse(entry.ResponseBody, out JsonElement body))
            violations.AddRange(new SchemaValidator(operation.Document).Validate(body, media.GetProperty("schema")).Select(error => $"{operation.Name} {entry.Status} {error}"));
        else violations.Add($"{operation.Name} {entry.Status}: the body is no JSON");
        return violations;
    }

    /// <summary>
    /// What a request says that its contract does not know, though the service lets it pass: query values and members of the body
    /// that do not exist, which are mostly misspelled ones.
    /// </summary>
    public static IReadOnlyList<string> OfRequest(JournalEntry entry)
    {
        if (OperationOf(entry) is not { } operation || entry.Status is 0 or >= 400) return [];
        List<string> violations = [];
        HashSet<string> known = [.. operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!), "api_key"];
        foreach ((string name, _) in FakeRequest.ParseForm(entry.Query))
            if (!known.Contains(name)) violations.Add($"{operation.Name} has no query parameter '{name}'");
        if (operation.RequestBody is { } media && !entry.RequestBody.IsEmpty && TryParse(entry.RequestBody, out JsonElement body))
            violations.AddRange(new SchemaValidator(operation.Document).Validate(body, media.GetProperty("schema")).Select(error => $"{operation.Name} request {error}"));
        return violations;
    }

    private static ContractOperation? OperationOf(JournalEntry entry)
        => entry.Operation is { } name && ContractDocument.Of(entry.Api).Operations.TryGetValue(name[(entry.Api.Length + 1)..], out ContractOperation? operation) ? operation : null;

    // Answers that belong to every operation and that a document need not repeat for each.
    private static bool IsCommon(ContractOperation operation, JournalEntry entry)
        => entry.Status is 401 or 429 || (entry.ErrorCode is { } code && Codes(operation).Contains(code));

    private static HashSet<string> Codes(ContractOperation operation)
    {
        HashSet<string> codes = [.. operation.ErrorCodes];
        foreach (string member in (ReadOnlySpan<string>)["x-common-error-codes", "x-route-error-codes"])
            if (operation.Document.Root.TryGetProperty(member, out JsonElement common)) codes.UnionWith(common.EnumerateArray().Select(code => code.GetString()!));
        if (operation.Json.TryGetProperty("x-item-error-codes", out JsonElement items)) codes.UnionWith(items.EnumerateArray().Select(code => code.GetString()!));
        return codes;
    }

    private static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            json = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }
}
