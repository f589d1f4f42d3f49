using System.Reflection;
using System.Text.Json;
using Outreach.FakeServer;
using Outreach.Sdk;

namespace Outreach.Contract.Tests;

public sealed class ClientMethodTests
{
    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public async Task The_method_sends_the_contracts_example_and_reads_its_answer_without_loss(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);
        ExampleHandler handler = new(contract);
        using OutreachClient client = ClientOn(handler);
        (object resource, MethodInfo method) = MethodOf(client, api, contract);

        object? result = await InvokeAsync(resource, method, Arguments(api, contract, method));

        handler.Requests.Should().Be(1);
        handler.Method!.Method.Should().Be(contract.Method);
        handler.Uri!.AbsolutePath.Should().Be(api.BasePath + ExpectedPath(contract));
        CheckBody(api, contract, handler);
        CheckQuery(contract, handler);
        CheckResult(api, contract, handler, result);
    }

    [Theory]
    [MemberData(nameof(Api.EveryOperation), MemberType = typeof(Api))]
    public void A_paged_list_can_be_read_as_a_stream(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);
        using OutreachClient client = ClientOn(new ExampleHandler(contract));
        object resource = MethodOf(client, api, contract).Resource;
        string method = Pascal(contract.Id.Split('.')[1]);
        bool streams = resource.GetType().GetMethods().Any(other => other.Name is var n && n.Contains("All", StringComparison.Ordinal) && (n == method + "AllAsync" || n == method.Replace("List", "ListAll", StringComparison.Ordinal) + "Async")
            && other.ReturnType.IsGenericType && other.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

        streams.Should().Be(contract.Paging != "none");
    }

    [Theory]
    [MemberData(nameof(OperationsWithIds))]
    public async Task An_id_that_cannot_stand_in_a_path_is_refused_by_the_name_of_the_methods_own_parameter(string name)
    {
        (Api api, ContractOperation contract) = Api.Find(name);
        ExampleHandler handler = new(contract);
        using OutreachClient client = ClientOn(handler);
        (object resource, MethodInfo method) = MethodOf(client, api, contract);
        ParameterInfo[] ids = [.. method.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Take(contract.Parameters.Count(parameter => parameter.GetProperty("in").GetString() == "path"))];

        foreach (ParameterInfo id in ids)
        {
            object?[] arguments = Arguments(api, contract, method);
            arguments[id.Position] = "..";
            (await FluentActions.Awaiting(() => InvokeAsync(resource, method, arguments)).Should().ThrowAsync<ArgumentException>()).WithParameterName(id.Name);
        }

        ids.Should().NotBeEmpty();
        handler.Requests.Should().Be(0);
    }

    /// <summary>The operations whose path has parameters.</summary>
    public static TheoryData<string> OperationsWithIds => [.. Api.EveryOperation.Select(row => row.Data).Where(name => Api.Find(name).Operation.Path.Contains('{'))];

    private static OutreachClient ClientOn(HttpMessageHandler handler) => new(
        new OutreachClientOptions
        {
            Markus = { ApiKey = "mk_live_0123456789abcdefghijklmnopqrstuv" },
            Reachkit = { ApiKey = "rk_0123456789abcdefghijklmnopqrstuv" },
            Mailmark = { ApiKey = "dm_live_0123456789abcdef0123456789abcdef0123456789abcdef" },
            Crm = { ApiKey = "eyJhbGciOiJIUzI1NiJ9.e30.c2ln", BaseAddress = new Uri("https://crm.example/"), TenantId = "tenant_1" },
            MaxRetries = 0,
        },
        handler);

    private static (object Resource, MethodInfo Method) MethodOf(OutreachClient client, Api api, ContractOperation contract)
    {
        object apiClient = typeof(OutreachClient).GetProperty(Pascal(api.Name))!.GetValue(client)!;
        string[] parts = contract.Id.Split('.');
        object resource = (apiClient.GetType().GetProperties().SingleOrDefault(property => property.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new Xunit.Sdk.XunitException($"{apiClient.GetType().Name} has no {parts[0]}")).GetValue(apiClient)!;
        MethodInfo[] methods = [.. resource.GetType().GetMethods().Where(method => method.Name == Pascal(parts[1]) + "Async" && !method.IsGenericMethod)];
        methods.Should().NotBeEmpty($"{resource.GetType().Name} needs {Pascal(parts[1])}Async");
        return (resource, methods[0]);
    }

    private static object?[] Arguments(Api api, ContractOperation contract, MethodInfo method)
    {
        Queue<string> pathValues = new(contract.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path")
            .OrderBy(parameter => contract.Path.IndexOf($"{{{parameter.GetProperty("name").GetString()}}}", StringComparison.Ordinal)).Select(parameter => PathValue(parameter.GetProperty("name").GetString()!)));
        return [.. method.GetParameters().Select(parameter => Argument(api, contract, parameter, pathValues))];
    }

    private static object? Argument(Api api, ContractOperation contract, ParameterInfo parameter, Queue<string> pathValues)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(RequestOptions)) return null;
        if (type == typeof(CancellationToken)) return TestContext.Current.CancellationToken;
        if (type == typeof(string) && pathValues.TryDequeue(out string? value)) return value;
        if (type == typeof(string)) return "some text";
        bool isQuery = contract.Parameters.Any(one => one.GetProperty("in").GetString() == "query") && (contract.Method == "GET" || contract.RequestBody is null);
        if (isQuery && type.Name.EndsWith("Request", StringComparison.Ordinal)) return SampleValues.Filled(type);
        if (contract.RequestBody is { } media && api.Json.GetTypeInfo(type) is { } info) return JsonSerializer.Deserialize(ExampleHandler.ExampleOf(media)!.Value, info);
        if (parameter.HasDefaultValue) return isQuery ? SampleValues.Of(type) : parameter.DefaultValue;
        throw new Xunit.Sdk.XunitException($"{contract.Name}: no value for the parameter {parameter.Name} of type {type.Name}");
    }

    private static async Task<object?> InvokeAsync(object resource, MethodInfo method, object?[] arguments)
    {
        Task task = (Task)method.Invoke(resource, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task;
        return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }

    private static void CheckBody(Api api, ContractOperation contract, ExampleHandler handler)
    {
        if (contract.RequestBody is not { } media)
        {
            handler.Body.Should().BeNullOrEmpty();
            return;
        }

        if (string.IsNullOrEmpty(handler.Body)) return;
        using JsonDocument body = JsonDocument.Parse(handler.Body);
        new SchemaValidator(api.Document).Validate(body.RootElement, media.GetProperty("schema")).Should().BeEmpty();
        JsonElement example = ExampleHandler.ExampleOf(media)!.Value;
        Same(body.RootElement, example).Should().BeTrue($"{handler.Body} is to be {example.GetRawText()}");
    }

    private static void CheckQuery(ContractOperation contract, ExampleHandler handler)
    {
        IEnumerable<string> sent = handler.Uri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]);

        sent.Should().BeEquivalentTo(contract.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()));
    }

    private static void CheckResult(Api api, ContractOperation contract, ExampleHandler handler, object? result)
    {
        if (handler.Example is not { } example || result is Download) return;
        JsonElement payload = example.ValueKind == JsonValueKind.Object && example.TryGetProperty("data", out JsonElement data) && contract.Id != "graphql.execute" && !contract.Id.StartsWith("suppressions", StringComparison.Ordinal)
            ? data
            : example;
        result.Should().NotBeNull();
        object value = result!.GetType() is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(Page<>) ? generic.GetProperty("Items")!.GetValue(result)! : result;
        IEnumerable<object> items = value is System.Collections.IEnumerable list and not string && payload.ValueKind == JsonValueKind.Array ? list.Cast<object>() : [value];
        JsonElement[] expected = payload.ValueKind == JsonValueKind.Array ? [.. payload.EnumerateArray()] : [payload];
        JsonElement[] written = [.. items.Select(item => JsonSerializer.SerializeToElement(item, api.Json.GetTypeInfo(item.GetType()) ?? api.Json.GetTypeInfo(item.GetType().BaseType!)!))];

        written.Should().HaveSameCount(expected);
        for (int i = 0; i < written.Length; i++) Same(written[i], expected[i]).Should().BeTrue($"{written[i]} is to be {expected[i]}");
        if (result.GetType().Name.StartsWith("Page", StringComparison.Ordinal)) CheckPage(example, result);
    }

    private static void CheckPage(JsonElement example, object page)
    {
        if (!example.TryGetProperty("pagination", out JsonElement meta) && !example.TryGetProperty("metadata", out meta) && !example.TryGetProperty("meta", out meta)) return;
        foreach (JsonProperty member in meta.EnumerateObject())
        {
            string property = member.Name switch { "page" => "Number", "limit" or "page_size" or "take" => "Size", "total" or "total_count" => "Total", "total_pages" => "TotalPages", "has_more" or "hasMore" => "HasMore", _ => "Skip" };
            page.GetType().GetProperty(property)!.GetValue(page)!.ToString().Should().BeEquivalentTo(member.Value.ToString(), $"the page's {member.Name} is its {property}");
        }
    }

    // Equal but for what the wire leaves open: whether a member that is null is sent at all, and how an instant's offset is written.
    private static bool Same(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind) return false;
        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                HashSet<string> names = [.. left.EnumerateObject().Concat(right.EnumerateObject()).Select(member => member.Name)];
                return names.All(name =>
                {
                    bool inLeft = left.TryGetProperty(name, out JsonElement a);
                    bool inRight = right.TryGetProperty(name, out JsonElement b);
                    return inLeft && inRight ? Same(a, b) : (inLeft ? a : b).ValueKind == JsonValueKind.Null;
                });
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength() && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Same(pair.First, pair.Second));
            case JsonValueKind.String:
                return left.GetString() == right.GetString()
                    || (Rfc3339.TryRead(left.GetString()!, out DateTimeOffset a1) && Rfc3339.TryRead(right.GetString()!, out DateTimeOffset b1) && a1 == b1);
            default:
                return JsonElement.DeepEquals(left, right);
        }
    }

    private static string ExpectedPath(ContractOperation contract)
        => string.Join('/', contract.Path.Split('/').Select(segment => segment.StartsWith('{') ? Uri.EscapeDataString(PathValue(segment[1..^1])) : segment));

    private static string PathValue(string parameter) => $"a {parameter}/é";

    private static string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
