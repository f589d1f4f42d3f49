using System.Collections.Immutable;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A message of a thread.</summary>
internal sealed record MessageRow : Row
{
    /// <summary>The thread's id.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Sent or received.</summary>
    public required MessageDirection Direction { get; init; }

    /// <summary>Place of the inbox.</summary>
    public required int Inbox { get; init; }

    /// <summary>Subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain-text part.</summary>
    public string? Text { get; init; }

    /// <summary>HTML part.</summary>
    public string? Html { get; init; }

    /// <summary>Sender.</summary>
    public required string From { get; init; }

    /// <summary>Recipients.</summary>
    public required ImmutableArray<MailAddress> To { get; init; }

    /// <summary>When it was sent or received.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Read flag.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Places of its files.</summary>
    public ImmutableArray<int> Files { get; init; } = [];

    /// <summary>Whether it was sent.</summary>
    public bool IsOutgoing => Direction == MessageDirection.Outgoing;
}
