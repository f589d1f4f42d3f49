using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.Contract.Tests.Stories;

/// <summary>A golf club: its members, whom it writes to and what it posts.</summary>
internal sealed class CrmStory(OutreachFake fake, CrmClient crm) : Story(fake)
{
    private Customer _dana = new();
    private Segment _segment = new();

    public override async Task PlayAsync()
    {
        await CustomersAsync();
        await ActivitiesAsync();
        await NotesAsync();
        await SegmentsAsync();
        await CampaignsAsync();
        await JourneysAsync();
        await SocialAsync();
        await PromotionsAsync();
        await AnalyticsAsync();
        await GraphQLAsync();
    }

    private async Task CustomersAsync()
    {
        _dana = await crm.Customers.CreateAsync(new() { Email = "dana@acme.example", FirstName = "Dana", Tags = ["founder"], ExternalIds = new() });
        Fake.Crm.SetCustomer(_dana.Id, customer => customer with { EmailOptIn = true, EngagementScore = 80 });
        Customer twin = await crm.Customers.CreateAsync(new() { Email = "dana@acme.example", PhoneNumber = "+27821234567", LifecycleStage = LifecycleStage.Known[0] });
        Customer passerBy = (await crm.Customers.ResolveAsync(new() { Phone = "+27829876543" })).Profile;
        await crm.Customers.UpdateAsync(_dana.Id, new() { LastName = "Reed", DisplayName = (string?)null, Tags = ["founder", "gold"] });
        await crm.Customers.MergeAsync(_dana.Id, new() { LoserId = twin.Id });
        await crm.Customers.DeleteAsync(passerBy.Id);
        (await crm.Customers.ListAsync(new() { Search = "reed", EmailOptIn = true, EngagementMin = 70.5, Take = 10 })).Items.Should().ContainSingle();
        _dana = await crm.Customers.GetAsync(_dana.Id);
    }

    private async Task ActivitiesAsync()
    {
        CreateActivityRequest booking = new()
        {
            Type = "TEETIME_BOOKED",
            Category = ActivityCategory.Booking,
            Title = "Booked a tee time",
            SourceService = "teetime",
            SourceEventId = "booking-1",
            OccurredAt = Fake.Clock.Now.AddHours(-1),
        };
        Activity first = await crm.Activities.CreateAsync(_dana.Id, booking);
        Activity repeated = await crm.Activities.CreateAsync(_dana.Id, booking);
        repeated.Id.Should().Be(first.Id);
        (await crm.Activities.ListAsync(_dana.Id, new() { Type = "TEETIME_BOOKED", From = Fake.Clock.Now.AddDays(-1), To = Fake.Clock.Now })).Items.Should().ContainSingle();
    }

    private async Task NotesAsync()
    {
        Note note = await crm.Notes.CreateAsync(_dana.Id, new() { Type = NoteType.Call, Content = "Likes mornings", IsPinned = true });
        await crm.Notes.UpdateAsync(_dana.Id, note.Id, new() { Content = "Likes early mornings", IsPinned = false });
        (await crm.Notes.ListAsync(_dana.Id, new() { Type = NoteType.Call })).Items.Should().ContainSingle();
        await crm.Notes.DeleteAsync(_dana.Id, note.Id);
    }

    private async Task SegmentsAsync()
    {
        _segment = await crm.Segments.CreateAsync(new()
        {
            Name = "Engaged",
            Criteria = Criteria.All(Criteria.Field("engagementScore").AtLeast(70), Criteria.Any(Criteria.Field("emailOptIn").EqualTo(true), Criteria.Field("tags").Contains("gold"))),
            RefreshFrequency = SegmentRefreshFrequency.Hourly,
        });
        await crm.Segments.UpdateAsync(_segment.Id, new() { Description = "Those who come often", IsActive = true });
        await crm.Segments.RefreshAsync(_segment.Id);
        await crm.Segments.SyncToMessagingAsync(_segment.Id);
        (await crm.Segments.MembersAsync(_segment.Id, new() { Take = 1 })).Items.Should().ContainSingle();
        (await crm.Segments.GetAsync(_segment.Id)).MemberCount.Should().Be(1);

        Segment picked = await crm.Segments.CreateAsync(new() { Name = "Picked", Type = SegmentType.Static });
        await crm.Segments.AddMembersAsync(picked.Id, new() { CustomerIds = [_dana.Id] });
        await crm.Segments.RemoveMemberAsync(picked.Id, _dana.Id);
        await crm.Segments.DeleteAsync(picked.Id);
        (await crm.Segments.ListAsync(new() { IsActive = true })).Items.Should().ContainSingle();
    }

