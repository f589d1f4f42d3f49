using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Outreach.Sdk.Tests.Support;

/// <summary>Markus's limits on contact writes as its contract states them: fixed windows, three buckets, the headers.</summary>
internal sealed class WindowedHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Bucket, long Window), int> _used = [];

    public int Requests { get; private set; }

    public int Throttled { get; private set; }

    /// <summary>Rows and contacts stored, by e-mail.</summary>
    public Dictionary<string, int> Stored { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (_gate)
        {
            Requests++;
            if (!Take("burst", 20, 1, out HttpResponseMessage? refused) || !Take("global", 120, 60, out refused) || !Take("contacts:write", 60, 60, out refused)) return refused!;
            using JsonDocument document = JsonDocument.Parse(body);
            string answer = document.RootElement.TryGetProperty("contacts", out JsonElement rows) ? Import(rows) : Create(document.RootElement);
            return Answer(HttpStatusCode.OK, answer, 60, 60 - Used("contacts:write", 60), End(60));
        }
    }

    private string Import(JsonElement rows)
    {
        StringBuilder results = new();
        int i = 0;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            string email = Store(row);
            results.Append(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? "" : ",")}}{"index":{{i}},"status":"created","email":"{{email}}","contact_id":"x"}""");
            i++;
        }

        return $$$"""{"success":true,"data":{"total":{{{i}}},"created":{{{i}}},"skipped":0,"failed":0,"results":[{{{results}}}]}}""";
    }

    private string Create(JsonElement contact) => $$$"""{"success":true,"data":{"id":"x","email":"{{{Store(contact)}}}"}}""";

    private string Store(JsonElement contact)
    {
        string email = contact.GetProperty("email").GetString()!;
        Stored[email] = Stored.GetValueOrDefault(email) + 1;
        return email;
    }

    private bool Take(string bucket, int limit, int seconds, out HttpResponseMessage? refused)
    {
        (string, long) key = (bucket, time.GetUtcNow().ToUnixTimeSeconds() / seconds);
        int used = _used.GetValueOrDefault(key);
        if (used >= limit)
        {
            Throttled++;
            refused = Answer(HttpStatusCode.TooManyRequests, """{"success":false,"error":{"code":"RATE_002","message":"slow","requestId":"r"}}""", limit, 0, End(seconds));
            refused.Headers.Add("Retry-After", Math.Max(1, (long)Math.Ceiling((End(seconds) - time.GetUtcNow()).TotalSeconds)).ToString(CultureInfo.InvariantCulture));
            return false;
        }

        _used[key] = used + 1;
        refused = null;
        return true;
    }

    private int Used(string bucket, int seconds) => _used.GetValueOrDefault((bucket, time.GetUtcNow().ToUnixTimeSeconds() / seconds));

    private DateTimeOffset End(int seconds) => DateTimeOffset.FromUnixTimeSeconds(((time.GetUtcNow().ToUnixTimeSeconds() / seconds) + 1) * seconds);

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, int limit, int remaining, DateTimeOffset reset)
    {
        HttpResponseMessage response = new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.Add("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
        response.Headers.Add("X-RateLimit-Reset", reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return response;
    }
}
