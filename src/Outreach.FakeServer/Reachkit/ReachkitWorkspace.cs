using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>A workspace of a world's Reachkit, with what its owner can do in the app and not through the API.</summary>
public sealed class ReachkitWorkspace
{
    private readonly ReachkitModule _module;
    private readonly World _world;
    private readonly int _place;

    internal ReachkitWorkspace(ReachkitModule module, World world, int place) => (_module, _world, _place) = (module, world, place);

    /// <summary>The newest key that opens the workspace; empty when all were revoked.</summary>
    public string ApiKey
    {
        get
        {
            lock (_world.Gate) return _module.Workspaces.KeyOf(_place);
        }
    }

    /// <summary>The plan: only <c>scale</c> has API access.</summary>
    public string Plan
    {
        get
        {
            lock (_world.Gate) return Row.Plan;
        }

        set
        {
            lock (_world.Gate) _module.State.Workspaces.Update(Row with { Plan = value });
        }
    }

    /// <summary>The settings of the app.</summary>
    public ReachkitSettings Settings
    {
        get
        {
            lock (_world.Gate) return Row.Settings;
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_world.Gate)
            {
                _module.State.Workspaces.Update(Row with { Settings = value });
                if (!value.KeepsOtherReplies) _module.Threads.RemoveStrangers(_place);
                _module.Passes.Wake();
            }
        }
    }

    private WorkspaceRow Row => _module.State.Workspaces.At(_place)!;

    /// <summary>Makes another key.</summary>
    public string AddKey()
    {
        lock (_world.Gate) return _module.Workspaces.AddKey(_place);
    }

    /// <summary>Revokes a key.</summary>
    public void RevokeKey(string key)
    {
        lock (_world.Gate)
            if (_module.Workspaces.Find(key) is { } row && row.Workspace == _place) _module.State.Keys.Update(row with { IsRevoked = true });
    }

    /// <summary>Connects a mailbox; gives its id. An address alone will do.</summary>
    public string AddInbox(ReachkitInboxSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        lock (_world.Gate) return _module.Workspaces.AddInbox(_place, setup).Id;
    }

    /// <summary>Declares the mail provider of a domain, for leads that are looked up from then on.</summary>
    public void DeclareProvider(string domain, LeadProvider provider)
    {
        ArgumentNullException.ThrowIfNull(domain);
        lock (_world.Gate)
        {
            Dictionary<string, string> domains = new(Row.Domains, StringComparer.Ordinal) { [domain.Trim().ToLowerInvariant()] = provider.Value ?? "other" };
            _module.State.Workspaces.Update(Row with { Domains = domains });
        }
    }

    /// <summary>Subscribes a URL to events; gives the subscription's id.</summary>
    /// <param name="url">Where deliveries go.</param>
    /// <param name="events">Event types; none for all.</param>
    public string AddWebhook(string url, params IReadOnlyList<string> events)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")) throw new ArgumentException($"'{url}' is no URL that deliveries could go to.", nameof(url));
        if (events.FirstOrDefault(type => !ReachkitEvents.Types.Contains(type)) is { } unknown) throw new ArgumentException($"Reachkit has no event '{unknown}'.", nameof(events));
        lock (_world.Gate) return _module.State.Subscriptions.Add(new SubscriptionRow { Workspace = _place, Url = url, Events = [.. events] }).Id;
    }

    /// <summary>Ends a subscription.</summary>
    public void RemoveWebhook(string id)
    {
        lock (_world.Gate)
            if (_module.State.Subscriptions.Find(id) is { } row && row.Workspace == _place) _module.State.Subscriptions.Remove(row);
    }
}
