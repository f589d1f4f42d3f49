using System.Globalization;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Workspaces, their keys and inboxes: what the app does and the API cannot.</summary>
internal sealed class WorkspaceRules(ReachkitModule module, World world)
{
    private const string KeyPurpose = "reachkit.key";
    private const int KeyLength = 32;

    private ReachkitState State => module.State;

    /// <summary>Makes a workspace with a key; gives its place.</summary>
    public int Add(string name, string plan)
    {
        int workspace = AddEmpty(name, plan);
        AddKey(workspace);
        return workspace;
    }

    /// <summary>Makes a key of a workspace.</summary>
    public string AddKey(int workspace)
    {
        long number = world.Ids.Take(KeyPurpose);
        string key = KeyAt(number);
        State.Keys.Add(new KeyRow { Workspace = workspace, Hash = KeyHash.Of(key), Number = number });
        return key;
    }

    /// <summary>The newest key that the app made for a workspace; empty when all were revoked.</summary>
    public string KeyOf(int workspace)
        => State.Keys.Newest().FirstOrDefault(key => key.Workspace == workspace && !key.IsRevoked && key.Number is not null)?.Number is { } number ? KeyAt(number) : "";

    /// <summary>The row of a key, a revoked one's too.</summary>
    public KeyRow? Find(string key) => State.KeysByHash.First(KeyHash.Of(key));

    /// <summary>The workspace that a key opens, or null. Under AcceptAnyKey a new key opens a new one with two inboxes.</summary>
    public WorkspaceRow? Open(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        if (Find(key) is { } known) return known.IsRevoked ? null : State.Workspaces.At(known.Workspace);
        if (!IsPlausible(world, key)) return null;
        int workspace = AddEmpty(string.Create(CultureInfo.InvariantCulture, $"Any {State.Workspaces.Count}"), "scale");
        State.Keys.Add(new KeyRow { Workspace = workspace, Hash = KeyHash.Of(key) });
        AddInbox(workspace, new ReachkitInboxSetup { Email = $"sam@mail{workspace}.outreach.example", Provider = InboxProvider.Google, FirstName = "Sam", LastName = "Lee" });
        AddInbox(workspace, new ReachkitInboxSetup { Email = $"kim@mail{workspace}.outreach.example", Provider = InboxProvider.Microsoft, FirstName = "Kim", LastName = "Lee" });
        return State.Workspaces.At(workspace);
    }

    /// <summary>Whether AcceptAnyKey lets a key in; keys are opaque, so any text without blanks will do.</summary>
    public static bool IsPlausible(World world, string key) => world.Options.AcceptAnyKey && key.Length >= 8 && !key.Any(char.IsWhiteSpace);

    /// <summary>Connects a mailbox.</summary>
    public InboxRow AddInbox(int workspace, ReachkitInboxSetup setup)
    {
        string email = Address(setup.Email);
        if (setup.DailyCampaignLimit is < 1 or > InboxRow.MostCampaignEmails) throw new ArgumentException($"A daily campaign limit is 1 to {InboxRow.MostCampaignEmails}.", nameof(setup));
        if (setup.DailyWarmupLimit is < 1 or > InboxRow.MostWarmupEmails) throw new ArgumentException($"A daily warmup limit is 1 to {InboxRow.MostWarmupEmails}.", nameof(setup));
        DateTimeOffset now = world.Clock.Now;
        InboxRow inbox = State.Inboxes.Add(new InboxRow
        {
            Workspace = workspace,
            Email = email,
            Provider = setup.Provider,
            ConnectionType = setup.ConnectionType,
            ConnectionStatus = setup.ConnectionStatus,
            FirstName = Filled(setup.FirstName)?.Trim(),
            LastName = Filled(setup.LastName)?.Trim(),
            ReplyTo = Filled(setup.ReplyTo) is { } replyTo ? Address(replyTo) : null,
            Signature = Filled(setup.Signature),
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

        static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
        static string Address(string text) => ReachkitFields.NormaliseEmail(text) ?? throw new ArgumentException($"'{text}' is not an address.", nameof(setup));
    }

    private int AddEmpty(string name, string plan)
        => State.Workspaces.Add(new WorkspaceRow { Name = name, Plan = plan, Settings = new ReachkitSettings() }).Ordinal;

    private string KeyAt(long number) => "rk_" + world.Ids.TextAt(KeyPurpose, number, KeyLength);
}
