using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Everything that Reachkit remembers in a world.</summary>
internal sealed class ReachkitState
{
    private static readonly PassPlan NoPass = new(null, 0, false, 0);

    public ReachkitState(World world)
    {
        ulong seed = world.Options.Seed;
        ReachkitStateJson json = ReachkitStateJson.Default;
        Workspaces = world.Add(new Table<WorkspaceRow>("reachkit.workspaces", new UuidForm(seed, "reachkit.workspaces"), () => json.WorkspaceRow));
        Keys = world.Add(new Table<KeyRow>("reachkit.keys", new UuidForm(seed, "reachkit.keys"), () => json.KeyRow));
        Blocklist = world.Add(new Table<BlocklistRow>("reachkit.blocklist", new UuidForm(seed, "reachkit.blocklist"), () => json.BlocklistRow));
        Campaigns = world.Add(new Table<CampaignRow>("reachkit.campaigns", new UuidForm(seed, "reachkit.campaigns"), () => json.CampaignRow));
        Tallies = world.Add(new Table<CampaignTallyRow>("reachkit.tallies", new UuidForm(seed, "reachkit.campaigns"), () => json.CampaignTallyRow));
        Slots = world.Add(new Table<SlotRow>("reachkit.slots", new NoForm("slot"), () => json.SlotRow));
        Steps = world.Add(new Table<StepRow>("reachkit.steps", new UuidForm(seed, "reachkit.steps"), () => json.StepRow));
        Variants = world.Add(new Table<VariantRow>("reachkit.variants", new UuidForm(seed, "reachkit.variants"), () => json.VariantRow));
        Leads = world.Add(new Table<LeadRow>("reachkit.leads", new UuidForm(seed, "reachkit.leads"), () => json.LeadRow));
        LeadStates = world.Add(new Table<LeadStateRow>("reachkit.lead_states", new UuidForm(seed, "reachkit.leads"), () => json.LeadStateRow));
        Inboxes = world.Add(new Table<InboxRow>("reachkit.inboxes", new UuidForm(seed, "reachkit.inboxes"), () => json.InboxRow));
        InboxTallies = world.Add(new Table<InboxTallyRow>("reachkit.inbox_tallies", new UuidForm(seed, "reachkit.inboxes"), () => json.InboxTallyRow));
        WarmupDays = world.Add(new Table<WarmupDayRow>("reachkit.warmup_days", new NoForm("day"), () => json.WarmupDayRow));
        Conversations = world.Add(new Table<ConversationRow>("reachkit.conversations", new UuidForm(seed, "reachkit.conversations"), () => json.ConversationRow));
        Messages = world.Add(new Table<MessageRow>("reachkit.messages", new UuidForm(seed, "reachkit.messages"), () => json.MessageRow));
        Files = world.Add(new Table<FileRow>("reachkit.files", new UuidForm(seed, "reachkit.files"), () => json.FileRow));
        Addressed = world.Add(new Table<AddressedRow>("reachkit.addressed", new UuidForm(seed, "reachkit.addressed"), () => json.AddressedRow));
        Emails = world.Add(new Table<EmailRow>("reachkit.emails", new UuidForm(seed, "reachkit.emails"), () => json.EmailRow));
        Groups = world.Add(new Table<GroupRow>("reachkit.groups", new UuidForm(seed, "reachkit.groups"), () => json.GroupRow));
        Subscriptions = world.Add(new Table<SubscriptionRow>("reachkit.subscriptions", new UuidForm(seed, "reachkit.subscriptions"), () => json.SubscriptionRow));
        Deliveries = world.Add(new Table<DeliveryRow>("reachkit.deliveries", new UuidForm(seed, "reachkit.deliveries"), () => json.DeliveryRow));
        Plan = world.Add(new Cell<PassPlan>("reachkit.plan", NoPass, () => json.PassPlan));
        UnsubscribeTokens = new UuidForm(seed, "reachkit.unsubscribe");

        KeysByHash = Keys.IndexBy(row => row.Hash);
        BlocklistByWorkspace = Blocklist.IndexBy(row => WorkspaceKey(row.Workspace));
        BlocklistByAddress = Blocklist.IndexBy(row => AddressKey(row.Workspace, row.Email));
        CampaignsByWorkspace = Campaigns.IndexBy(row => WorkspaceKey(row.Workspace));
        ActiveCampaigns = Campaigns.IndexBy(row => row.IsActive ? "active" : null);
        LeadsByCampaign = Leads.IndexBy(row => row.CampaignId);
        LeadsByEmail = Leads.IndexBy(row => row.Email);
        MarkedLeads = LeadStates.IndexBy(row => row.IsMarked ? row.CampaignId : null);
        ParkedLeads = LeadStates.IndexBy(row => row.IsParked ? row.CampaignId : null);
        QueuedLeads = LeadStates.IndexBy(row => row.Queue);
        RepliedDomains = LeadStates.IndexBy(row => row.RepliedDomain);
        InboxesByWorkspace = Inboxes.IndexBy(row => WorkspaceKey(row.Workspace));
        InboxesByDomain = Inboxes.IndexBy(row => AddressKey(row.Workspace, row.Domain));
        WarmingInboxes = Inboxes.IndexBy(row => row.IsWarming && row.IsConnected ? "warming" : null);
        ConversationsByWorkspace = Conversations.IndexBy(row => WorkspaceKey(row.Workspace));
        MessagesByConversation = Messages.IndexBy(row => row.ConversationId);
        AddressedByAddress = Addressed.IndexBy(row => row.Address);
        GroupsByBucket = Groups.IndexBy(row => row.Bucket);
        SubscriptionsByWorkspace = Subscriptions.IndexBy(row => WorkspaceKey(row.Workspace));
    }

