using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Benchmarks.Client;

/// <summary>HttpClient and source-generated JSON by hand, with the care that one takes: status check, error body, repetition after a 429.</summary>
public sealed class RawCaller : IContactCaller
{
    private readonly HttpClient _http;

    public RawCaller(HttpMessageHandler handler, Uri? address = null)
    {
        _http = new HttpClient(handler) { BaseAddress = address ?? Callers.Address, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Callers.Key);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("raw/1.0");
    }

    public Task GetAsync() => SendAsync(HttpMethod.Get, $"contacts/{Uri.EscapeDataString(ContactBodies.Id)}", default(RawContactBody), RawJson.Default.RawContactBody, RawJson.Default.RawEnvelopeRawContact);

    public Task PatchAsync() => SendAsync(HttpMethod.Patch, $"contacts/{Uri.EscapeDataString(ContactBodies.Id)}", new RawContactBody { Title = "Head of buying", Notes = "Called." }, RawJson.Default.RawContactBody, RawJson.Default.RawEnvelopeRawContact);

    public Task PostAsync() => SendAsync(HttpMethod.Post, "contacts", new RawContactBody { Name = "Dana Reyes", Email = "dana@harborbean.example" }, RawJson.Default.RawContactBody, RawJson.Default.RawEnvelopeRawContact);

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
            RawEnvelope<RawImportResult> result = await SendAsync(HttpMethod.Post, "contacts/import", new RawImport { SkipDuplicates = true, Contacts = slice }, RawJson.Default.RawImport, RawJson.Default.RawEnvelopeRawImportResult);
            foreach (RawImportRow _ in result.Data!.Results!) outcomes++;
        }

        return outcomes;
    }

    public void Dispose() => _http.Dispose();

    private Task<RawPage> PageAsync(int number)
        => SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"contacts?page={number}&limit=100"), default(RawContactBody), RawJson.Default.RawContactBody, RawJson.Default.RawPage);

    private async Task<TResult> SendAsync<TBody, TResult>(HttpMethod method, string path, TBody? body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TResult> resultType)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = new(method, path);
            if (body is not null) request.Content = JsonContent.Create(body, bodyType);
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync(resultType).ConfigureAwait(false) ?? throw new InvalidOperationException("The answer is empty.");
            string error = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt > 3 || response.Headers.RetryAfter?.Delta is not { } wait)
                throw new HttpRequestException(error, null, response.StatusCode);
            await Task.Delay(wait).ConfigureAwait(false);
        }
    }
}
