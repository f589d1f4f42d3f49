namespace Outreach.FakeServer.Reachkit;

/// <summary>A campaign email.</summary>
internal sealed record EmailRow : Row
{
    /// <summary>Place of the lead.</summary>
    public required int Lead { get; init; }

    /// <summary>Place of the email to the same lead before it; -1 for none.</summary>
    public required int Previous { get; init; }

    /// <summary>Place of the variant.</summary>
    public required int Variant { get; init; }

    /// <summary>Place of the inbox.</summary>
    public required int Inbox { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Subject as sent.</summary>
    public required string Subject { get; init; }

    /// <summary>HTML part as sent.</summary>
    public string? Html { get; init; }

    /// <summary>Text part as sent.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it bounced.</summary>
    public bool IsBounced { get; init; }
}
