using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Outreach.FakeServer;

/// <summary>Turns ASP.NET Core's request into the engine's, byte for byte.</summary>
internal static class RequestReader
{
    /// <summary>Reads a request; null when its body is longer than it may be.</summary>
    public static ValueTask<FakeRequest?> ReadAsync(HttpContext context, int maxBody)
    {
        HttpRequest request = context.Request;
        if (request.ContentLength is 0 || (request.ContentLength is null && !CanHaveBody(context))) return new ValueTask<FakeRequest?>(Make(context, default));
        return request.ContentLength > maxBody ? new ValueTask<FakeRequest?>((FakeRequest?)null) : ReadWithBodyAsync(context, maxBody);
    }

    /// <summary>Reads a body; null when it is longer than it may be.</summary>
    public static async ValueTask<byte[]?> ReadBodyAsync(HttpContext context, int maxBody)
    {
        if (context.Request.ContentLength > maxBody) return null;
        PipeReader reader = context.Request.BodyReader;
        while (true)
        {
            ReadResult result = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (result.Buffer.Length > maxBody)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                byte[] body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static async ValueTask<FakeRequest?> ReadWithBodyAsync(HttpContext context, int maxBody)
        => await ReadBodyAsync(context, maxBody).ConfigureAwait(false) is { } body ? Make(context, body) : null;

    private static bool CanHaveBody(HttpContext context) => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;

    private static FakeRequest Make(HttpContext context, ReadOnlyMemory<byte> body)
    {
        HttpRequest request = context.Request;
        KeyValuePair<string, string>[] headers = new KeyValuePair<string, string>[request.Headers.Count];
        int count = 0;
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (count + values.Count > headers.Length) Array.Resize(ref headers, headers.Length + values.Count);
            for (int i = 0; i < values.Count; i++) headers[count++] = new(name, values[i] ?? "");
        }

        if (count < headers.Length) Array.Resize(ref headers, count);
        (string path, string query) = Target(context);
        return new FakeRequest { Method = request.Method, Host = request.Host.Host, Path = path, QueryString = query, Headers = headers, Body = body };
    }

    // The target as it stood on the wire: the decoded path would lose what was escaped.
    private static (string Path, string Query) Target(HttpContext context)
    {
        HttpRequest request = context.Request;
        string raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (raw.Length > 0 && raw[0] != '/' && Uri.TryCreate(raw, UriKind.Absolute, out Uri? absolute)) raw = absolute.PathAndQuery;
        if (raw.Length == 0 || raw[0] != '/') raw = request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        if (request.PathBase.HasValue && request.PathBase.ToUriComponent() is { } below && raw.StartsWith(below, StringComparison.OrdinalIgnoreCase)) raw = raw[below.Length..];
        int question = raw.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? raw : raw[..question];
        return (path.Length == 0 ? "/" : path, question < 0 ? "" : raw[(question + 1)..]);
    }
}
