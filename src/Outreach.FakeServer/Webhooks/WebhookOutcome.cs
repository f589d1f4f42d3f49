namespace Outreach.FakeServer;

/// <summary>What became of one attempt to deliver a webhook.</summary>
/// <param name="Status">The receiver's HTTP status; null when it gave none.</param>
/// <param name="Error">Why there is no status, in a few words; null when there is one.</param>
/// <param name="Duration">Real time that the receiver took.</param>
public sealed record WebhookOutcome(int? Status, string? Error, TimeSpan Duration)
{
    /// <summary>The first 1,000 characters of the receiver's answer; null when it gave none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the receiver answered 2xx.</summary>
    public bool Succeeded => Status is >= 200 and < 300;
}
