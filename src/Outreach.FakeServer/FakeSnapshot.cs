namespace Outreach.FakeServer;

/// <summary>A whole world at one moment.</summary>
public sealed class FakeSnapshot
{
    internal FakeSnapshot(ulong seed, object[] parts) => (Seed, Parts) = (seed, parts);

    /// <summary>The seed of the world that it was taken of, which its ids are made with.</summary>
    internal ulong Seed { get; }

    internal object[] Parts { get; }
}
