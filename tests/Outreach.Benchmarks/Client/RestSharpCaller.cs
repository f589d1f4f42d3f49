using System.Globalization;
using System.Net;
using System.Text.Json;
using RestSharp;
using RestSharp.Authenticators.OAuth2;
using RestSharp.Serializers.Json;

namespace Outreach.Benchmarks.Client;

/// <summary>RestSharp as its documentation shows it, on the same models.</summary>
public sealed class RestSharpCaller : IContactCaller
{
    private readonly RestClient _client;

    public RestSharpCaller(HttpMessageHandler handler, Uri? address = null)
    {
        RestClientOptions options = new(address ?? Callers.Address)
        {
            ConfigureMessageHandler = _ => handler,
            Authenticator = new OAuth2AuthorizationRequestHeaderAuthenticator(Callers.Key, "Bearer"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        _client = new RestClient(options, configureSerialization: s => s.UseSystemTextJson(new JsonSerializerOptions(RawJson.Default.Options) { TypeInfoResolver = RawJson.Default }));
    }

    public Task GetAsync() => SendAsync<RawEnvelope<RawContact>>(() => Contact(Method.Get));

    public Task PatchAsync() => SendAsync<RawEnvelope<RawContact>>(() => Contact(Method.Patch).AddJsonBody(new RawContactBody { Title = "Head of buying", Notes = "Called." }));

    public Task PostAsync() => SendAsync<RawEnvelope<RawContact>>(() => new RestRequest("contacts", Method.Post).AddJsonBody(new RawContactBody { Name = "Dana Reyes", Email = "dana@harborbean.example" }));

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
            RawEnvelope<RawImportResult> result = await SendAsync<RawEnvelope<RawImportResult>>(() => new RestRequest("contacts/import", Method.Post).AddJsonBody(new RawImport { SkipDuplicates = true, Contacts = slice }));
            foreach (RawImportRow _ in result.Data!.Results!) outcomes++;
        }

        return outcomes;
    }

    public void Dispose() => _client.Dispose();

    private static RestRequest Contact(Method method) => new RestRequest("contacts/{id}", method).AddUrlSegment("id", ContactBodies.Id);

    private Task<RawPage> PageAsync(int number)
        => SendAsync<RawPage>(() => new RestRequest("contacts").AddQueryParameter("page", number.ToString(CultureInfo.InvariantCulture)).AddQueryParameter("limit", "100"));

    private async Task<T> SendAsync<T>(Func<RestRequest> request)
    {
        for (int attempt = 1; ; attempt++)
        {
            RestResponse<T> response = await _client.ExecuteAsync<T>(request()).ConfigureAwait(false);
            if (response.IsSuccessful) return response.Data ?? throw new InvalidOperationException("The answer is empty.");
            if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt > 3) throw new HttpRequestException(response.Content, response.ErrorException, response.StatusCode);
            string? wait = response.Headers?.FirstOrDefault(header => header.Name == "Retry-After")?.Value;
            await Task.Delay(TimeSpan.FromSeconds(int.Parse(wait ?? "1", CultureInfo.InvariantCulture))).ConfigureAwait(false);
        }
    }
}
