using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Docs.Snippets;

/// <summary>What the snippets' readers have of their own.</summary>
public interface ICrm
{
    /// <summary>Takes note of an answer.</summary>
    Task NoteAsync(ConversationReplyEventData reply, CancellationToken cancellationToken);
}

/// <summary>Somewhere that tokens come from.</summary>
public interface IVault
{
    /// <summary>A token.</summary>
    Task<string> TokenAsync(CancellationToken cancellationToken);
}

/// <summary>A service that uses one of several accounts.</summary>
public sealed record Report(OutreachClient Client);
