using System.Text.Json;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer;

/// <summary>What a fixture document can say of Reachkit: plan, settings, inboxes, webhook subscriptions and mail providers of the default workspace, further workspaces.</summary>
internal static class ReachkitSection
{
    /// <summary>Puts it in; writes the ids of inboxes and subscriptions, and the key of each further workspace.</summary>
    public static void Load(OutreachFake fake, StrictObject section, Utf8JsonWriter ids)
    {
        Write(fake.Reachkit.Workspace, section, ids);
        ids.WriteStartArray("workspaces");
        foreach (StrictObject workspace in section.Objects("workspaces") ?? [])
        {
            ReachkitWorkspace made = fake.Reachkit.AddWorkspace();
            ids.WriteStartObject();
            ids.WriteString("key", made.ApiKey);
            Write(made, workspace, ids);
            workspace.End();
            ids.WriteEndObject();
        }

        ids.WriteEndArray();
        section.End();
    }

    private static void Write(ReachkitWorkspace workspace, StrictObject section, Utf8JsonWriter ids)
    {
        if (section.Text("plan") is { } plan) workspace.Plan = plan;
        if (section.Object("settings") is { } settings) workspace.Settings = Settings(workspace.Settings, settings);
        ids.WriteStartArray("inboxes");
        foreach (StrictObject inbox in section.Objects("inboxes") ?? []) ids.WriteStringValue(inbox.Make(() => workspace.AddInbox(Inbox(inbox))));
        ids.WriteEndArray();
        ids.WriteStartArray("webhooks");
        foreach (StrictObject webhook in section.Objects("webhooks") ?? [])
        {
            ids.WriteStringValue(webhook.Make(() => workspace.AddWebhook(webhook.NeedText("url"), webhook.Texts("events") ?? [])));
            webhook.End();
        }

        ids.WriteEndArray();
        foreach (StrictObject provider in section.Objects("providers") ?? [])
        {
            string name = provider.Word("provider", [.. LeadProvider.Known.Select(known => known.Value!)]) ?? throw provider.Bad("provider", "is missing");
            workspace.DeclareProvider(provider.NeedText("domain"), new LeadProvider(name));
            provider.End();
        }
    }

    private static ReachkitSettings Settings(ReachkitSettings old, StrictObject settings)
    {
        ReachkitSettings changed = new()
        {
            HealthProtection = settings.Flag("healthProtection") ?? old.HealthProtection,
            HealthThreshold = (int)(settings.Whole("healthThreshold", 0, 100) ?? old.HealthThreshold),
            KeepsOtherReplies = settings.Flag("keepsOtherReplies") ?? old.KeepsOtherReplies,
        };
        settings.End();
        return changed;
    }

    private static ReachkitInboxSetup Inbox(StrictObject inbox)
    {
        ReachkitInboxSetup setup = new() { Email = inbox.NeedText("email") };
        setup = setup with
        {
            Provider = inbox.Word("provider", [.. InboxProvider.Known.Select(known => known.Value!)]) is { } provider ? new InboxProvider(provider) : setup.Provider,
            ConnectionType = inbox.Word("connectionType", [.. ConnectionType.Known.Select(known => known.Value!)]) is { } type ? new ConnectionType(type) : setup.ConnectionType,
            ConnectionStatus = inbox.Word("connectionStatus", [.. ConnectionStatus.Known.Select(known => known.Value!)]) is { } status ? new ConnectionStatus(status) : setup.ConnectionStatus,
            FirstName = inbox.Text("firstName"),
            LastName = inbox.Text("lastName"),
            ReplyTo = inbox.Text("replyTo"),
            Signature = inbox.Text("signature"),
            IsActive = inbox.Flag("isActive") ?? setup.IsActive,
            IsWarming = inbox.Flag("isWarming") ?? setup.IsWarming,
            DailyCampaignLimit = (int)(inbox.Whole("dailyCampaignLimit", 1, 500) ?? setup.DailyCampaignLimit),
            DailyWarmupLimit = (int)(inbox.Whole("dailyWarmupLimit", 1, 100) ?? setup.DailyWarmupLimit),
        };
        inbox.End();
        return setup;
    }
}
