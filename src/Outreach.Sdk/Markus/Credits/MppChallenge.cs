namespace Outreach.Sdk.Markus;

/// <summary>Parameters of a <c>WWW-Authenticate: Payment</c> challenge, echoed in the credential.</summary>
public sealed record MppChallenge
{
    /// <summary>Challenge id; single use.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Protection space.</summary>
    public string Realm { get => field ?? ""; init; }

    /// <summary>Payment method.</summary>
    public string Method { get => field ?? ""; init; }

    /// <summary>Payment intent.</summary>
    public string Intent { get => field ?? ""; init; }

    /// <summary>Encoded charge request.</summary>
    public string Request { get => field ?? ""; init; }

    /// <summary>When the challenge expires.</summary>
    public DateTimeOffset Expires { get; init; }

    /// <summary>Request header that must carry the credential. The Bearer key keeps <c>Authorization</c>.</summary>
    public string Header { get => field ?? ""; init; }
}
