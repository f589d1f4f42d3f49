namespace Outreach.FakeServer.Crm;

/// <summary>What became of a message.</summary>
internal enum MessageOutcome
{
    /// <summary>Consent or address is missing: nothing was sent.</summary>
    PassedOver,

    /// <summary>Sent and delivered.</summary>
    Delivered,

    /// <summary>Sent, and the recipient's provider gave it back.</summary>
    Bounced,
}
