using System.Net;
using System.Text;

namespace Outreach.Sdk.Tests.Support;

/// <summary>Answers for the script of a <see cref="StubHandler"/>.</summary>
internal static class Answers
{
    public const string Campaign = """{"success":true,"data":{"id":"c1","name":"Q1"}}""";

    public static Func<CancellationToken, Task<HttpResponseMessage>> Ok { get; } = Json(200, Campaign);

    public static Func<CancellationToken, Task<HttpResponseMessage>> Refused { get; }
        = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (api:443)");

    public static Func<CancellationToken, Task<HttpResponseMessage>> ResetInTheBody { get; }
        = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ResetStream()) });

    public static Func<CancellationToken, Task<HttpResponseMessage>> Hangs { get; } = async token =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        throw new InvalidOperationException();
    };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Json(int status, string body, params (string Name, string Value)[] headers)
        => Text(status, body, "application/json; charset=utf-8", headers);

    public static Func<CancellationToken, Task<HttpResponseMessage>> Text(int status, string body, string? type, params (string Name, string Value)[] headers) => _ =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null) response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach ((string name, string value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    };

    /// <summary>An error of Markus.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> Error(int status, string code, params (string Name, string Value)[] headers)
        => Json(status, $$$"""{"success":false,"error":{"code":"{{{code}}}","message":"no","requestId":"req_1"}}""", headers);

    private sealed class ResetStream : MemoryStream
    {
        private bool _began;

        public ResetStream() : base(Encoding.UTF8.GetBytes("""{"success":true,"da""")) { }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_began) throw new IOException("Connection reset by peer");
            _began = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
