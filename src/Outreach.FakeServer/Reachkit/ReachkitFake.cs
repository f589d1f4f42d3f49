using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>
/// Test control of a world's Reachkit: all that happens outside the API, from connected mailboxes to answers of leads.
/// </summary>
public sealed class ReachkitFake
{
    private readonly ReachkitModule _module;
    private readonly World _world;

    internal ReachkitFake(World world)
    {
        _world = world;
        _module = world.Modules.OfType<ReachkitModule>().Single();
        Workspace = new ReachkitWorkspace(_module, world, _module.Default);
    }

    /// <summary>A key of the workspace that every world has.</summary>
    public string ApiKey => Workspace.ApiKey;

    /// <summary>The workspace that every world has. It begins without inboxes.</summary>
    public ReachkitWorkspace Workspace { get; }

    /// <summary>Makes another workspace, with a key of its own.</summary>
    /// <param name="plan">Its plan; only <c>scale</c> has API access.</param>
    public ReachkitWorkspace AddWorkspace(string plan = "scale")
    {
        lock (_world.Gate) return new ReachkitWorkspace(_module, _world, _module.Workspaces.Add("Workspace", plan));
    }

    /// <summary>A workspace by one of its keys; null for the one that every world has.</summary>
    internal ReachkitWorkspace Of(string? key)
    {
        if (key is null) return Workspace;
        lock (_world.Gate) return _module.Workspaces.Find(key) is { } row ? new ReachkitWorkspace(_module, _world, row.Workspace) : throw new ArgumentException("No workspace has that key.", nameof(key));
    }

    /// <summary>Connects a mailbox of the default workspace; gives its id. An address alone will do.</summary>
    public string AddInbox(ReachkitInboxSetup setup) => Workspace.AddInbox(setup);

    /// <summary>Moves an inbox to another state of its connection.</summary>
    public void SetConnection(string inboxId, ConnectionStatus status)
    {
        lock (_world.Gate)
        {
            InboxRow old = Inbox(inboxId);
            if (old.ConnectionStatus == status) return;
            DateTimeOffset now = _world.Clock.Now;
            _module.State.Inboxes.Update(old with { ConnectionStatus = status, UpdatedAt = now });
            if (old.IsConnected && status == ConnectionStatus.Error) _module.Events.Emit(old.Workspace, "inbox.disconnected", now, ("inbox_id", old.Id));
            _module.Passes.Wake();
        }
    }

    /// <summary>Lets an email arrive, at its time.</summary>
    /// <returns>The conversation that took it; null when it arrives later or the workspace keeps no mail of strangers.</returns>
    public string? Receive(ReachkitIncomingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        lock (_world.Gate)
        {
            Inbox(mail.InboxId);
            if (ReachkitFields.NormaliseEmail(mail.From) is null) throw new ArgumentException($"'{mail.From}' is not an address.", nameof(mail));
            if (!(mail.At > _world.Clock.Now)) return _module.Threads.Receive(mail)?.Id;
            _module.Passes.Schedule(mail);
            return null;
        }
    }

    /// <summary>Lets a sent campaign email bounce.</summary>
    public void Bounce(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Bounce(message.MessageId);
    }

    /// <summary>Lets a sent campaign email bounce, by its id in the outbox.</summary>
    internal void Bounce(string messageId)
    {
        lock (_world.Gate)
            _module.Leads.Bounce(_module.State.Emails.Find(messageId) ?? throw new ArgumentException("It is no campaign email, or its lead is gone.", nameof(messageId)));
    }

    /// <summary>Uses the unsubscribe link of a lead.</summary>
    /// <param name="token">The token, or the whole link.</param>
    public void Unsubscribe(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_world.Gate)
            _module.Leads.Unsubscribe(_module.State.FindByToken(token[(token.LastIndexOf('/') + 1)..]) ?? throw new ArgumentException("No lead has that token.", nameof(token)));
    }

    /// <summary>The unsubscribe token of a lead.</summary>
    public string UnsubscribeToken(string leadId)
    {
        lock (_world.Gate)
            return _module.State.TokenOf((_module.State.Leads.Find(leadId) ?? throw new ArgumentException($"No lead has the id '{leadId}'.", nameof(leadId))).Ordinal);
    }

    /// <summary>Lets some of today's warmup mail of an inbox land in spam: at most what was sent.</summary>
    public void AddWarmupSpam(string inboxId, int count)
    {
        lock (_world.Gate)
        {
            Warmup.AddSpam(_module.State, Inbox(inboxId), count, _world.Clock.Now);
            _module.Passes.Wake();
        }
    }

    private InboxRow Inbox(string id) => _module.State.Inboxes.Find(id) ?? throw new ArgumentException($"No inbox has the id '{id}'.", nameof(id));
}
