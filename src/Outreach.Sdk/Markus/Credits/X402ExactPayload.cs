namespace Outreach.Sdk.Markus;

/// <summary>Payload of the exact scheme on EVM chains.</summary>
public sealed record X402ExactPayload
{
    /// <summary>EIP-712 signature, 65 bytes.</summary>
    public string Signature { get => field ?? ""; init; }

    /// <summary>EIP-3009 transfer authorisation.</summary>
    public Eip3009Authorization Authorization { get => field ?? new(); init; }
}
