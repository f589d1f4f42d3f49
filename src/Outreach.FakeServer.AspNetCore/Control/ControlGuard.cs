using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>
/// Lets in who may use the control API: without an admin token callers on this machine, under a host name of this machine and
/// from no foreign page (a page in a browser must not reach it, not even by a DNS name that it turned to loopback); with a token
/// whoever brings it.
/// </summary>
internal sealed class ControlGuard(ControlApiOptions options)
{
    private readonly byte[]? _token = string.IsNullOrWhiteSpace(options.AdminToken) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(options.AdminToken));

    /// <summary>Why a caller is not let in; null when it is.</summary>
    /// <param name="context">The call.</param>
    /// <param name="open">Whether the operation asks for no token.</param>
    public ControlAnswer? Refuse(HttpContext context, bool open)
    {
        if (Foreign(context)) return ControlAnswer.Problem(403, "Foreign origin", "The control API answers no page of another origin.");
        if (_token is not null)
        {
            if (open || Brings(context, _token)) return null;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return ControlAnswer.Problem(401, "Admin token needed", "Send the admin token as 'Authorization: Bearer …' or 'X-Fake-Admin: …'.");
        }

        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote)) return ControlAnswer.Problem(403, "Not from this machine", "Without an admin token the control API answers callers on its own machine only.");
        return IsOwn(context.Request.Host.Host) ? null : ControlAnswer.Problem(403, "Foreign host", $"Without an admin token the control API answers under a name of its own machine only, not '{context.Request.Host.Host}'.");
    }

    private static bool Brings(HttpContext context, byte[] token)
    {
        string? given = context.Request.Headers.TryGetValue("X-Fake-Admin", out var admin) ? admin.ToString() : null;
        if (given is null && context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) given = header[7..].Trim();
        return given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), token);
    }

    private bool Foreign(HttpContext context)
    {
        string origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0) return context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site";
        return !Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
            || !(string.Equals(uri.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase) || IsOwn(uri.Host));
    }

    private bool IsOwn(string host)
        => host is "" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address))
        || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
