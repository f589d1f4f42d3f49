using System.Text.Json.Serialization.Metadata;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>
/// Everything that a world's Markus holds, and the rules over it. Rows per account or campaign are reached through indexes;
/// figures are kept as they change.
/// </summary>
internal sealed class MarkusState
{
    public MarkusState(World world)
    {
        World = world;
        Fixture = world.Add(new Cell<MarkusFixture>("markus.fixture", new MarkusFixture("", ""), static () => MarkusStateJson.Default.MarkusFixture));

        Accounts = Table("accounts", static () => MarkusStateJson.Default.AccountRow);

        ApiKeys = Table("apiKeys", static () => MarkusStateJson.Default.ApiKeyRow);
        ApiKeysByHash = ApiKeys.IndexBy(static key => key.Hash);
        ApiKeysByAccount = ApiKeys.IndexBy(static key => key.AccountId);

        Campaigns = Table("campaigns", static () => MarkusStateJson.Default.CampaignRow);
        CampaignsByAccount = Campaigns.IndexBy(static campaign => campaign.Status == CampaignStatus.Deleted ? null : campaign.AccountId);
        DeletedCampaigns = Campaigns.IndexBy(static campaign => campaign.Status == CampaignStatus.Deleted ? campaign.AccountId : null);

        TargetProfiles = Table("targetProfiles", static () => MarkusStateJson.Default.TargetProfileRow);
        TargetProfilesByCampaign = TargetProfiles.IndexBy(static profile => profile.CampaignId);

        Contacts = Table("contacts", static () => MarkusStateJson.Default.ContactRow);
        ContactsByAccount = Contacts.IndexBy(static contact => contact.AccountId);
        ContactsByEmail = Contacts.IndexBy(static contact => contact.DeletedAt is null && contact.Email is { } email ? EmailKey(contact.AccountId, email) : null);
        ContactsByCampaign = Contacts.IndexBy(static contact => contact.DeletedAt is null ? contact.CampaignId : null);

        Conversations = Table("conversations", static () => MarkusStateJson.Default.ConversationRow);
        ConversationsByAccount = Conversations.IndexBy(static conversation => conversation.AccountId);
        ConversationsByContact = Conversations.IndexBy(static conversation => conversation.ContactId);
        OpenConversationsByCampaign = Conversations.IndexBy(static conversation => conversation.IsOpen ? conversation.CampaignId : null);

        Messages = Table("messages", static () => MarkusStateJson.Default.MessageRow);
        MessagesByAccount = Messages.IndexBy(static message => message.AccountId);
        MessagesByCampaign = Messages.IndexBy(static message => message.CampaignId);
        MessagesByContact = Messages.IndexBy(static message => message.ContactId);
        MessagesByConversation = Messages.IndexBy(static message => message.ConversationId);
        ConversationActivity = Messages.IndexBy(static message => message.ConversationId is null ? null : message.AccountId);
        PendingMessages = Messages.IndexBy(static message => message.Status == MessageStatus.PendingApproval && !message.Revived ? message.AccountId : null);
        RevivedMessages = Messages.IndexBy(static message => message.Status == MessageStatus.PendingApproval && message.Revived ? message.AccountId : null);
        PendingByCampaign = Messages.IndexBy(static message => message.Status == MessageStatus.PendingApproval ? message.CampaignId : null);
        ApprovedByCampaign = Messages.IndexBy(static message => message.Status == MessageStatus.Approved ? message.CampaignId : null);
        PlannedMessages = Messages.IndexBy(static message => message is { CampaignId: { } campaign, ScheduledAt: { } at } && message.Status == MessageStatus.Approved ? InstantKey(campaign, at) : null);
        SentMessages = Messages.IndexBy(static message => message.Status == MessageStatus.Sent && !message.ReportedApart && message.SentAt is { } at ? InstantKey(message.CampaignId ?? message.AccountId, at) : null);
        FollowUps = Messages.IndexBy(static message => message is { CampaignId: { } campaign, FollowUpAt: { } at, FollowUpOverdue: false } ? InstantKey(campaign, at) : null);
        OverdueFollowUps = Messages.IndexBy(static message => message.FollowUpOverdue ? message.CampaignId : null);

        ConnectedAccounts = Table("connectedAccounts", static () => MarkusStateJson.Default.ConnectedAccountRow);
        ConnectedAccountsByAccount = ConnectedAccounts.IndexBy(static connected => connected.AccountId);

        Notifications = Table("notifications", static () => MarkusStateJson.Default.NotificationRow);
        NotificationsByAccount = Notifications.IndexBy(static notification => notification.AccountId);
        UnreadNotifications = Notifications.IndexBy(static notification => notification.ReadAt is null ? notification.AccountId : null);

        SendDays = Table("sendDays", static () => MarkusStateJson.Default.SendDayRow);
        SendDaysByKey = SendDays.IndexBy(static day => day.Key);

        DiscoveryJobs = Table("discoveryJobs", static () => MarkusStateJson.Default.DiscoveryJobRow);
        CreditPurchases = Table("creditPurchases", static () => MarkusStateJson.Default.CreditPurchaseRow);
        CreditPurchasesByAccount = CreditPurchases.IndexBy(static purchase => purchase.AccountId);
        CreditPurchasesBySpent = CreditPurchases.IndexBy(static purchase => purchase.Spent);
        PaymentChallenges = Table("paymentChallenges", static () => MarkusStateJson.Default.PaymentChallengeRow);
        PaymentChallengesByName = PaymentChallenges.IndexBy(static challenge => challenge.Name);
        PaymentChallengesByAge = PaymentChallenges.IndexBy(static _ => "");
        Events = new MarkusEvents(world);
        Keys = new ApiKeyRules(this);
        Allowances = new AllowanceRules(this);
        Notices = new NotificationRules(this);
        CampaignRules = new CampaignRules(this);
        ProductAnalyses = new ProductAnalysisRules(this);
        ContactRules = new ContactRules(this);
        MessageRules = new MessageRules(this);
        Drafts = new DraftRules(this);
        Channels = new ChannelRules(this);
        Plan = new SendPlan(this);
        Sends = new SendRules(this);
        Inbound = new InboundRules(this);
        Discovery = new DiscoveryRules(this);
        Credits = new CreditRules(this);
        Life = new MarkusLife(this);
        Webhooks = new WebhookRules(this);
    }

