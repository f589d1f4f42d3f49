namespace Outreach.FakeServer.Markus;

/// <summary>The six documented rate limits.</summary>
internal static class MarkusBuckets
{
    public static Bucket Global { get; } = new("global", 120, 60);

    public static Bucket Burst { get; } = new("burst", 20, 1);

    private static readonly Dictionary<string, (Bucket Bucket, string Code)> Scopes = new(StringComparer.Ordinal)
    {
        ["campaigns:write"] = (new Bucket("campaigns:write", 30, 60), "RATE_002"),
        ["contacts:write"] = (new Bucket("contacts:write", 60, 60), "RATE_002"),
        ["ai:write"] = (new Bucket("ai:write", 20, 60), "AI_004"),
        ["discovery:write"] = (new Bucket("discovery:write", 5, 3600), "DISC_006"),
    };

    /// <summary>The bucket of a scope and the code of its refusal; null for a scope without one.</summary>
    public static (Bucket Bucket, string Code)? Of(string? scope) => scope is not null && Scopes.TryGetValue(scope, out (Bucket, string) bucket) ? bucket : null;
}
