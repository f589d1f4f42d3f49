using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Outreach.FakeServer.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>A world whose Markus is spoken to in plain HTTP; rate limits are off unless a test is about them.</summary>
internal sealed class MarkusWorld : IAsyncDisposable
{
    private readonly HttpClient _http;

    private MarkusWorld(OutreachFake fake)
    {
        Fake = fake;
        Key = fake.Markus.ApiKey;
        _http = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri(OutreachFake.BaseAddress, "markus/api/v1/") };
        State.Events.Fired += Events.Add;
    }

    public OutreachFake Fake { get; }

    public string Key { get; set; }

    public List<MarkusEvent> Events { get; } = [];

    public IEnumerable<string> EventTypes => Events.Select(e => e.Type.Value!);

    public MarkusState State => Fake.World.Modules.OfType<MarkusModule>().Single().State;


    public static async Task<MarkusWorld> StartAsync(FakeOptions? options = null) => new(await OutreachFake.StartAsync((options ?? new FakeOptions()) with { RateLimits = false }));

    public static async Task<MarkusWorld> StartLimitedAsync() => new(await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual }));

    public Task<MarkusAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<MarkusAnswer> PostAsync(string path, string? json = null) => SendAsync("POST", path, json);

    public Task<MarkusAnswer> PatchAsync(string path, string json) => SendAsync("PATCH", path, json);

    public Task<MarkusAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public async Task<MarkusAnswer> SendAsync(string method, string path, string? json = null, string contentType = "application/json", string? authorization = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        authorization ??= $"Bearer {Key}";
        if (authorization.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            if (contentType.Length > 0) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        HttpResponseMessage message = await _http.SendAsync(request);
        return new MarkusAnswer((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message);
    }

    /// <summary>A campaign; settings and further members as JSON members.</summary>
    public async Task<string> CampaignAsync(string members = "", string objective = "custom")
    {
        MarkusAnswer answer = await PostAsync("campaigns", $$"""{"name":"Test","objective_type":"{{objective}}"{{(members.Length > 0 ? "," + members : "")}}}""");
        answer.Status.Should().Be(201, answer.Text);
        return answer.Id;
    }

    public async Task<string> ContactAsync(string? campaignId, string email, string members = "")
    {
        string campaign = campaignId is null ? "" : $"\"campaign_id\":\"{campaignId}\",";
        MarkusAnswer answer = await PostAsync("contacts", $$"""{{{campaign}}"email":"{{email}}"{{(members.Length > 0 ? "," + members : "")}}}""");
        answer.Status.Should().Be(201, answer.Text);
        return answer.Id;
    }

    public async Task ActivateAsync(string campaignId)
    {
        MarkusAnswer answer = await PatchAsync($"campaigns/{campaignId}", """{"status":"active"}""");
        answer.Status.Should().Be(200, answer.Text);
    }

    public async Task<string[]> PendingAsync(string query = "") => [.. (await GetAsync("messages/pending?limit=100" + query)).Items.Select(item => (string)item!["id"]!)];

    public async Task<MarkusAnswer> ApproveAsync(string messageId)
    {
        MarkusAnswer answer = await PostAsync($"messages/{messageId}/approve");
        answer.Status.Should().Be(200, answer.Text);
        return answer;
    }

    public async Task ApproveAllAsync()
    {
        foreach (string id in await PendingAsync()) await ApproveAsync(id);
    }

    /// <summary>An active campaign with one contact whose first message has been approved, and so sent.</summary>
    public async Task<(string Campaign, string Contact, string Message)> SentAsync(string email = "dana@acme.example", string members = "")
    {
        string campaign = await CampaignAsync(members);
        string contact = await ContactAsync(campaign, email);
        await ActivateAsync(campaign);
        string message = (await PendingAsync($"&campaign_id={campaign}")).Single();
        await ApproveAsync(message);
        return (campaign, contact, message);
    }

    public MessageRow Message(string id) => State.Messages.Find(id)!;

    public Task PassAsync(TimeSpan span) => Fake.Clock.AdvanceAsync(span);

    public Task PassToAsync(string instant) => Fake.Clock.AdvanceToAsync(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    public async Task<JsonNode> StatsAsync(string campaignId) => (await GetAsync($"campaigns/{campaignId}")).Data["stats"]!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Fake.DisposeAsync();
    }
}