    private async Task CampaignsAsync()
    {
        Campaign campaign = await crm.Campaigns.CreateAsync(new() { Name = "Spring", Type = CampaignType.Triggered, SegmentId = _segment.Id, Channels = [Channel.Email] });
        await crm.Campaigns.UpdateAsync(campaign.Id, new() { EmailTemplateId = "spring-1", Channels = [Channel.Email, Channel.WhatsApp] });
        await crm.Campaigns.ScheduleAsync(campaign.Id, new() { ScheduledAt = Fake.Clock.Now.AddDays(1), Timezone = "Africa/Johannesburg" });
        (await crm.Campaigns.CancelAsync(campaign.Id)).Status.Should().Be(CampaignStatus.Draft);
        await crm.Campaigns.ExecuteAsync(campaign.Id);
        await crm.Campaigns.PauseAsync(campaign.Id);
        await crm.Campaigns.ResumeAsync(campaign.Id);
        (await crm.Campaigns.GetAsync(campaign.Id)).Status.Should().Be(CampaignStatus.Active);
        await crm.Campaigns.StatsAsync(campaign.Id);

        Campaign once = await crm.Campaigns.CreateAsync(new() { Name = "Once", SegmentId = _segment.Id, Channels = [Channel.Email], EmailTemplateId = "once" });
        await crm.Campaigns.ExecuteAsync(once.Id);
        await Fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        (await crm.Campaigns.GetAsync(once.Id)).SentCount.Should().Be(1);

        Campaign dropped = await crm.Campaigns.CreateAsync(new() { Name = "Dropped", Channels = [Channel.Sms] });
        await crm.Campaigns.DeleteAsync(dropped.Id);
        (await crm.Campaigns.ListAsync(new() { Status = CampaignStatus.Active })).Items.Should().ContainSingle();
    }

    private async Task JourneysAsync()
    {
        Journey journey = await crm.Journeys.CreateAsync(new() { Name = "Welcome", TriggerType = "MANUAL", AllowReentry = true });
        await crm.Journeys.UpdateAsync(journey.Id, new() { Description = "Greets new members", Timezone = "Europe/London" });
        JourneyStep wait = await crm.JourneySteps.CreateAsync(journey.Id, new WaitStep(2, WaitUnit.Days));
        JourneyStep greeting = await crm.JourneySteps.CreateAsync(journey.Id, new SendStep(Channel.Email, "welcome"));
        JourneyStep tagging = await crm.JourneySteps.CreateAsync(journey.Id, new CreateJourneyStepRequest { Type = JourneyStepType.Update, Config = new() { AddTags = ["welcomed"] } });
        await crm.JourneySteps.UpdateAsync(journey.Id, greeting.Id, new() { Name = "Greeting" });
        await crm.JourneySteps.ReorderAsync(journey.Id, new() { StepIds = [greeting.Id, wait.Id, tagging.Id] });
        await crm.JourneySteps.DeleteAsync(journey.Id, tagging.Id);
        (await crm.JourneySteps.ListAsync(journey.Id)).Should().HaveCount(2);

        await crm.Journeys.ActivateAsync(journey.Id);
        EnrollmentResult enrolled = await crm.JourneyEnrollments.CreateAsync(journey.Id, new() { CustomerIds = [_dana.Id, "nobody"] });
        enrolled.Skipped.Should().ContainSingle();
        (await crm.JourneyEnrollments.ListAsync(journey.Id, new() { Status = EnrollmentStatus.Active })).Items.Should().ContainSingle();
        await crm.JourneyEnrollments.ExitAsync(journey.Id, enrolled.Enrollments[0].Id, new() { Reason = "asked to stop" });
        (await crm.Journeys.GetAsync(journey.Id, includeSteps: true)).Steps.Should().HaveCount(2);
        await crm.Journeys.PauseAsync(journey.Id);
        await crm.Journeys.ArchiveAsync(journey.Id);

        Journey dropped = await crm.Journeys.CreateAsync(new() { Name = "Dropped", TriggerType = "teetime.booked", MaxEnrollments = 5 });
        await crm.Journeys.DeleteAsync(dropped.Id);
        (await crm.Journeys.ListAsync(new() { Status = JourneyStatus.Archived })).Items.Should().ContainSingle();
    }

