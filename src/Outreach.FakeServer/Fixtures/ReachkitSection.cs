using System.Text.Json;
using Outreach.FakeServer.Reachkit;
using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer;

/// <summary>What a fixture document can say of Reachkit: plan, inboxes, webhook subscriptions and mail providers of the default workspace.</summary>
internal static class ReachkitSection
{
    /// <summary>Puts it in; writes the ids of inboxes and subscriptions.</summary>
    public static void Load(OutreachFake fake, StrictObject section, Utf8JsonWriter ids)
    {
        ReachkitWorkspace workspace = fake.Reachkit.Workspace;
        if (section.Text("plan") is { } plan) workspace.Plan = plan;
        ids.WriteStartArray("inboxes");
        foreach (StrictObject inbox in section.Objects("inboxes") ?? []) ids.WriteStringValue(workspace.AddInbox(Inbox(inbox)));
        ids.WriteEndArray();
        ids.WriteStartArray("webhooks");
        foreach (StrictObject webhook in section.Objects("webhooks") ?? [])
        {
            ids.WriteStringValue(workspace.AddWebhook(webhook.NeedText("url"), webhook.Texts("events") ?? []));
            webhook.End();
        }

        ids.WriteEndArray();
        foreach (StrictObject provider in section.Objects("providers") ?? [])
        {
            string name = provider.Word("provider", [.. LeadProvider.Known.Select(known => known.Value!)]) ?? throw provider.Bad("provider", "is missing");
            workspace.DeclareProvider(provider.NeedText("domain"), new LeadProvider(name));
            provider.End();
        }

        section.End();
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
