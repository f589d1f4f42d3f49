using System.Text;

namespace Outreach.Benchmarks.Client;

/// <summary>What the handler in memory answers.</summary>
public sealed record WireAnswer(int Status, byte[] Body, string? RetryAfter = null)
{
    public WireAnswer(string body) : this(200, Encoding.UTF8.GetBytes(body)) { }
}
