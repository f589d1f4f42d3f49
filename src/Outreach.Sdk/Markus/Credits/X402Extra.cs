namespace Outreach.Sdk.Markus;

/// <summary>Scheme data: the EIP-712 domain of the token.</summary>
public sealed record X402Extra
{
    /// <summary>Token name in the EIP-712 domain.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Domain version.</summary>
    public string Version { get => field ?? ""; init; }
}
