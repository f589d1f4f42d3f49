using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Credits run out, and the same run gives the same bytes.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public async Task The_same_scenario_gives_the_same_answers_byte_by_byte()
    {
        IReadOnlyList<string> first = await RunAsync(seed: 4);

        (await RunAsync(seed: 4)).Should().Equal(first);
        (await RunAsync(seed: 5)).Should().NotEqual(first);
    }

    [Fact]
    public async Task Credits_run_out_and_can_be_bought_again()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Markus.Account.PlanId = null;
        using OutreachClient client = fake.CreateClient();
        CreateCampaignRequest request = new() { Name = "Paid", ObjectiveType = ObjectiveType.Custom };
        await client.Markus.Credits.PurchaseAsync(Payments.V1(1));
        for (int i = 0; i < 5; i++) await client.Markus.Campaigns.CreateAsync(request);
        (await FluentActions.Awaiting(() => client.Markus.Campaigns.CreateAsync(request)).Should().ThrowAsync<OutreachRateLimitException>()).Which.Code.Value.Should().Be("CAMP_009");

        await client.Markus.Credits.PurchaseAsync(Payments.V1(2));

        (await client.Markus.Campaigns.CreateAsync(request)).Funding.Should().Be(CampaignFunding.Credit);
        (await client.Markus.Credits.BalanceAsync()).Should().BeEquivalentTo(new { Balance = 4, PurchasedTotal = 10, UsedTotal = 6 });
    }

    private static async Task<IReadOnlyList<string>> RunAsync(ulong seed)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { Seed = seed });
        using OutreachClient client = fake.CreateClient();
        MarkusClient markus = client.Markus;
        Campaign campaign = await markus.Campaigns.CreateAsync(new() { Name = "Launch", ObjectiveType = ObjectiveType.Custom });
        await markus.Discovery.SearchAsync(new() { Query = "roasters", Sources = [DiscoverySourceId.Web], CampaignId = campaign.Id });
        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });
        await foreach (PendingMessage message in markus.Messages.ListAllPendingAsync()) await markus.Messages.ApproveAsync(message.Id);
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await markus.Ai.GenerateContentAsync(new() { CampaignId = campaign.Id });
        await markus.Ai.AnalyzeResponseAsync(new() { Text = "Yes" });
        await FluentActions.Awaiting(() => markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>();
        await markus.Credits.PurchaseAsync(Payments.V1());
        await markus.Analytics.OverviewAsync();
        await markus.Channels.AvailabilityAsync();
        await markus.Notifications.ListAsync();
        return [.. fake.Journal.Select(entry => $"{entry.Status} {string.Join('|', entry.ResponseHeaders.Select(header => $"{header.Key}={header.Value}"))} {Convert.ToHexString(entry.ResponseBody.Span)}")];
    }
}
