using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Outreach.FakeServer;

/// <summary>Turns ASP.NET Core's request into the engine's, byte for byte.</summary>
internal static class RequestReader
{
    // Clients send the same headers again and again, and the journal holds thousands of them: equal ones are kept once.
    [ThreadStatic]
    private static KeyValuePair<string, string>[]? _headers;

    [ThreadStatic]
    private static (string? Whole, string Name) _host;

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
        (string path, string query) = Target(context);
        return new FakeRequest { Method = request.Method, Host = Kept(request.Host), Path = path, QueryString = query, Headers = Kept(request.Headers), Body = body };
    }

    private static string Kept(HostString host)
    {
        if (_host.Name is null || _host.Whole != host.Value) _host = (host.Value, host.Host);
        return _host.Name;
    }

    private static KeyValuePair<string, string>[] Kept(IHeaderDictionary headers)
    {
        KeyValuePair<string, string>[] pairs = new KeyValuePair<string, string>[headers.Count];
        int count = 0;
        foreach ((string name, StringValues values) in headers)
        {
            if (count + values.Count > pairs.Length) Array.Resize(ref pairs, pairs.Length + values.Count);
            for (int i = 0; i < values.Count; i++) pairs[count++] = new(name, values[i] ?? "");
        }

        if (count < pairs.Length) Array.Resize(ref pairs, count);
        return _headers is { } kept && AreSame(kept, pairs) ? kept : _headers = pairs;
    }

    private static bool AreSame(KeyValuePair<string, string>[] one, KeyValuePair<string, string>[] other)
    {
        if (one.Length != other.Length) return false;
        for (int i = 0; i < one.Length; i++)
            if (one[i].Key != other[i].Key || one[i].Value != other[i].Value) return false;
        return true;
    }

    // The target as it stood on the wire: the decoded path would lose what was escaped.
    private static (string Path, string Query) Target(HttpContext context)
    {
        HttpRequest request = context.Request;
        string raw = InOriginForm(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");
        if (raw.Length == 0) raw = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        else if (request.PathBase.HasValue) raw = Below(raw, request);
        int question = raw.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? raw : raw[..question];
        return (path.Length == 0 ? "/" : path, question < 0 ? "" : raw[(question + 1)..]);
    }

    private static string Below(string target, HttpRequest request)
    {
        string below = request.PathBase.ToUriComponent();
        if (target.StartsWith(below, StringComparison.OrdinalIgnoreCase)) return target[below.Length..];
        // Another way to escape the same path; else a path base that a proxy took away before.
        return Uri.UnescapeDataString(target).StartsWith(request.PathBase.Value!, StringComparison.OrdinalIgnoreCase)
            ? request.Path.ToUriComponent() + request.QueryString.ToUriComponent()
            : target;
    }

    // http://host/path, as proxies are asked, without its host. Uri would tidy the path up.
    private static string InOriginForm(string target)
    {
        if (target.Length == 0 || target[0] == '/') return target;
        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return "";
        int path = target.AsSpan(scheme + 3).IndexOfAny('/', '?');
        return path < 0 ? "/" : target[(scheme + 3 + path)..];
    }
}