    public World World { get; }

    /// <summary>The world's time, of which Markus knows whole seconds only: what is stored is what the wire shows.</summary>
    public DateTimeOffset Now => WholeSecond(World.Clock.Now);

    public Cell<MarkusFixture> Fixture { get; }

    public Table<AccountRow> Accounts { get; }

    public Table<ApiKeyRow> ApiKeys { get; }

    public Index<ApiKeyRow> ApiKeysByHash { get; }

    public Index<ApiKeyRow> ApiKeysByAccount { get; }

    public Table<CampaignRow> Campaigns { get; }

    /// <summary>The campaigns of an account that are not deleted.</summary>
    public Index<CampaignRow> CampaignsByAccount { get; }

    public Index<CampaignRow> DeletedCampaigns { get; }

    public Table<TargetProfileRow> TargetProfiles { get; }

    public Index<TargetProfileRow> TargetProfilesByCampaign { get; }

    public Table<ContactRow> Contacts { get; }

    /// <summary>All contacts of an account, deleted ones included.</summary>
    public Index<ContactRow> ContactsByAccount { get; }

    /// <summary>The contact that has an e-mail address; see <see cref="EmailKey"/>.</summary>
    public Index<ContactRow> ContactsByEmail { get; }

    /// <summary>The contacts of a campaign that are not deleted.</summary>
    public Index<ContactRow> ContactsByCampaign { get; }

    public Table<ConversationRow> Conversations { get; }

    public Index<ConversationRow> ConversationsByAccount { get; }

    public Index<ConversationRow> ConversationsByContact { get; }

    public Index<ConversationRow> OpenConversationsByCampaign { get; }

    public Table<MessageRow> Messages { get; }

    public Index<MessageRow> MessagesByAccount { get; }

    public Index<MessageRow> MessagesByCampaign { get; }

    public Index<MessageRow> MessagesByContact { get; }

    /// <summary>The messages sent and received in a conversation, in order.</summary>
    public Index<MessageRow> MessagesByConversation { get; }

    /// <summary>All messages of an account that were sent or received, in that order.</summary>
    public Index<MessageRow> ConversationActivity { get; }

    /// <summary>The messages of an account that wait for approval for the first time.</summary>
    public Index<MessageRow> PendingMessages { get; }

    /// <summary>The messages of an account that wait for approval again.</summary>
    public Index<MessageRow> RevivedMessages { get; }

    public Index<MessageRow> PendingByCampaign { get; }

    /// <summary>The approved messages of a campaign in order of approval.</summary>
    public Index<MessageRow> ApprovedByCampaign { get; }

    /// <summary>The messages of a campaign that share a slot; see <see cref="InstantKey"/>.</summary>
    public Index<MessageRow> PlannedMessages { get; }

