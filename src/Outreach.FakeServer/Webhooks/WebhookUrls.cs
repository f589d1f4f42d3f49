using System.Net;
using System.Net.Sockets;

namespace Outreach.FakeServer;

/// <summary>
/// Delivers to URLs, but only to this machine and to hosts that the test author allowed. The address that a name resolves to is
/// what counts, and it is the one that is connected to, so that no name can lead anywhere else; redirects are not followed.
/// </summary>
internal sealed class WebhookUrls : IDisposable
{
    private readonly IReadOnlyList<string> _hosts;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Lazy<HttpMessageInvoker> _client;

    public WebhookUrls(IReadOnlyList<string> hosts, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _hosts = hosts;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
        _client = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        }));
    }

    /// <summary>Whether webhooks may go to a URL at all.</summary>
    public bool Allows(Uri url) => url.Scheme is "http" or "https" && (IsLocal(url.IdnHost) || IsListed(url.IdnHost));

    /// <summary>Sends a request to a URL that is allowed.</summary>
    /// <exception cref="HttpRequestException">No connection came about; the message says why.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _client.Value.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_client.IsValueCreated) _client.Value.Dispose();
    }

    /// <summary>The addresses of a host that may be connected to.</summary>
    /// <exception cref="HttpRequestException">There are none, or one of them may not.</exception>
    internal async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address)) addresses = [address];
        else
        {
            try
            {
                addresses = await _resolve(host, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException e)
            {
                throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{host} has no address", e);
            }
        }

        bool local = IsLocal(host);
        foreach (IPAddress found in addresses)
        {
            IPAddress plain = found.IsIPv4MappedToIPv6 ? found.MapToIPv4() : found;
            if (local ? !IPAddress.IsLoopback(plain) : IsForbidden(plain) && !_hosts.Contains(plain.ToString(), StringComparer.OrdinalIgnoreCase))
                throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host} leads to {plain}, where webhooks may not go");
        }

        return addresses.Length > 0 ? addresses : throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{host} has no address");
    }

    private static bool IsLocal(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    // Link-local addresses hold the metadata services of clouds; none of these is ever a receiver of webhooks.
    private static bool IsForbidden(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any);
        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return bytes[0] is 0 or >= 224 || (bytes[0] == 169 && bytes[1] == 254);
    }

    private bool IsListed(string host)
    {
        string name = host.Trim('[', ']').ToLowerInvariant();
        foreach (string allowed in _hosts)
            if (Glob.Matches(allowed.ToLowerInvariant(), name)) return true;
        return false;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await AddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
