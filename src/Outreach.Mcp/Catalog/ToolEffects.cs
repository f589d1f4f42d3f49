using System.Collections.Frozen;
using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>
/// What each operation can do. The method says most of it: GET reads, DELETE deletes. That another operation sends or charges stands
/// in the contracts' descriptions only, so those are named here.
/// </summary>
internal static class ToolEffects
{
    /// <summary>The operations beside DELETE that send, charge, destroy or give access.</summary>
    public static readonly FrozenSet<string> Commits = FrozenSet.Create(StringComparer.Ordinal,
        "markus.apiKeys.create", "markus.campaigns.create", "markus.campaigns.update", "markus.campaigns.analyzeProduct",
        "markus.contacts.create", "markus.contacts.bulkImport",
        "markus.messages.approve", "markus.messages.retry", "markus.messages.submitFeedback", "markus.messages.bulkAction",
        "markus.ai.generateContent", "markus.ai.generateStrategy", "markus.ai.analyzeResponse",
        "markus.discovery.search", "markus.discovery.searchFromProfiles", "markus.channels.send", "markus.webhooks.create", "markus.webhooks.update", "markus.webhooks.test",
        "markus.credits.purchase",
        "reachkit.campaigns.update", "reachkit.campaigns.attachInboxes", "reachkit.conversations.create", "reachkit.conversations.reply", "reachkit.leads.create",
        "mailmark.emails.send", "mailmark.sequences.update", "mailmark.sequences.enroll",
        "crm.customers.merge", "crm.segments.syncToMessaging", "crm.campaigns.schedule", "crm.campaigns.resume", "crm.campaigns.execute",
        "crm.journeys.activate", "crm.journeys.archive", "crm.journeyEnrollments.create", "crm.socialPosts.create", "crm.socialPosts.schedule", "crm.socialPosts.publish",
        "crm.promotions.create", "crm.promotions.update", "crm.graphql.execute");

    /// <summary>What an operation can do.</summary>
    public static ToolEffect Of(Operation operation)
        => operation.Method == HttpMethod.Get ? ToolEffect.Reads
            : operation.Method == HttpMethod.Delete || Commits.Contains(operation.Name) ? ToolEffect.Commits
            : ToolEffect.Changes;
}
