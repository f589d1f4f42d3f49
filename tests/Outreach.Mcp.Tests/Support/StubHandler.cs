using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Outreach.Mcp.Tests.Support;

/// <summary>Answers every request by a function, and notes what came.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _sent = new();

    public StubHandler(int status, string body, params (string Name, string Value)[] headers) : this((_, _) => Task.FromResult(Json(status, body, headers))) { }

    /// <summary>The requests as method and address.</summary>
    public IReadOnlyList<string> Sent => [.. _sent];

    public static HttpResponseMessage Json(int status, string body, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    /// <summary>An error in Markus' form.</summary>
    public static StubHandler Error(int status, string code, params (string Name, string Value)[] headers)
        => new(status, $$$"""{"success":false,"error":{"code":"{{{code}}}","message":"no","requestId":"req_1"}}""", headers);

    /// <summary>What the handler would answer, for one that stands before it.</summary>
    public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The question for the scopes at the start is no part of what the tests look at.
        if (request.RequestUri!.AbsolutePath.EndsWith("/auth/me", StringComparison.Ordinal))
            return Task.FromResult(Json(200, """{"success":true,"data":{"scopes":["*"]}}"""));
        _sent.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
        return answer(request, cancellationToken);
    }
}
