namespace Outreach.FakeServer;

/// <summary>What a recipient does with a message.</summary>
public enum ReactionKind
{
    /// <summary>Opens it.</summary>
    Open,

    /// <summary>Clicks its first link, or the one that <see cref="Reaction.Text"/> names.</summary>
    Click,

    /// <summary>Answers with <see cref="Reaction.Text"/>.</summary>
    Reply,

    /// <summary>Sends an automatic answer.</summary>
    OutOfOffice,

    /// <summary>Has no such mailbox: the message bounces instead of being delivered.</summary>
    Bounce,

    /// <summary>Asks to get no more.</summary>
    Unsubscribe,

    /// <summary>The provider refuses to take the message at all.</summary>
    Refuse,
}
