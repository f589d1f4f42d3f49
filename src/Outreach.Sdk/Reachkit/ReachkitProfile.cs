namespace Outreach.Sdk.Reachkit;

/// <summary>Reachkit as data.</summary>
internal static class ReachkitProfile
{
    public static ApiProfile Instance { get; } = new()
    {
        Name = "reachkit",
        DisplayName = "Reachkit",
        BaseAddress = new Uri("https://reachkit.ai/"),
        PayloadMember = "data"u8.ToArray(),
        ListMember = "data"u8.ToArray(),
        PageMember = "metadata"u8.ToArray(),
        Errors = new ReachkitErrorReader(),
        Operations = static () => ReachkitClient.Operations,
    };
}
