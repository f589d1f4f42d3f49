using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer.Crm;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>A world and a plain HTTP client of its CRM, with the default token.</summary>
internal sealed class CrmApi : IAsyncDisposable
{
    /// <summary>The default tenant.</summary>
    public const string Tenant = "tenant_123";

    private CrmApi(OutreachFake fake)
    {
        Fake = fake;
        Http = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri(OutreachFake.BaseAddress, "crm/api/v1/") };
        Token = fake.Crm.ApiKey;
    }

    public OutreachFake Fake { get; }

    public CrmFake Control => Fake.Crm;

    public HttpClient Http { get; }

    /// <summary>The token of all calls; empty for none.</summary>
    public string Token
    {
        get => Http.DefaultRequestHeaders.Authorization?.Parameter ?? "";
        set => Http.DefaultRequestHeaders.Authorization = value.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", value);
    }

    public DateTimeOffset Now => Fake.Clock.Now;

    public static async Task<CrmApi> StartAsync(FakeOptions? options = null)
        => new(await OutreachFake.StartAsync((options ?? new FakeOptions { RateLimits = false }) with { ClockMode = ClockMode.Manual }));

    public static CrmApi Of(OutreachFake fake) => new(fake);

    public Task<CrmAnswer> Get(string path) => Send("GET", path);

    public Task<CrmAnswer> Post(string path, string? json = null) => Send("POST", path, json);

    public Task<CrmAnswer> Patch(string path, string json) => Send("PATCH", path, json);

    public Task<CrmAnswer> Put(string path, string json) => Send("PUT", path, json);

    public Task<CrmAnswer> Delete(string path) => Send("DELETE", path);

    public async Task<CrmAnswer> Send(string method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        HttpResponseMessage response = await Http.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        return new CrmAnswer((int)response.StatusCode, body.Length > 0 ? JsonDocument.Parse(body).RootElement : default, response);
    }

    /// <summary>Stores a profile through the API; gives its id.</summary>
    public async Task<string> Customer(string email = "dana@acme.example", string more = "")
        => (await Post("customers", $$"""{"tenantId":"{{Tenant}}","email":"{{email}}"{{more}}}""")).ShouldBe(201).Text("id");

    /// <summary>Stores a profile that may be written to on all channels; gives its id.</summary>
    public string Reachable(int n = 0, Func<Customer, Customer>? change = null)
    {
        Customer customer = new()
        {
            Email = $"c{n}@acme.example",
            PhoneNumber = $"+2782000{n:D4}",
            EmailOptIn = true,
            SmsOptIn = true,
            PushOptIn = true,
            WhatsappOptIn = true,
        };
        return Control.AddCustomer(change?.Invoke(customer) ?? customer).Id;
    }

    /// <summary>Stores a DYNAMIC segment; gives its id.</summary>
    public async Task<string> Dynamic(string criteria, string name = "Dynamic", string more = "")
        => (await Post("segments", $$"""{"tenantId":"{{Tenant}}","name":"{{name}}","criteria":{{criteria}}{{more}}}""")).ShouldBe(201).Text("id");

    /// <summary>Stores a DYNAMIC segment of everybody who has an e-mail address; gives its id.</summary>
    public Task<string> Everybody(string name = "Everybody") => Dynamic("""{"combinator":"AND","rules":[{"field":"email","operator":"isNotNull"}]}""", name);

    /// <summary>Stores a STATIC segment with members; gives its id.</summary>
    public async Task<string> Static(string name, params string[] members)
    {
        string id = (await Post("segments", $$"""{"tenantId":"{{Tenant}}","name":"{{name}}","type":"STATIC"}""")).ShouldBe(201).Text("id");
        if (members.Length > 0) (await Post($"segments/{id}/members", $$"""{"customerIds":[{{string.Join(',', members.Select(member => $"\"{member}\""))}}]}""")).ShouldBe(200);
        return id;
    }

    /// <summary>Stores an e-mail campaign; gives its id.</summary>
    public async Task<string> Campaign(string? segmentId, string more = "", string channels = "\"EMAIL\"")
        => (await Post("campaigns", $$"""{"tenantId":"{{Tenant}}","name":"Spring","channels":[{{channels}}],"emailTemplateId":"t1"{{(segmentId is null ? "" : $",\"segmentId\":\"{segmentId}\"")}}{{more}}}""")).ShouldBe(201).Text("id");

    /// <summary>Stores a journey with steps; gives its id.</summary>
    public async Task<string> Journey(string triggerType, string more, params string[] steps)
    {
        string id = (await Post("journeys", $$"""{"tenantId":"{{Tenant}}","name":"Journey {{triggerType}} {{steps.Length}}","triggerType":"{{triggerType}}"{{more}}}""")).ShouldBe(201).Text("id");
        foreach (string step in steps) (await Post($"journeys/{id}/steps", step)).ShouldBe(201);
        return id;
    }

    /// <summary>Stores a journey with steps and lets it run; gives its id.</summary>
    public async Task<string> Running(string triggerType, string more, params string[] steps)
    {
        string id = await Journey(triggerType, more, steps);
        (await Post($"journeys/{id}/activate")).ShouldBe(200);
        return id;
    }

    /// <summary>Enrolls a customer by hand; gives the enrollment.</summary>
    public async Task<JsonElement> Enroll(string journey, string customer)
        => (await Post($"journeys/{journey}/enrollments", $$"""{"customerIds":["{{customer}}"]}""")).ShouldBe(200).Body.GetProperty("enrollments")[0];

    /// <summary>Connects an account; gives the connection's id.</summary>
    public async Task<string> Connection(string platform = "FACEBOOK", string code = "code")
    {
        string state = (await Post("social/connections/connect", $$"""{"tenantId":"{{Tenant}}","platform":"{{platform}}","redirectUri":"https://app.example/cb"}""")).ShouldBe(200).Text("state");
        return (await Post("social/connections/callback", $$"""{"platform":"{{platform}}","code":"{{code}}","state":"{{state}}"}""")).ShouldBe(201).Text("id");
    }

    /// <summary>Stores a post; gives its id.</summary>
    public async Task<string> Post(string connection, string content, string more)
        => (await Post("social/posts", $$"""{"tenantId":"{{Tenant}}","connectionId":"{{connection}}","content":"{{content}}"{{more}}}""")).ShouldBe(201).Text("id");

    /// <summary>Records an activity.</summary>
    public async Task<CrmAnswer> Activity(string customer, string type, string more = "")
        => (await Post($"customers/{customer}/activities", $$"""{"type":"{{type}}","category":"OTHER","title":"x"{{more}}}""")).ShouldBe(201);

    /// <summary>The types of a customer's activities, the latest first.</summary>
    public async Task<IReadOnlyList<string>> Timeline(string customer)
        => [.. (await Get($"customers/{customer}/activities?take=100")).ShouldBe(200).Data.EnumerateArray().Select(item => item.GetProperty("type").GetString()!)];

    /// <summary>All that Crm stores, as the state file has it, to tell whether a call changed anything.</summary>
    public string State()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartArray();
            lock (Fake.World.Gate)
            {
                foreach (IStatePart part in Fake.World.Parts.Where(part => part.Name.StartsWith("crm.", StringComparison.Ordinal))) part.Write(writer);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public Task Advance(TimeSpan span) => Fake.Clock.AdvanceAsync(span);

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Fake.DisposeAsync();
    }
}