    /// <summary>The messages of a campaign, or the direct ones of an account, that were sent at an instant and not reported on.</summary>
    public Index<MessageRow> SentMessages { get; }

    /// <summary>The messages of a campaign whose follow-up falls due at an instant.</summary>
    public Index<MessageRow> FollowUps { get; }

    /// <summary>The messages of a campaign whose follow-up fell due while it was paused.</summary>
    public Index<MessageRow> OverdueFollowUps { get; }

    public Table<ConnectedAccountRow> ConnectedAccounts { get; }

    public Index<ConnectedAccountRow> ConnectedAccountsByAccount { get; }

    public Table<NotificationRow> Notifications { get; }

    public Index<NotificationRow> NotificationsByAccount { get; }

    public Index<NotificationRow> UnreadNotifications { get; }

    public Table<SendDayRow> SendDays { get; }

    public Index<SendDayRow> SendDaysByKey { get; }

    public Table<DiscoveryJobRow> DiscoveryJobs { get; }

    public Table<CreditPurchaseRow> CreditPurchases { get; }

    public Index<CreditPurchaseRow> CreditPurchasesByAccount { get; }

    /// <summary>The purchase that a nonce or payment token was spent on.</summary>
    public Index<CreditPurchaseRow> CreditPurchasesBySpent { get; }

    /// <summary>The challenges of 402 answers that nobody has paid.</summary>
    public Table<PaymentChallengeRow> PaymentChallenges { get; }

    public Index<PaymentChallengeRow> PaymentChallengesByName { get; }

    /// <summary>All of them under the key "", oldest first.</summary>
    public Index<PaymentChallengeRow> PaymentChallengesByAge { get; }

    /// <summary>The one place where webhook events fire.</summary>
    public MarkusEvents Events { get; }

    public ApiKeyRules Keys { get; }

    public AllowanceRules Allowances { get; }

    public NotificationRules Notices { get; }

    public CampaignRules CampaignRules { get; }

    public ProductAnalysisRules ProductAnalyses { get; }

    public ContactRules ContactRules { get; }

    public MessageRules MessageRules { get; }

    public DraftRules Drafts { get; }

    public ChannelRules Channels { get; }

    public SendPlan Plan { get; }

    public SendRules Sends { get; }

    public InboundRules Inbound { get; }

    public DiscoveryRules Discovery { get; }

    public CreditRules Credits { get; }

    public MarkusLife Life { get; }

    public WebhookRules Webhooks { get; }

    /// <summary>An instant without the part of its second that has passed.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Key of a contact's address within its account.</summary>
    public static string EmailKey(string accountId, string email) => $"{accountId} {email}";

    /// <summary>Key of what a campaign, or an account, does at an instant.</summary>
    public static string InstantKey(string ownerId, DateTimeOffset at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ownerId} {at.UtcTicks}");

    /// <summary>Changes an account from its present form.</summary>
    public AccountRow Change(string accountId, Func<AccountRow, AccountRow> change) => Accounts.Update(change(Accounts.Find(accountId)!));

    /// <summary>Changes a campaign's figures; null and unknown ids are none.</summary>
    public void Count(string? campaignId, Func<CampaignCounters, CampaignCounters> change)
    {
        if (Campaigns.Find(campaignId) is { } campaign) Campaigns.Update(campaign with { Counters = change(campaign.Counters) });
    }

    /// <summary>A campaign of the account that is not deleted; null when there is none.</summary>
    public CampaignRow? FindCampaign(string accountId, string? id)
        => Campaigns.Find(id) is { } row && row.AccountId == accountId && row.Status != CampaignStatus.Deleted ? row : null;

    /// <summary>A contact of the account that is not deleted; null when there is none.</summary>
    public ContactRow? FindContact(string accountId, string? id)
        => Contacts.Find(id) is { } row && row.AccountId == accountId && row.DeletedAt is null ? row : null;

    /// <summary>A conversation of the account; null when there is none.</summary>
    public ConversationRow? FindConversation(string accountId, string? id)
        => Conversations.Find(id) is { } row && row.AccountId == accountId ? row : null;

    /// <summary>A message of the account; null when there is none.</summary>
    public MessageRow? FindMessage(string accountId, string? id)
        => Messages.Find(id) is { } row && row.AccountId == accountId ? row : null;

    private Table<T> Table<T>(string name, Func<JsonTypeInfo<T>> type) where T : Row => World.Add(new Table<T>("markus." + name, new UuidForm(World.Options.Seed, "markus." + name), type));
}
