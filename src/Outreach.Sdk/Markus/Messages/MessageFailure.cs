namespace Outreach.Sdk.Markus;

/// <summary>Why a message failed or bounced.</summary>
public sealed record MessageFailure
{
    /// <summary>Reason code: an error code of this API, or <c>BOUNCED</c>.</summary>
    public string Code { get => field ?? ""; init; }

    /// <summary>Reason as text.</summary>
    public string Message { get => field ?? ""; init; }
}
