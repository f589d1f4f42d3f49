using System.Net;
using Flurl.Http;
using Flurl.Http.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Outreach.Benchmarks.Client;

/// <summary>Flurl.Http 2.4.2, the newest on this project's feed, as its documentation shows it; its JSON is Newtonsoft's.</summary>
public sealed class FlurlCaller : IContactCaller
{
    private readonly HttpClient _http;
    private readonly FlurlClient _client;

    public FlurlCaller(HttpMessageHandler handler, Uri? address = null)
    {
        _http = new HttpClient(handler) { BaseAddress = address ?? Callers.Address };
        _client = new FlurlClient(_http);
        _client.Configure(settings =>
        {
            settings.Timeout = TimeSpan.FromSeconds(30);
            settings.JsonSerializer = new NewtonsoftJsonSerializer(new JsonSerializerSettings
            {
                NullValueHandling = NullValueHandling.Ignore,
                ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
            });
        });
        _client.WithOAuthBearerToken(Callers.Key);
    }

    public Task GetAsync() => SendAsync<RawEnvelope<RawContact>>(HttpMethod.Get, null, "contacts", ContactBodies.Id);

    public Task PatchAsync() => SendAsync<RawEnvelope<RawContact>>(HttpMethod.Patch, new RawContactBody { Title = "Head of buying", Notes = "Called." }, "contacts", ContactBodies.Id);

    public Task PostAsync() => SendAsync<RawEnvelope<RawContact>>(HttpMethod.Post, new RawContactBody { Name = "Dana Reyes", Email = "dana@harborbean.example" }, "contacts");

    public Task PageAsync() => PageAsync(1);

    public async Task<int> PageThroughAsync()
    {
        int contacts = 0;
        for (int number = 1; ; number++)
        {
            RawPage page = await PageAsync(number);
            foreach (RawContact _ in page.Data!) contacts++;
            if (page.Pagination is not { HasMore: true }) return contacts;
        }
    }

    public async Task<int> ImportAsync(int rows)
    {
        int outcomes = 0;
        foreach (RawContactBody[] slice in Callers.Rows(rows).Select(row => new RawContactBody { Name = row.Name, Email = row.Email }).Chunk(500))
        {
            RawEnvelope<RawImportResult> result = await SendAsync<RawEnvelope<RawImportResult>>(HttpMethod.Post, new RawImport { SkipDuplicates = true, Contacts = slice }, "contacts", "import");
            foreach (RawImportRow _ in result.Data!.Results!) outcomes++;
        }

        return outcomes;
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private Task<RawPage> PageAsync(int number)
        => SendAsync<RawPage>(HttpMethod.Get, null, request => request.SetQueryParam("page", number).SetQueryParam("limit", 100), "contacts");

    private Task<T> SendAsync<T>(HttpMethod method, object? body, params object[] segments) => SendAsync<T>(method, body, static request => request, segments);

    private async Task<T> SendAsync<T>(HttpMethod method, object? body, Func<IFlurlRequest, IFlurlRequest> shape, params object[] segments)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                IFlurlRequest request = shape(new FlurlRequest(_http.BaseAddress!.AbsoluteUri).WithClient(_client).AppendPathSegments(segments));
                Task<HttpResponseMessage> sent = body is null ? request.SendAsync(method) : request.SendJsonAsync(method, body);
                return await sent.ReceiveJson<T>().ConfigureAwait(false);
            }
            catch (FlurlHttpException e) when (e.Call.Response is { } response)
            {
                string error = await e.GetResponseStringAsync().ConfigureAwait(false);
                if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt > 3 || response.Headers.RetryAfter?.Delta is not { } wait) throw new HttpRequestException(error, e, response.StatusCode);
                await Task.Delay(wait).ConfigureAwait(false);
            }
        }
    }
}
