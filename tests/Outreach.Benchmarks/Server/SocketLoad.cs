using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Outreach.Benchmarks.Server;

/// <summary>Load over 16 connections that costs next to nothing itself: bytes out, bytes in, no HTTP client.</summary>
internal sealed class SocketLoad : IDisposable
{
    private const int Connections = 16;
    private const int Digits = 9;

    private static int _number;

    private readonly List<Socket> _sockets = [];

    public SocketLoad(Uri address)
    {
        for (int i = 0; i < Connections; i++)
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, address.Port);
            _sockets.Add(socket);
        }
    }

    /// <summary>The bytes of a request; <c>#########</c> in the body becomes another number in each.</summary>
    public static byte[] Request(string method, string target, string key, string? body = null)
        => Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\nAccept: application/json\r\n{(body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n")}\r\n{body}");

    /// <summary>Sends for a while; returns answers per second.</summary>
    public async Task<double> RunAsync(byte[] request, TimeSpan time)
    {
        long begun = Stopwatch.GetTimestamp();
        int[] counts = await Task.WhenAll(_sockets.Select(socket => Task.Run(() => RepeatAsync(socket, [.. request], begun, time))));
        return counts.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    public void Dispose()
    {
        foreach (Socket socket in _sockets) socket.Dispose();
    }

    private static async Task<int> RepeatAsync(Socket socket, byte[] request, long begun, TimeSpan time)
    {
        int number = request.AsSpan().IndexOf("#########"u8);
        byte[] buffer = new byte[256 * 1024];
        int count = 0;
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            if (number >= 0) Interlocked.Increment(ref _number).TryFormat(request.AsSpan(number, Digits), out _, "D9", CultureInfo.InvariantCulture);
            await socket.SendAsync(request);
            int length = 0;
            int whole = int.MaxValue;
            while (length < whole)
            {
                int read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0) throw new IOException("The server closed the connection.");
                length += read;
                if (whole == int.MaxValue) whole = Whole(buffer.AsSpan(0, length));
            }

            count++;
        }

        return count;
    }

    private static int Whole(ReadOnlySpan<byte> answer)
    {
        int end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return int.MaxValue;
        if (!answer.StartsWith("HTTP/1.1 20"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        int at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        return end + 4 + int.Parse(answer[at..(at + answer[at..].IndexOf((byte)'\r'))], CultureInfo.InvariantCulture);
    }
}
