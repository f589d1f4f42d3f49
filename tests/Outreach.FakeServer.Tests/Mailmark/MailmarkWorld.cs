using System.Net.Http.Headers;
using System.Text;
using Outreach.FakeServer.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

/// <summary>A world with its Mailmark called over plain HTTP.</summary>
internal sealed class MailmarkWorld : IAsyncDisposable
{
    private readonly HttpClient _http;

    private MailmarkWorld(OutreachFake fake)
    {
        Fake = fake;
        _http = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri(OutreachFake.BaseAddress, "mailmark/") };
    }

    public OutreachFake Fake { get; }

    public MailmarkFake Control => Fake.Mailmark;

    public long Now => Fake.Clock.Now.ToUnixTimeMilliseconds();

    public static async Task<MailmarkWorld> StartAsync(bool sourceQuirks = false, FakeOptions? options = null)
        => new(await OutreachFake.StartAsync((options ?? new FakeOptions()) with { MailmarkSourceQuirks = sourceQuirks }));

    public static async Task<MailmarkWorld> LoadAsync(string document)
    {
        MailmarkWorld world = await StartAsync();
        world.Load(document);
        return world;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Load(string document)
    {
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(document);
        return Control.Load(json.RootElement);
    }

    public Task<MailmarkAnswer> GetAsync(string path, string? key = "") => SendAsync("GET", path, null, key);

    public Task<MailmarkAnswer> PostAsync(string path, string? body, string? key = "") => SendAsync("POST", path, body, key);

    public Task<MailmarkAnswer> PatchAsync(string path, string? body, string? key = "") => SendAsync("PATCH", path, body, key);

    public Task<MailmarkAnswer> DeleteAsync(string path, string? key = "") => SendAsync("DELETE", path, null, key);

    /// <summary>Calls with the default key unless another, or null for none, is given.</summary>
    public async Task<MailmarkAnswer> SendAsync(string method, string path, string? body, string? key = "", params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path.TrimStart('/'));
        if (key is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {(key.Length == 0 ? Control.ApiKey : key)}");
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await _http.SendAsync(request);
        return new MailmarkAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Sends a mail from the default mailbox and gives the message's id, or the ids of a campaign.</summary>
    public async Task<IReadOnlyList<string>> MailAsync(string to, string type = "transactional", string html = "<p>Hi</p>")
    {
        string list = string.Join(",", to.Split(',').Select(address => $"\"{address}\""));
        MailmarkAnswer answer = await PostAsync("v1/send", $$"""{"from":"hello@acme.dev","to":[{{list}}],"subject":"Hello!","html":"{{html.Replace("\"", "\\\"")}}","type":"{{type}}"}""");
        answer.Status.Should().Be(200, answer.Body);
        return type == "campaign"
            ? [.. answer.Json["messageIds"]!.AsArray().Select(id => id!.GetValue<string>())]
            : [answer.Json["messageId"]!.GetValue<string>()];
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Fake.DisposeAsync();
    }
}
