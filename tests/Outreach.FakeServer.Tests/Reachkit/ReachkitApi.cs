using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>A world and a plain HTTP client of its Reachkit, with the key of the default workspace.</summary>
internal sealed class ReachkitApi : IAsyncDisposable
{
    /// <summary>A Monday, 09:00 in New York (daylight saving began the day before): the window of a new campaign opens.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 3, 9, 13, 0, 0, TimeSpan.Zero);

    private ReachkitApi(OutreachFake fake)
    {
        Fake = fake;
        Http = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri(OutreachFake.BaseAddress, "reachkit/api/v1/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fake.Reachkit.ApiKey);
    }

    public OutreachFake Fake { get; }

    public HttpClient Http { get; }

    public ReachkitFake Control => Fake.Reachkit;

    public static async Task<ReachkitApi> StartAsync(DateTimeOffset? start = null, ulong seed = 1)
        => new(await OutreachFake.StartAsync(new FakeOptions { Start = start ?? MondayMorning, Seed = seed, ClockMode = ClockMode.Manual }));

    public static ReachkitApi Of(OutreachFake fake) => new(fake);

    public Task<ReachkitAnswer> Get(string path) => Send("GET", path);

    public Task<ReachkitAnswer> Post(string path, string? json = null) => Send("POST", path, json);

    public Task<ReachkitAnswer> Patch(string path, string json) => Send("PATCH", path, json);

    public Task<ReachkitAnswer> Delete(string path) => Send("DELETE", path);

    public async Task<ReachkitAnswer> Send(string method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Send(request);
    }

    public async Task<ReachkitAnswer> Send(HttpRequestMessage request)
    {
        HttpResponseMessage response = await Http.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        bool isJson = response.Content.Headers.ContentType?.MediaType == "application/json" && body.Length > 0;
        return new ReachkitAnswer((int)response.StatusCode, isJson ? JsonDocument.Parse(body).RootElement : default, response);
    }

    /// <summary>Makes a campaign; gives its id.</summary>
    public async Task<string> Campaign(string name = "Q1") => (await Post("campaigns", $$"""{"name":"{{name}}"}""")).ShouldBe(201).Text("id");

    /// <summary>A campaign with a subject on step 1 and an inbox, launched.</summary>
    public async Task<string> Launched(int dailyLimit = 100, params string[] inboxes)
    {
        string campaign = await Ready(dailyLimit, inboxes);
        (await Patch($"campaigns/{campaign}", """{"status":"active"}""")).ShouldBe(200);
        return campaign;
    }

    /// <summary>A draft that can be launched.</summary>
    public async Task<string> Ready(int dailyLimit = 100, params string[] inboxes)
    {
        string campaign = await Campaign();
        if (inboxes.Length == 0) inboxes = [Control.AddInbox($"sam{Guid.NewGuid():N}@mail.example")];
        await Patch($"campaigns/{campaign}/variants/{await Variant(campaign)}", """{"subject":"Hello {{first_name}}","body_html":"Hi {{first_name}}"}""");
        (await Post($"campaigns/{campaign}/inboxes/attach", $$"""{"inbox_ids":[{{string.Join(',', inboxes.Select(id => $"\"{id}\""))}}]}""")).ShouldBe(200);
        (await Patch($"campaigns/{campaign}", $$"""{"daily_limit":{{dailyLimit}}}""")).ShouldBe(200);
        return campaign;
    }

    /// <summary>Id of a variant, by step and place, both from 0.</summary>
    public async Task<string> Variant(string campaign, int step = 0, int variant = 0)
        => (await Get($"campaigns/{campaign}/sequences")).Data[step].GetProperty("variants")[variant].GetProperty("id").GetString()!;

    /// <summary>Puts a step with a subject at the end; gives its id.</summary>
    public async Task<string> AddStep(string campaign, int delayDaysBefore = 3, string subject = "Again")
    {
        ReachkitAnswer steps = await Get($"campaigns/{campaign}/sequences");
        if (steps.Data.GetArrayLength() > 0) (await Patch($"campaigns/{campaign}/sequences/{steps.Ids[^1]}", $$"""{"delay_days":{{delayDaysBefore}}}""")).ShouldBe(200);
        ReachkitAnswer step = (await Post($"campaigns/{campaign}/sequences")).ShouldBe(201);
        (await Patch($"campaigns/{campaign}/variants/{step.Data.GetProperty("variants")[0].GetProperty("id").GetString()}", $$"""{"subject":"{{subject}}"}""")).ShouldBe(200);
        return step.Text("id");
    }

    /// <summary>Adds a lead; gives its id.</summary>
    public async Task<string> Lead(string campaign, string email, string more = "")
        => (await Post($"campaigns/{campaign}/leads", $$"""{"email":"{{email}}"{{more}}}""")).ShouldBe(201).Text("id");

    public Task Advance(double hours) => Fake.Clock.AdvanceAsync(TimeSpan.FromHours(hours));

    public Task AdvanceMinutes(double minutes) => Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes));

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Fake.DisposeAsync();
    }
}
