using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Calls the control API of a fake that serves.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _url;

    /// <summary>Reads <c>--url</c>, <c>--world</c> and <c>--admin-token</c>.</summary>
    public ControlClient(CommandLine line)
    {
        string url = line.Value("--url") ?? Environment.GetEnvironmentVariable("OUTREACH_FAKE_URL") ?? $"http://127.0.0.1:{ServeCommand.DefaultPort}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")) throw new UsageException($"--url: '{url}' is no address such as http://127.0.0.1:{ServeCommand.DefaultPort}.");
        _url = address;
        _client = new HttpClient { BaseAddress = new Uri(address, "/_fake/v1/"), Timeout = TimeSpan.FromMinutes(10) };
        if (line.Value("--world") is { } world) _client.DefaultRequestHeaders.TryAddWithoutValidation("X-Fake-World", world);
        if ((line.Value("--admin-token") ?? Environment.GetEnvironmentVariable("OUTREACH_FAKE_ADMIN_TOKEN")) is { } token) _client.DefaultRequestHeaders.TryAddWithoutValidation("X-Fake-Admin", token);
    }

    /// <summary>Makes a call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/_fake/v1/</c>.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="member">The member that a fake's answer has.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">It was refused, or what answers is no fake; the message says why.</exception>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, string? json, string member, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            JsonElement answer = JsonDocument.Parse(body).RootElement;
            if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(response.IsSuccessStatusCode ? member : "detail", out JsonElement found)) throw Stranger(null);
            return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(found.ToString());
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            throw new InvalidOperationException($"No fake answers at {_url.GetLeftPart(UriPartial.Authority)}; start one with outreach-fake serve, or name it with --url.", e);
        }
        catch (JsonException e)
        {
            throw Stranger(e);
        }
    }

    private InvalidOperationException Stranger(Exception? cause) => new($"What answers at {_url.GetLeftPart(UriPartial.Authority)} is no fake.", cause);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
