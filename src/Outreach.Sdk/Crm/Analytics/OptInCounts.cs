namespace Outreach.Sdk.Crm;

/// <summary>Customers who agreed to each channel.</summary>
public sealed record OptInCounts
{
    /// <summary>E-mail.</summary>
    public int Email { get; init; }

    /// <summary>SMS.</summary>
    public int Sms { get; init; }

    /// <summary>Push.</summary>
    public int Push { get; init; }

    /// <summary>WhatsApp.</summary>
    public int Whatsapp { get; init; }
}
