using System.Globalization;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer;

namespace Outreach.Benchmarks.Server;

/// <summary>A fake with a Reachkit campaign of leads and some Markus contacts, asked past all clients.</summary>
internal sealed class LeadWorld : IAsyncDisposable
{
    private readonly Dictionary<string, string> _keys;
    private int _leads;

    private LeadWorld(OutreachFake fake)
    {
        Fake = fake;
        _keys = new() { ["reachkit"] = fake.Reachkit.ApiKey, ["markus"] = fake.Markus.ApiKey };
    }

    public OutreachFake Fake { get; }

    public string LeadsPath { get; private set; } = "";

    public const string ContactsPath = "/markus/api/v1/contacts?limit=30";

    public static async Task<LeadWorld> StartAsync(int leads, FakeOptions? options = null, OutreachFake? fake = null)
    {
        LeadWorld world = new(fake ?? await OutreachFake.StartAsync(options));
        FakeResponse campaign = await world.SendAsync("reachkit", "POST", "/reachkit/api/v1/campaigns", """{"name":"Scale"}""");
        world.LeadsPath = $"/reachkit/api/v1/campaigns/{JsonDocument.Parse(campaign.Body).RootElement.GetProperty("data").GetProperty("id").GetString()}/leads";
        for (int i = 0; i < leads; i++) await world.AddLeadAsync();
        return world;
    }

    public ValueTask<FakeResponse> AddLeadAsync()
        => SendAsync("reachkit", "POST", LeadsPath, string.Create(CultureInfo.InvariantCulture, $$"""{"email":"lead{{_leads++}}@company.example","first_name":"Dana"}"""));

    public ValueTask<FakeResponse> GetLeadsAsync() => SendAsync("reachkit", "GET", LeadsPath);

    public async Task AddContactsAsync(int count)
    {
        for (int i = 0; i < count; i++) await SendAsync("markus", "POST", "/markus/api/v1/contacts", $$"""{"email":"dana{{i}}@harborbean.example","name":"Dana Reyes"}""");
    }

    public string KeyOf(string api) => _keys[api];

    public async ValueTask<FakeResponse> SendAsync(string api, string method, string target, string? json = null)
    {
        string[] parts = target.Split('?');
        FakeResponse response = await Fake.HandleAsync(new FakeRequest
        {
            Method = method,
            Path = parts[0],
            QueryString = parts.Length > 1 ? parts[1] : "",
            Headers = [new("Authorization", $"Bearer {_keys[api]}"), new("Content-Type", "application/json")],
            Body = json is null ? default : Encoding.UTF8.GetBytes(json),
        });
        return response.Status < 300 ? response : throw new InvalidOperationException($"{method} {target}: {response.Status} {Encoding.UTF8.GetString(response.Body.Span)}");
    }

    public ValueTask DisposeAsync() => Fake.DisposeAsync();
}
