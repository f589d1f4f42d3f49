using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.Contract.Tests.Stories;

/// <summary>A roastery that finds cafés, writes to them with approval, and answers those who reply.</summary>
internal sealed class MarkusStory(OutreachFake fake, MarkusClient markus) : Story(fake)
{
    private Campaign _campaign = new();
    private Contact _dana = new();
    private CreatedWebhookEndpoint _webhook = new();
    private string _thread = "";

    public override async Task PlayAsync()
    {
        await AccountAsync();
        await WebhooksAsync();
        await CampaignAsync();
        await TargetProfilesAsync();
        await ContactsAsync();
        await ApprovalAsync();
        await ConversationsAsync();
        await AiAsync();
        await ChannelsAsync();
        await DiscoveryAsync();
        await AnalyticsAsync();
        await NotificationsAsync();
        await CreditsAsync();
        await EndAsync();
    }

    private async Task AccountAsync()
    {
        (await markus.Auth.MeAsync()).Should().NotBeNull();
        (await markus.Billing.ListPlansAsync()).Plans.Should().HaveCount(4);
        CreatedApiKey key = await markus.ApiKeys.CreateAsync(new() { Name = "Reader", Scopes = [ApiScope.CampaignsRead, ApiScope.ContactsRead], ExpiresAt = Fake.Clock.Now.AddDays(30) });
        (await markus.ApiKeys.ListAsync()).Should().HaveCount(2);
        await markus.ApiKeys.RevokeAsync(key.Id);
    }

    private async Task WebhooksAsync()
    {
        Fake.Webhooks.Capture();
        _webhook = await markus.Webhooks.CreateAsync(new() { Url = "https://hooks.example/markus", Events = [WebhookEventSubscription.MessageSent], Description = "Sent mail" });
        await markus.Webhooks.UpdateAsync(_webhook.Id, new() { Events = [WebhookEventSubscription.All], Description = (string?)null });
        (await markus.Webhooks.GetAsync(_webhook.Id)).IsActive.Should().BeTrue();
        (await markus.Webhooks.ListAsync()).Should().ContainSingle();
        (await markus.Webhooks.TestAsync(_webhook.Id, new() { Event = WebhookEventType.MessageSent })).Delivered.Should().BeTrue();
    }

