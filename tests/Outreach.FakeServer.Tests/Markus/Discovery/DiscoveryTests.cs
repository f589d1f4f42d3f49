using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Searches for contacts on the clock.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public async Task A_job_is_queued_runs_after_two_seconds_and_ends_after_ten()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync();
        DateTimeOffset accepted = world.Fake.Clock.Now;

        DiscoveryJob job = await client.Markus.Discovery.SearchAsync(new() { Query = " Coffee Roasters! ", Location = "Portland, OR", CampaignId = campaign, MaxResults = 3 });
        (job.Status, job.Progress, job.Query, job.AutoImport, job.StartedAt).Should().Be((DiscoveryJobStatus.Queued, 0, "Coffee Roasters!", true, null));
        job.Sources.Should().Equal(DiscoverySourceId.GoogleMaps);
        await world.PassAsync(TimeSpan.FromSeconds(2));
        job = await client.Markus.Discovery.GetJobAsync(job.Id);
        (job.Status, job.Progress, job.StartedAt, job.CompletedAt).Should().Be((DiscoveryJobStatus.Running, 50, accepted.AddSeconds(2), null));
        job.Results.Should().BeEmpty();
        await world.PassAsync(TimeSpan.FromSeconds(8));
        job = await client.Markus.Discovery.GetJobAsync(job.Id);

        (job.Status, job.Progress, job.CompletedAt, job.ResultsFound, job.ContactsCreated).Should().Be((DiscoveryJobStatus.Completed, 100, accepted.AddSeconds(10), 3, 3));
        job.Results.Select(result => (result.Email, result.RelevanceScore)).Should().Equal(
            ("contact1@coffee-roasters.example", 95), ("contact2@coffee-roasters.example", 90), ("contact3@coffee-roasters.example", 85));
        job.Results.Should().OnlyContain(result => result.Source == DiscoverySourceId.GoogleMaps && result.Location.City == "Portland" && result.Location.Region == "OR" && !result.Duplicate);
        Page<Contact> contacts = await client.Markus.Contacts.ListAsync(new() { CampaignId = campaign, Source = ContactSource.Discovery, Order = SortOrder.Asc });
        contacts.Items.Select(contact => contact.Id).Should().Equal(job.Results.Select(result => result.ContactId));
        contacts.Items.Select(contact => contact.RelevanceScore).Should().Equal(95, 90, 85);
        world.EventTypes.Should().EndWith(["contact.created", "contact.created", "contact.created", "discovery.completed"]);
        Notification notice = (await client.Markus.Notifications.ListAsync(new() { Type = NotificationType.DiscoveryCompleted })).Items.Single();
        notice.Link.Should().Be(new NotificationLink { ResourceType = ResourceType.DiscoveryJob, ResourceId = job.Id });
    }

    [Fact]
    public async Task A_repeated_search_meets_duplicates()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        DiscoverySearchRequest request = new() { Query = "jazz clubs", Sources = [DiscoverySourceId.Web], MaxResults = 100, AutoImport = true };
        DiscoveryJob first = await RunAsync(world, client, request with { MaxResults = 4 });

        DiscoveryJob second = await RunAsync(world, client, request);

        (first.ContactsCreated, second.ResultsFound, second.ContactsCreated, second.DuplicatesSkipped).Should().Be((4, 10, 6, 4));
        second.Results.Take(4).Should().OnlyContain(result => result.Duplicate);
        second.Results.Take(4).Select(result => result.ContactId).Should().Equal(first.Results.Select(result => result.ContactId));
    }

    [Fact]
    public async Task Without_import_results_are_only_shown()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();

        DiscoveryJob job = await RunAsync(world, client, new() { Query = "jazz clubs", Sources = [DiscoverySourceId.Instagram], ContactTypes = [ContactType.Venue] });

        (job.AutoImport, job.ResultsFound, job.ContactsCreated).Should().Be((false, 10, 0));
        job.Results.Should().OnlyContain(result => result.ContactId == null && result.Type == ContactType.Venue && result.Social.Instagram != null);
        (await client.Markus.Contacts.ListAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Import_stops_at_the_contact_allowance()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        world.Fake.Markus.Account.PlanId = "free";
        for (int i = 0; i < 27; i++) await world.ContactAsync(null, $"known{i}@acme.example");

        DiscoveryJob job = await RunAsync(world, client, new() { Query = "jazz clubs", Sources = [DiscoverySourceId.Web], AutoImport = true });

        (job.ResultsFound, job.ContactsCreated, job.QuotaSkipped).Should().Be((10, 3, 7));
        job.Results.Count(result => result.ContactId is not null).Should().Be(3);
    }

    [Theory]
    [InlineData("cafes [fail]", "failed", "DISC_001", 50, "discovery.failed", "discovery_failed")]
    [InlineData("cafes [empty]", "completed", null, 100, "discovery.completed", "discovery_completed")]
    public async Task Triggers_end_a_job_without_results(string query, string status, string? code, int progress, string fired, string notice)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();

        DiscoveryJob job = await RunAsync(world, client, new() { Query = query, Sources = [DiscoverySourceId.Web] });

        (job.Status.Value, job.Error?.Code, job.Progress, job.ResultsFound).Should().Be((status, code, progress, 0));
        job.CompletedAt.Should().NotBeNull();
        world.EventTypes.Should().Equal(fired);
        (await client.Markus.Notifications.ListAsync()).Items.Single().Type.Value.Should().Be(notice);
    }

    [Fact]
    public async Task Found_contacts_of_an_active_campaign_are_written_to()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync();
        await world.ContactAsync(campaign, "dana@acme.example");
        await world.ActivateAsync(campaign);

        await RunAsync(world, client, new() { Query = "jazz clubs", Sources = [DiscoverySourceId.Web], CampaignId = campaign, MaxResults = 2 });

        (await world.PendingAsync()).Should().HaveCount(3);
        (await client.Markus.Notifications.ListAsync(new() { Type = NotificationType.MessagesPendingApproval })).Items.Should().HaveCount(2);
    }

    [Fact]
    public async Task Profiles_search_with_their_keywords_types_and_places()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        using OutreachClient client = world.Fake.CreateClient();
        string campaign = await world.CampaignAsync();
        TargetProfile local = await client.Markus.TargetProfiles.CreateAsync(campaign, new() { Name = "Local", Keywords = ["coffee roaster"], Locations = ["Portland, OR"], ContactTypes = [ContactType.Business] });
        TargetProfile online = await client.Markus.TargetProfiles.CreateAsync(campaign, new() { Name = "Online", Keywords = ["tea blog"], ContactTypes = [ContactType.Media] });

        DiscoveryJob job = await client.Markus.Discovery.SearchFromProfilesAsync(new() { CampaignId = campaign });
        (job.Type, job.Query, job.Location, job.MaxResults, job.AutoImport).Should().Be((DiscoveryJobType.ProfileSearch, "coffee roaster, tea blog", "Portland, OR", 30, true));
        job.TargetProfileIds.Should().Equal(local.Id, online.Id);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        job = await client.Markus.Discovery.GetJobAsync(job.Id);

        job.ContactsCreated.Should().Be(10);
        job.Results.Where(result => result.TargetProfileId == local.Id).Should().HaveCount(5).And.OnlyContain(result => result.Type == ContactType.Business);
        job.Results.Where(result => result.TargetProfileId == online.Id).Should().HaveCount(5).And.OnlyContain(result => result.Type == ContactType.Media && result.Source != DiscoverySourceId.GoogleMaps);
    }

    [Theory]
    [InlineData("""{"query":" x ","sources":["web"]}""", 400, "DISC_007", "query")]
    [InlineData("""{"query":"roasters"}""", 400, "DISC_007", "location")]
    [InlineData("""{"query":"roasters","location":" "}""", 400, "DISC_007", "location")]
    [InlineData("""{"query":"roasters","sources":[]}""", 400, "DISC_007", "sources")]
    [InlineData("""{"query":"roasters","sources":["web","web"]}""", 400, "DISC_007", "sources")]
    [InlineData("""{"query":"roasters","sources":["yellow_pages"]}""", 400, "DISC_007", "sources[0]")]
    [InlineData("""{"sources":["web"]}""", 400, "SERVER_002", "query")]
    [InlineData("""{"query":"roasters","sources":["web"],"max_results":101}""", 400, "SERVER_002", "max_results")]
    [InlineData("""{"query":"roasters","sources":["web"],"contact_types":["venue","venue"]}""", 400, "SERVER_002", "contact_types")]
    [InlineData("""{"query":"x","sources":["web"],"max_results":0}""", 400, "SERVER_002", "query,max_results")]
    [InlineData("""{"query":"roasters","sources":["web"],"campaign_id":"00000000-0000-4000-8000-000000000000"}""", 404, "CAMP_001", "")]
    public async Task Bad_searches_are_refused(string body, int status, string code, string fields)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();

        MarkusAnswer answer = await world.PostAsync("discovery/search", body);

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        string.Join(',', answer.Fields).Should().Be(fields);
    }

    [Fact]
    public async Task Bad_profile_searches_are_refused()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync();
        string other = await world.CampaignAsync();
        MarkusAnswer foreign = await world.PostAsync($"campaigns/{other}/target-profiles", """{"name":"Foreign","keywords":["x"]}""");

        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}"}""")).Code.Should().Be("DISC_007", "the campaign has no profile");
        MarkusAnswer bare = await world.PostAsync($"campaigns/{campaign}/target-profiles", """{"name":"Bare"}""");
        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","target_profile_ids":["{{bare.Id}}"]}""")).Code.Should().Be("DISC_007", "the profile has no keyword");
        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","target_profile_ids":["{{foreign.Id}}"]}""")).Code.Should().Be("SERVER_003");
        (await world.PostAsync("discovery/search/profiles", $$"""{"campaign_id":"{{campaign}}","target_profile_ids":[]}""")).Code.Should().Be("SERVER_002");
    }

    [Fact]
    public async Task Searches_count_against_the_plan_but_not_those_of_a_credit_campaign()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = "free";
        world.Fake.Markus.Account.Credits = 1;
        await world.CampaignAsync();
        string paid = await world.CampaignAsync();
        for (int i = 0; i < 3; i++) (await world.PostAsync("discovery/search", """{"query":"roasters","sources":["web"]}""")).Status.Should().Be(202);

        (await world.PostAsync("discovery/search", """{"query":"roasters","sources":["web"]}""")).Code.Should().Be("DISC_008");
        (await world.PostAsync("discovery/search", $$"""{"query":"roasters","sources":["web"],"campaign_id":"{{paid}}"}""")).Status.Should().Be(202);
    }

    [Fact]
    public async Task The_sources_are_listed_in_order()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        IReadOnlyList<DiscoverySource> sources = await client.Markus.Discovery.ListSourcesAsync();

        sources.Select(source => source.Id).Should().Equal(DiscoverySourceId.Known);
        sources.Where(source => source.RequiresLocation).Should().ContainSingle().Which.Id.Should().Be(DiscoverySourceId.GoogleMaps);
    }

    [Fact]
    public async Task A_job_survives_a_snapshot()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string id = (await world.PostAsync("discovery/search", """{"query":"roasters","sources":["web"]}""")).Id;
        await using OutreachFake fork = world.Fake.Fork();
        using OutreachClient client = fork.CreateClient();

        await fork.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));

        (await client.Markus.Discovery.GetJobAsync(id)).Status.Should().Be(DiscoveryJobStatus.Completed);
        ((string)(await world.GetAsync($"discovery/jobs/{id}")).Data["status"]!).Should().Be("queued");
    }

    private static async Task<DiscoveryJob> RunAsync(MarkusWorld world, OutreachClient client, DiscoverySearchRequest request)
    {
        DiscoveryJob job = await client.Markus.Discovery.SearchAsync(request);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        return await client.Markus.Discovery.GetJobAsync(job.Id);
    }
}