    public Table<WorkspaceRow> Workspaces { get; }

    public Table<KeyRow> Keys { get; }

    public Index<KeyRow> KeysByHash { get; }

    public Table<BlocklistRow> Blocklist { get; }

    public Index<BlocklistRow> BlocklistByWorkspace { get; }

    public Index<BlocklistRow> BlocklistByAddress { get; }

    public Table<CampaignRow> Campaigns { get; }

    public Index<CampaignRow> CampaignsByWorkspace { get; }

    public Index<CampaignRow> ActiveCampaigns { get; }

    public Table<CampaignTallyRow> Tallies { get; }

    public Table<SlotRow> Slots { get; }

    public Table<StepRow> Steps { get; }

    public Table<VariantRow> Variants { get; }

    public Table<LeadRow> Leads { get; }

    public Index<LeadRow> LeadsByCampaign { get; }

    public Index<LeadRow> LeadsByEmail { get; }

    public Table<LeadStateRow> LeadStates { get; }

    public Index<LeadStateRow> MarkedLeads { get; }

    public Index<LeadStateRow> ParkedLeads { get; }

    public Index<LeadStateRow> QueuedLeads { get; }

    public Index<LeadStateRow> RepliedDomains { get; }

    public Table<InboxRow> Inboxes { get; }

    public Index<InboxRow> InboxesByWorkspace { get; }

    public Index<InboxRow> InboxesByDomain { get; }

    public Index<InboxRow> WarmingInboxes { get; }

    public Table<InboxTallyRow> InboxTallies { get; }

    public Table<WarmupDayRow> WarmupDays { get; }

    public Table<ConversationRow> Conversations { get; }

    public Index<ConversationRow> ConversationsByWorkspace { get; }

    public Table<MessageRow> Messages { get; }

    public Index<MessageRow> MessagesByConversation { get; }

    public Table<FileRow> Files { get; }

    public Table<AddressedRow> Addressed { get; }

    public Index<AddressedRow> AddressedByAddress { get; }

    public Table<EmailRow> Emails { get; }

    public Table<GroupRow> Groups { get; }

    public Index<GroupRow> GroupsByBucket { get; }

    public Table<SubscriptionRow> Subscriptions { get; }

    public Index<SubscriptionRow> SubscriptionsByWorkspace { get; }

    public Table<DeliveryRow> Deliveries { get; }

    public Cell<PassPlan> Plan { get; }

    /// <summary>Unsubscribe tokens are made from a lead's place and lead back to it.</summary>
    public UuidForm UnsubscribeTokens { get; }

    /// <summary>The key of what belongs to a workspace.</summary>
    public static string WorkspaceKey(int workspace) => workspace == 0 ? "0" : workspace.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The key of an address, or a domain, within a workspace.</summary>
    public static string AddressKey(int workspace, string address) => $"{WorkspaceKey(workspace)} {address}";

    /// <summary>The numbers of a campaign.</summary>
    public CampaignTallyRow TallyOf(CampaignRow campaign) => Tallies.At(campaign.Ordinal)!;

    /// <summary>The steps of a campaign, in order.</summary>
    public IEnumerable<StepRow> StepsOf(CampaignRow campaign) => campaign.Steps.Select(step => Steps.At(step)!);

    /// <summary>The variants of a step, by letter.</summary>
    public IEnumerable<VariantRow> VariantsOf(StepRow step) => step.Variants.Select(variant => Variants.At(variant)!);

    /// <summary>What happened to a lead.</summary>
    public LeadStateRow StateOf(LeadRow lead) => LeadStates.At(lead.Ordinal)!;

    /// <summary>The lead of a campaign with an address, or null.</summary>
    public LeadRow? FindLead(CampaignRow campaign, string email)
    {
        foreach (LeadRow lead in LeadsByEmail[email])
            if (lead.Campaign == campaign.Ordinal) return lead;
        return null;
    }

    /// <summary>The leads of a workspace with an address.</summary>
    public IEnumerable<LeadRow> FindLeads(int workspace, string email) => LeadsByEmail[email].Where(lead => Campaigns.At(lead.Campaign)!.Workspace == workspace);

    /// <summary>The unsubscribe token of a lead.</summary>
    public string TokenOf(int lead) => UnsubscribeTokens.Make(lead).Replace("-", "", StringComparison.Ordinal);

    /// <summary>The lead of an unsubscribe token, or null.</summary>
    public LeadRow? FindByToken(string token)
        => Guid.TryParseExact(token, "N", out Guid id) && UnsubscribeTokens.TryRead(id.ToString("D"), out int lead) ? Leads.At(lead) : null;
}