    private async Task CampaignAsync()
    {
        _campaign = await markus.Campaigns.CreateAsync(new()
        {
            Name = "Tidepool launch",
            ObjectiveType = ObjectiveType.ProductPromotion,
            Channels = [Channel.Email, Channel.Instagram],
            Product = new ProductDetails { Name = "Tidepool", Url = "https://tidepool.example", KeyBenefits = ["cuts overstock"] },
            Settings = new CampaignSettingsInput { Timezone = "Europe/Berlin", DailySendLimit = 20 },
        });
        await markus.Campaigns.UpdateAsync(_campaign.Id, new() { Description = "Spring", Objective = (string?)null, EndDate = Fake.Clock.Now.AddDays(60) });
        await markus.Campaigns.AnalyzeProductAsync(_campaign.Id, new() { Description = "Software that plans coffee stocks" });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(15));
        (await markus.Campaigns.GetAsync(_campaign.Id)).Name.Should().Be("Tidepool launch");
        (await markus.Campaigns.ListAsync(new() { Search = "tide", ObjectiveType = ObjectiveType.ProductPromotion, Sort = CampaignSort.Known[0], Order = SortOrder.Desc })).Items.Should().ContainSingle();
        (await markus.Campaigns.UsageAsync()).Should().NotBeNull();
    }

    private async Task TargetProfilesAsync()
    {
        await markus.TargetProfiles.CreateAsync(_campaign.Id, new() { Name = "Cafés", Keywords = ["cafe"], Locations = ["Berlin"] });
        TargetProfile offices = await markus.TargetProfiles.CreateAsync(_campaign.Id, new() { Name = "Offices" });
        (await markus.TargetProfiles.ListAsync(_campaign.Id)).Should().Contain(profile => profile.Name == "Cafés");
        await markus.TargetProfiles.DeleteAsync(_campaign.Id, offices.Id);
    }

    private async Task ContactsAsync()
    {
        _dana = await markus.Contacts.CreateAsync(new()
        {
            CampaignId = _campaign.Id,
            Name = "Dana Reed",
            Email = "dana+open+reply@acme.example",
            Social = new SocialHandles { Instagram = "danareed" },
            Location = new Location { City = "Berlin", Country = "DE" },
            Tags = ["cafe"],
            CustomFields = new Dictionary<string, string> { ["machine"] = "two groups" },
        });
        BulkImportResult imported = await markus.Contacts.BulkImportAsync(new()
        {
            CampaignId = _campaign.Id,
            Contacts = [new() { Email = "lee+fail@acme.example" }, new() { Email = "kim@acme.example" }, new() { Email = "max@acme.example" }, new() { Email = "dana+open+reply@acme.example" }, new() { Email = "nowhere" }],
        });
        imported.Created.Should().Be(3);
        await markus.Contacts.UpdateAsync(_dana.Id, new() { Title = "Owner", Notes = (string?)null, Tags = ["cafe", "berlin"] });
        (await markus.Contacts.GetAsync(_dana.Id)).Title.Should().Be("Owner");
        (await markus.Contacts.ListAsync(new() { Tag = "berlin", Channel = Channel.Instagram, IncludeDeleted = true })).Items.Should().ContainSingle();
        (await markus.Campaigns.ListContactsAsync(_campaign.Id, new() { Limit = 2, Page = 2 })).Items.Should().HaveCount(2);
        (await markus.Contacts.UsageAsync()).ContactsUsed.Should().Be(4);
        Contact mistake = await markus.Contacts.CreateAsync(new() { Email = "mistake@acme.example" });
        await markus.Contacts.DeleteAsync(mistake.Id);
    }

    private async Task ApprovalAsync()
    {
        await markus.Campaigns.UpdateAsync(_campaign.Id, new() { Status = CampaignStatus.Active });
        IReadOnlyList<PendingMessage> pending = (await markus.Messages.ListPendingAsync(new() { CampaignId = _campaign.Id, Channel = Channel.Email })).Items;
        pending.Should().HaveCount(4);
        PendingMessage To(string name) => pending.Single(message => message.Contact.Email!.StartsWith(name, StringComparison.Ordinal));
        await markus.Messages.SubmitFeedbackAsync(To("dana").Id, new() { Feedback = "Shorter, please." });
        await markus.Messages.ApproveAsync(To("dana").Id);
        await markus.Messages.RejectAsync(To("kim").Id, new() { Reason = "not her" });
        (await markus.Messages.BulkActionAsync(new() { Action = BulkMessageAction.Approve, MessageIds = [To("lee").Id, To("max").Id, To("kim").Id] })).Failed.Should().Be(1);
        await Fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        await markus.Contacts.UpdateAsync(To("lee").Contact.Id, new() { Email = "lee@acme.example" });
        (await markus.Messages.RetryAsync(To("lee").Id)).Status.Should().Be(MessageStatus.Sent);
    }

    private async Task ConversationsAsync()
    {
        _thread = (await markus.Contacts.ListConversationsAsync(_dana.Id)).Items.Should().ContainSingle().Subject.Id;
        (await markus.Conversations.ListAsync(new() { Status = ConversationStatus.NeedsReply, Unread = true })).Items.Should().ContainSingle();
        (await markus.Conversations.GetAsync(_thread)).Id.Should().Be(_thread);
        (await markus.Conversations.ListMessagesAsync(_thread, new() { Order = SortOrder.Asc })).Items.Should().HaveCount(2);
        await markus.Conversations.MarkReadAsync(_thread);
        (await markus.Conversations.MetricsAsync(new() { CampaignId = _campaign.Id, Channel = Channel.Email })).Should().NotBeNull();
    }

    private async Task AiAsync()
    {
        await markus.Ai.GenerateContentAsync(new() { CampaignId = _campaign.Id, ContactId = _dana.Id, Channel = Channel.Email, Tone = MessageTone.Known[0], MaxWords = 60 });
        await markus.Ai.GenerateContentAsync(new() { ConversationId = _thread, Purpose = ContentPurpose.Reply, Instructions = "Offer Thursday." });
        await markus.Ai.GenerateStrategyAsync(new() { CampaignId = _campaign.Id });
        await markus.Ai.AnalyzeResponseAsync(new() { Text = "Great, can we talk on Thursday?" });
        (await markus.Ai.SuggestionsAsync(_thread)).Should().NotBeEmpty();
        (await markus.Ai.UsageAsync()).Should().NotBeNull();
    }

    private async Task ChannelsAsync()
    {
        (await markus.Channels.ListAccountsAsync(Channel.Email)).Should().ContainSingle();
        (await markus.Channels.AvailabilityAsync(_dana.Id)).Should().NotBeNull();
        (await markus.Channels.SendAsync(new() { Channel = Channel.Email, ConversationId = _thread, Body = "Thursday at ten?" })).Status.Should().Be(MessageStatus.Sent);
        await markus.Channels.SendAsync(new() { Channel = Channel.Instagram, ContactId = _dana.Id, Body = "Hello" });
    }

    private async Task DiscoveryAsync()
    {
        (await markus.Discovery.ListSourcesAsync()).Should().NotBeEmpty();
        DiscoveryJob searched = await markus.Discovery.SearchAsync(new() { Query = "roasters", Sources = [DiscoverySourceId.GoogleMaps, DiscoverySourceId.Web], Location = "Berlin", MaxResults = 3 });
        DiscoveryJob broken = await markus.Discovery.SearchAsync(new() { Query = "[fail] roasters", Sources = [DiscoverySourceId.Web] });
        DiscoveryJob profiled = await markus.Discovery.SearchFromProfilesAsync(new() { CampaignId = _campaign.Id, MaxResults = 2 });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        (await markus.Discovery.GetJobAsync(searched.Id)).Results.Should().HaveCount(3);
        (await markus.Discovery.GetJobAsync(broken.Id)).Error.Should().NotBeNull();
        (await markus.Discovery.GetJobAsync(profiled.Id)).ContactsCreated.Should().Be(2);
    }

    private async Task AnalyticsAsync()
    {
        DateOnly from = DateOnly.FromDateTime(Fake.Clock.Now.UtcDateTime).AddDays(-7), to = from.AddDays(7);
        (await markus.Analytics.OverviewAsync(new() { StartDate = from, EndDate = to })).Should().NotBeNull();
        (await markus.Analytics.CampaignAsync(_campaign.Id, new() { StartDate = from })).Should().NotBeNull();
        (await markus.Analytics.PerformanceAsync(new() { StartDate = from, EndDate = to, Interval = PerformanceInterval.Known[0], CampaignId = _campaign.Id })).Should().NotBeNull();
        (await markus.Analytics.ResponseTimesAsync(new() { EndDate = to })).Should().NotBeNull();
        (await markus.Analytics.ContactTypesAsync(_campaign.Id)).Should().NotBeNull();
    }

    private async Task NotificationsAsync()
    {
        Fake.Markus.Account.Notify("Hello", "A word from the service");
        Notification notification = (await markus.Notifications.ListAsync(new() { IsRead = false, Limit = 100 })).Items[0];
        await markus.Notifications.UpdateAsync(notification.Id, new() { IsRead = true });
        await markus.Notifications.MarkAllReadAsync();
        await markus.Notifications.DeleteAsync(notification.Id);
    }

    private async Task CreditsAsync()
    {
        Eip3009Authorization authorization = new()
        {
            From = "0x857b06519E91e3A54538791bDbb0E22373e36b66",
            To = "0x209693Bc6afc0C5328bA36FaF03C514EF312287C",
            Value = (await markus.Credits.BalanceAsync()).Package.UsdcAmount,
            ValidAfter = "0",
            ValidBefore = "4000000000",
            Nonce = "0x" + new string('1', 64),
        };
        CreditPurchase purchase = await markus.Credits.PurchaseAsync(CreditPaymentHeader.X402(new X402PaymentPayloadV1
        {
            X402Version = 1,
            Scheme = "exact",
            Network = "base",
            Payload = new X402ExactPayload { Signature = "0x" + new string('a', 130), Authorization = authorization },
        }));
        purchase.Balance.Should().Be(5);
    }

    private async Task EndAsync()
    {
        (await markus.Webhooks.ListDeliveriesAsync(_webhook.Id, new() { Status = WebhookDeliveryStatus.Success, EventType = WebhookEventType.MessageSent })).Items.Should().NotBeEmpty();
        await markus.Webhooks.DeleteAsync(_webhook.Id);
        await markus.Campaigns.DeleteAsync(_campaign.Id);
    }
}
