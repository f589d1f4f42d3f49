namespace Outreach.FakeServer;

/// <summary>A whole world at one moment.</summary>
public sealed class FakeSnapshot
{
    internal FakeSnapshot(object[] parts) => Parts = parts;

    internal object[] Parts { get; }
}
