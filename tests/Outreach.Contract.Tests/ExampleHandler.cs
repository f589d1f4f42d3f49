using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.FakeServer;

namespace Outreach.Contract.Tests;

/// <summary>Answers every request with the success example of one operation, and keeps what was asked.</summary>
internal sealed class ExampleHandler(ContractOperation contract) : HttpMessageHandler
{
    public HttpMethod? Method { get; private set; }

    public Uri? Uri { get; private set; }

    public string? Body { get; private set; }

    public int Requests { get; private set; }

    /// <summary>The first documented success status.</summary>
    public int Status { get; } = contract.Statuses.First(status => status is >= 200 and < 300);

    /// <summary>The example of the success answer; null when it has no JSON content.</summary>
    public JsonElement? Example => contract.ResponseBody(Status) is { } media ? ExampleOf(media) : null;

    /// <summary>The first example of a media type.</summary>
    public static JsonElement? ExampleOf(JsonElement media)
        => media.TryGetProperty("example", out JsonElement example) ? example
            : media.TryGetProperty("examples", out JsonElement examples) ? examples.EnumerateObject().First().Value.GetProperty("value")
            : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Method = request.Method;
        Uri = request.RequestUri;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        HttpResponseMessage response = new((HttpStatusCode)Status) { RequestMessage = request };
        if (Example is { } example) response.Content = new StringContent(example.GetRawText(), Encoding.UTF8, "application/json");
        return response;
    }
}
