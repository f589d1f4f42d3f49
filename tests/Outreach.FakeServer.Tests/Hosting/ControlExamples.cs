using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>A host and the control API's document: calls go by their operationId, are held to the document, and the first of each is its example.</summary>
internal sealed class ControlExamples : IAsyncDisposable
{
    // What is as the machine has it.
    private const string Address = "http://127.0.0.1:7070", StatePath = "/home/dana/outreach.json", Version = "1.0.0";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-examples-").FullName;
    private readonly ContractDocument _document;
    private OutreachFakeHost _host = null!;
    private HttpClient _client = null!;

    private ControlExamples()
    {
        using Stream stream = typeof(ControlApi).Assembly.GetManifestResourceStream("control.openapi.json")!;
        _document = ContractDocument.Read("control", stream);
    }

    /// <summary>The operations of the document.</summary>
    public IEnumerable<string> Operations => _document.Operations.Keys;

    /// <summary>The document as it is embedded.</summary>
    public JsonElement Root => _document.Root;

    /// <summary>The requests of the operations that were called; null where there was no body.</summary>
    public Dictionary<string, JsonNode?> Requests { get; } = [];

    /// <summary>The answers; null where there was no body.</summary>
    public Dictionary<string, (int Status, string Type, JsonNode? Body)> Answers { get; } = [];

    /// <summary>In what calls and answers differ from the document.</summary>
    public List<string> Violations { get; } = [];

    private static string Source
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outreach.Sdk.sln"))) folder = folder.Parent;
            return Path.Combine(folder!.FullName, "src", "Outreach.FakeServer.AspNetCore", "Control", "control.openapi.json");
        }
    }

    public static async Task<ControlExamples> StartAsync()
    {
        ControlExamples examples = new();
        examples._host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions
        {
            World = new FakeOptions { ClockMode = ClockMode.Manual },
            StateFile = Path.Combine(examples._directory, "state.json"),
        });
        examples._client = new HttpClient { BaseAddress = examples._host.Address };
        return examples;
    }

    /// <summary>Calls an operation of the control API.</summary>
    public async Task<JsonElement> CallAsync(string id, string? body = null, string query = "", int status = 0, params (string Name, string Value)[] path)
    {
        ContractOperation operation = _document.Operations[id];
        string url = path.Aggregate("/_fake/v1" + operation.Path, (template, value) => template.Replace($"{{{value.Name}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
        using HttpRequestMessage request = new(new HttpMethod(operation.Method), url + query);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        JsonElement answer = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        if (status == 0) response.IsSuccessStatusCode.Should().BeTrue($"{id} answered {text}");
        else ((int)response.StatusCode).Should().Be(status, text);
        Hold(operation, body, response, answer);
        if (!response.IsSuccessStatusCode || Requests.ContainsKey(id)) return answer;
        Requests[id] = body is null ? null : JsonNode.Parse(body);
        Answers[id] = ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", text.Length == 0 ? null : JsonNode.Parse(Neutral(text)));
        return answer;
    }

    /// <summary>Calls one of the APIs with its default key.</summary>
    public async Task<JsonElement> ApiAsync(string api, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", _host.Fake.CreateKey(api));
        using HttpResponseMessage response = await _client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Listens to events.</summary>
    public async Task<StreamReader> ListenAsync()
    {
        HttpResponseMessage response = await _client.GetAsync(new Uri("/_fake/v1/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The example that the document gives for a request or an answer; null for none.</summary>
    public JsonNode? ExampleOf(string id, bool answer)
        => Content(JsonNode.Parse(Root.GetRawText())!, id, answer)?["example"];

    /// <summary>Writes the examples into the document's source.</summary>
    public async Task WriteAsync(IEnumerable<string> operations)
    {
        JsonNode root = JsonNode.Parse(await File.ReadAllTextAsync(Source))!;
        foreach (string id in operations)
        {
            if (Requests[id] is { } request) Content(root, id, answer: false)!["example"] = request.DeepClone();
            if (Answers[id].Body is { } body) Content(root, id, answer: true)!["example"] = body.DeepClone();
        }

        await File.WriteAllTextAsync(Source, root.ToJsonString(Written) + "\n");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private JsonNode? Content(JsonNode root, string id, bool answer)
    {
        ContractOperation operation = _document.Operations[id];
        JsonNode node = root["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!;
        return answer ? node["responses"]?[$"{Answers[id].Status}"]?["content"]?[Answers[id].Type] : node["requestBody"]?["content"]?["application/json"];
    }

    private void Hold(ContractOperation operation, string? body, HttpResponseMessage response, JsonElement answer)
    {
        SchemaValidator validator = new(_document);
        JsonElement documented = operation.Json.GetProperty("responses");
        int status = (int)response.StatusCode;
        if (body is not null && status < 400)
        {
            using JsonDocument given = JsonDocument.Parse(body);
            if (operation.RequestBody is { } media) Violations.AddRange(validator.Validate(given.RootElement, media.GetProperty("schema")).Select(error => $"{operation.Id} request {error}"));
            else Violations.Add($"{operation.Id} takes no body");
        }

        if (!documented.TryGetProperty($"{status}", out JsonElement found))
        {
            Violations.Add($"{operation.Id} answered {status}, which is not documented");
            return;
        }

        found = _document.Resolve(found);
        bool hasContent = found.TryGetProperty("content", out JsonElement content);
        if (hasContent != (answer.ValueKind != JsonValueKind.Undefined)) Violations.Add($"{operation.Id} {status}: {(hasContent ? "no" : "a")} body");
        if (!hasContent || answer.ValueKind == JsonValueKind.Undefined) return;
        if (!content.TryGetProperty(response.Content.Headers.ContentType!.MediaType!, out JsonElement typed)) Violations.Add($"{operation.Id} {status}: {response.Content.Headers.ContentType} is not documented");
        else Violations.AddRange(validator.Validate(answer, typed.GetProperty("schema")).Select(error => $"{operation.Id} {status} {error}"));
    }

    private string Neutral(string text) => text
        .Replace(_host.Address.GetLeftPart(UriPartial.Authority), Address, StringComparison.Ordinal)
        .Replace(_host.Address.Authority, new Uri(Address).Authority, StringComparison.Ordinal)
        .Replace(Path.Combine(_directory, "state.json"), StatePath, StringComparison.Ordinal)
        .Replace($"\"{typeof(ControlApi).Assembly.GetName().Version!.ToString(3)}\"", $"\"{Version}\"", StringComparison.Ordinal);
}
