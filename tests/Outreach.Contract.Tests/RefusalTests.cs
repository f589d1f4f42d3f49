using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer;

namespace Outreach.Contract.Tests;

/// <summary>What every operation refuses by itself, without a fault: bodies that are no JSON, ids that name nothing, keys without its scope, calls beyond its bucket.</summary>
public sealed class RefusalTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    /// <summary>The operations whose path has parameters.</summary>
    public static TheoryData<string> WithIds => [.. Where(operation => operation.Path.Contains('{'))];

    /// <summary>The operations that take a JSON body, but for those of Mailmark that look for the record first.</summary>
    public static TheoryData<string> WithBody => [.. Where(operation => operation.RequestBody is not null && !(operation.Document.Api == "mailmark" && operation.Path.Contains('{')))];

    /// <summary>The operations that want a scope.</summary>
    public static TheoryData<string> WithScope => [.. Where(operation => operation.Scope is not null)];

    /// <summary>The operations with a bucket that a test can fill, and how many calls the bucket takes.</summary>
    public static TheoryData<string, int> WithBucket => [.. Api.All.Values.SelectMany(api => api.Document.Operations.Values)
        .Where(operation => operation.Id != "graphql.execute")
        .Select(operation => (operation.Name, Limit: LimitOf(operation))).Where(row => row.Limit is > 0 and <= 100)];

    /// <summary>The query parameters with a form of their own, and a value without it.</summary>
    public static TheoryData<string, string, string> WithQuery => [.. Api.All.Values.Where(api => api.Name is "markus" or "crm").SelectMany(api => api.Document.Operations.Values)
        .SelectMany(operation => operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => (operation.Name, Parameter: parameter.GetProperty("name").GetString()!, Value: Misfit(operation.Document, parameter.GetProperty("schema")))))
        .Where(row => row.Value is not null).Select(row => (row.Name, row.Parameter, row.Value!))];

    [Theory]
    [MemberData(nameof(WithIds))]
    public async Task An_id_that_names_nothing_is_answered_404(string name)
    {
        (_, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();

        JournalEntry entry = await CallAsync(fake, operation);

        entry.Status.Should().Be(404, entry.ToString());
        CodesOf(operation, 404).Should().Contain(entry.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WithIds))]
    public async Task An_id_without_form_is_refused_as_documented(string name)
    {
        (Api api, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();

        JournalEntry entry = await CallAsync(fake, operation, id: "no id");

        entry.Status.Should().Be(api.Name == "markus" ? 400 : 404, entry.ToString());
        if (api.Name == "markus") entry.ErrorCode.Should().Be("SERVER_005");
        operation.ErrorCodes.Should().Contain(entry.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_that_is_no_JSON_is_refused(string name)
    {
        (Api api, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();

        JournalEntry entry = await CallAsync(fake, operation, body: "no {");

        entry.Status.Should().Be(400, entry.ToString());
        entry.ErrorCode.Should().Be(api.Name switch
        {
            "markus" => "SERVER_005",
            "reachkit" => "invalid_request",
            "crm" => "VALIDATION_ERROR",
            _ => name == "mailmark.emails.send" ? "invalid_json_body" : "invalid_json",
        });
        operation.ErrorCodes.Should().Contain(entry.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WithScope))]
    public async Task A_key_of_another_scope_is_refused(string name)
    {
        (Api api, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();
        string other = api.Name switch
        {
            "markus" => operation.Scope == "billing:read" ? "campaigns:read" : "billing:read",
            "mailmark" => "org",
            _ => operation.Id.Contains("social", StringComparison.Ordinal) ? "crm:campaigns" : "crm:social",
        };

        JournalEntry entry = await CallAsync(fake, operation, scope: other);

        entry.Status.Should().Be(403, entry.ToString());
        CodesOf(operation, 403).Should().Contain(entry.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WithQuery))]
    public async Task A_query_value_without_form_is_refused(string name, string parameter, string value)
    {
        (Api api, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();

        JournalEntry entry = await CallAsync(fake, operation, query: $"?tenantId={fake.Crm.DefaultTenantId}&{parameter}={Uri.EscapeDataString(value)}");

        entry.Status.Should().Be(400, entry.ToString());
        entry.ErrorCode.Should().Be(api.Name == "markus" ? "SERVER_005" : "VALIDATION_ERROR");
        operation.ErrorCodes.Should().Contain(entry.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WithBucket))]
    public async Task The_call_beyond_the_bucket_is_refused_until_the_window_ends(string name, int limit)
    {
        (Api api, ContractOperation operation) = Api.Find(name);
        await using OutreachFake fake = await StartAsync();

        for (int i = 0; i < limit; i++)
        {
            (await CallAsync(fake, operation)).Status.Should().NotBe(429);
            if (i % 15 == 14) await fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        JournalEntry refused = await CallAsync(fake, operation);
        refused.Status.Should().Be(429);
        (api.Name == "crm" ? ["RATE_LIMIT_EXCEEDED"] : operation.ErrorCodes).Should().Contain(refused.ErrorCode);
        int wait = int.Parse(refused.ResponseHeaders.Single(header => header.Key == "Retry-After").Value, null);
        await fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(wait));
        (await CallAsync(fake, operation)).Status.Should().NotBe(429);
    }

    // Before the times of the contracts' examples, and on a plan that no test exhausts.
    private static async Task<OutreachFake> StartAsync()
    {
        OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        fake.Markus.Account.PlanId = "scale";
        return fake;
    }

    // The contract's own example, with ids that name nothing.
    private static async Task<JournalEntry> CallAsync(OutreachFake fake, ContractOperation operation, string id = Nobody, string? body = null, string? scope = null, string query = "")
    {
        string path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? Uri.EscapeDataString(id) : segment)).TrimStart('/');
        using HttpClient http = fake.CreateHttpClient(operation.Document.Api, scope is null ? [] : [scope]);
        using HttpRequestMessage request = new(new HttpMethod(operation.Method), path + query);
        if (operation.RequestBody is { } media) request.Content = new StringContent(body ?? ExampleHandler.ExampleOf(media)!.Value.GetRawText(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return fake.Journal.Last();
    }

    private static IEnumerable<string> Where(Func<ContractOperation, bool> fits) => Api.All.Values.SelectMany(api => api.Document.Operations.Values).Where(fits).Select(operation => operation.Name);

    private static IEnumerable<string> CodesOf(ContractOperation operation, int status)
        => operation.Document.Root.GetProperty("x-error-code-catalog").EnumerateArray().Where(entry => entry.GetProperty("http").GetInt32() == status).Select(entry => entry.GetProperty("code").GetString()!)
            .Intersect(operation.ErrorCodes.Concat(operation.Document.Root.GetProperty("x-common-error-codes").EnumerateArray().Select(code => code.GetString()!)));

    private static int LimitOf(ContractOperation operation)
    {
        string? bucket = operation.Buckets.LastOrDefault(bucket => bucket is not ("global" or "burst"));
        return bucket is null ? 0 : operation.Document.Root.GetProperty("x-rate-limit-buckets").EnumerateArray().Single(one => one.GetProperty("name").GetString() == bucket).GetProperty("limit").GetInt32();
    }

    private static string? Misfit(ContractDocument document, JsonElement schema)
    {
        schema = document.Resolve(schema);
        if (schema.TryGetProperty("enum", out _) || schema.TryGetProperty("format", out _)) return "no such value";
        return schema.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.GetString() is "integer" or "number" or "boolean" ? "no such value" : null;
    }
}
