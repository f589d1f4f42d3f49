using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Workspaces, their keys and inboxes: what the app does and the API cannot.</summary>
internal sealed class WorkspaceRules(ReachkitModule module, World world)
{
    private const int KeyLength = 32;

    private ReachkitState State => module.State;

    /// <summary>Makes a workspace with a key; gives its place.</summary>
    public int Add(string name, string plan, string? key = null)
    {
        WorkspaceRow workspace = State.Workspaces.Add(new WorkspaceRow { Name = name, Plan = plan, Settings = new ReachkitSettings() });
        AddKey(workspace.Ordinal, key);
        return workspace.Ordinal;
    }

    /// <summary>Makes a key of a workspace.</summary>
    public string AddKey(int workspace, string? key = null)
        => State.Keys.Add(new KeyRow { Workspace = workspace, Key = key ?? "rk_" + world.Ids.Text("reachkit.key", KeyLength) }).Key;

    /// <summary>The newest key of a workspace; empty when all were revoked.</summary>
    public string KeyOf(int workspace) => State.Keys.Newest().FirstOrDefault(key => key.Workspace == workspace)?.Key ?? "";

    /// <summary>The workspace that a key opens, or null. Under AcceptAnyKey a new key opens a new one with two inboxes.</summary>
    public WorkspaceRow? Open(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        if (State.KeysByText.First(key) is { } known) return State.Workspaces.At(known.Workspace);
        if (!IsPlausible(world, key)) return null;
        int workspace = Add(key, "scale", key);
        AddInbox(workspace, new ReachkitInboxSetup { Email = $"sam@mail{workspace}.outreach.example", Provider = InboxProvider.Google, FirstName = "Sam", LastName = "Lee" });
        AddInbox(workspace, new ReachkitInboxSetup { Email = $"kim@mail{workspace}.outreach.example", Provider = InboxProvider.Microsoft, FirstName = "Kim", LastName = "Lee" });
        return State.Workspaces.At(workspace);
    }

    /// <summary>Whether AcceptAnyKey lets a key in; keys are opaque, so any text without blanks will do.</summary>
    public static bool IsPlausible(World world, string key) => world.Options.AcceptAnyKey && key.Length >= 8 && !key.Any(char.IsWhiteSpace);

    /// <summary>Connects a mailbox.</summary>
    public InboxRow AddInbox(int workspace, ReachkitInboxSetup setup)
    {
        string email = ReachkitFields.NormaliseEmail(setup.Email) ?? throw new ArgumentException($"'{setup.Email}' is not an address.", nameof(setup));
        DateTimeOffset now = world.Clock.Now;
        InboxRow inbox = State.Inboxes.Add(new InboxRow
        {
            Workspace = workspace,
            Email = email,
            Provider = setup.Provider,
            ConnectionType = setup.ConnectionType,
            ConnectionStatus = setup.ConnectionStatus,
            FirstName = setup.FirstName,
            LastName = setup.LastName,
            ReplyTo = setup.ReplyTo,
            Signature = setup.Signature,
            IsActive = setup.IsActive,
            IsWarming = setup.IsWarming,
            DailyCampaignLimit = setup.DailyCampaignLimit,
            DailyWarmupLimit = setup.DailyWarmupLimit,
            CreatedAt = now,
            UpdatedAt = now,
        });
        State.InboxTallies.Add(new InboxTallyRow { Id = inbox.Id });
        module.Passes.Wake();
        return inbox;
    }
}