    private async Task SocialAsync()
    {
        ConnectSocialResponse connect = await crm.SocialConnections.ConnectAsync(new() { Platform = SocialPlatform.Facebook, RedirectUri = "https://app.example/social" });
        SocialConnection page = await crm.SocialConnections.CallbackAsync(new() { Platform = SocialPlatform.Facebook, Code = "code-1", State = connect.State });
        await crm.SocialConnections.RefreshAsync(page.Id);
        (await crm.SocialConnections.GetAsync(page.Id)).IsActive.Should().BeTrue();
        (await crm.SocialConnections.ListAsync(new() { Platform = SocialPlatform.Facebook })).Items.Should().ContainSingle();

        SocialPost planned = await crm.SocialPosts.CreateAsync(new() { ConnectionId = page.Id, Content = "Open day", Hashtags = ["golf"], LinkUrl = "https://club.example/open" });
        await crm.SocialPosts.UpdateAsync(planned.Id, new() { Content = "Open day on Sunday", LinkUrl = (string?)null });
        await crm.SocialPosts.ScheduleAsync(planned.Id, new() { ScheduledAt = Fake.Clock.Now.AddDays(1) });
        (await crm.SocialPosts.CancelAsync(planned.Id)).Status.Should().Be(SocialPostStatus.Cancelled);
        await crm.SocialPosts.DeleteAsync(planned.Id);

        SocialPost post = await crm.SocialPosts.CreateAsync(new() { ConnectionId = page.Id, Content = "We won" });
        await crm.SocialPosts.PublishAsync(post.Id);
        await Fake.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        await crm.SocialPosts.SyncEngagementAsync(post.Id);
        (await crm.SocialPosts.GetAsync(post.Id)).Status.Should().Be(SocialPostStatus.Published);
        (await crm.SocialPosts.ListAsync(new() { ConnectionId = page.Id })).Items.Should().ContainSingle();
        await crm.SocialConnections.DisconnectAsync(page.Id);
    }

    private async Task PromotionsAsync()
    {
        Promotion promotion = await crm.Promotions.CreateAsync(new()
        {
            ClubId = "club_1",
            SourceType = PromotionSourceType.Competition,
            SourceId = "competition_1",
            Channels = [PromotionChannel.Email, PromotionChannel.Social],
            AutoPromote = true,
            AnnounceAt = Fake.Clock.Now.AddDays(1),
            ReminderDays = [1, 7],
            SegmentId = _segment.Id,
            SourceDate = Fake.Clock.Now.AddDays(10),
        });
        await Fake.Clock.AdvanceAsync(TimeSpan.FromDays(4));
        (await crm.Promotions.GetAsync(promotion.Id)).PromotionHistory.Should().HaveCount(2);
        await crm.Promotions.UpdateAsync(promotion.Id, new() { IsActive = false, ReminderDays = [2] });
        (await crm.Promotions.ListAsync(new() { ClubId = "club_1", IsActive = false })).Items.Should().ContainSingle();
        await crm.Promotions.DeleteAsync(promotion.Id);
    }

    private async Task AnalyticsAsync()
    {
        DateTimeOffset from = Fake.Clock.Now.AddDays(-30), to = Fake.Clock.Now;
        await crm.Analytics.EngagementAsync();
        await crm.Analytics.CampaignsAsync(new() { StartDate = from, EndDate = to });
        await crm.Analytics.JourneysAsync();
        await crm.Analytics.SocialAsync(new() { StartDate = from, EndDate = to });
    }

    private async Task GraphQLAsync()
    {
        GraphQLResponse answer = await crm.GraphQL.ExecuteAsync(new() { Query = $$"""{ customer(id: "{{_dana.Id}}") { id email } }""" });
        answer.Errors.Should().BeNullOrEmpty();
    }
}
