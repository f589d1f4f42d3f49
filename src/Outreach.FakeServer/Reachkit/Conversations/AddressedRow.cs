namespace Outreach.FakeServer.Reachkit;

/// <summary>That a message of a thread went to an address: by this an answer finds its thread.</summary>
internal sealed record AddressedRow : Row
{
    /// <summary>The workspace's place and the address.</summary>
    public required string Address { get; init; }

    /// <summary>The thread's place.</summary>
    public required int Conversation { get; init; }

    /// <summary>Place of the inbox that sent it.</summary>
    public required int Inbox { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Place of the campaign email that it was, by which those of one minute are ordered; null for what a person sent, after all of them.</summary>
    public int? Email { get; init; }
}
