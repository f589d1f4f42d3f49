namespace Outreach.FakeServer;

/// <summary>Random draws keyed by (seed, entity, purpose, n): one more draw somewhere shifts no other.</summary>
internal sealed class Draws(ulong seed)
{
    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Fraction(string entity, string purpose, int n = 0) => (Number(entity, purpose, n) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 up to, not including, a bound.</summary>
    public int Below(int bound, string entity, string purpose, int n = 0) => (int)(Number(entity, purpose, n) % (uint)bound);

    private ulong Number(string entity, string purpose, int n)
        => new Permutation(Permutation.Hash(seed, entity) ^ (ulong)n).Forward(Permutation.Hash(seed ^ 0x9e3779b97f4a7c15, purpose));
}
