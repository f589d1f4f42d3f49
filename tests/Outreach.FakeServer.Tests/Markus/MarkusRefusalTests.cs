using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Codes that several operations share, on those that no other test brings to answer them.</summary>
public sealed class MarkusRefusalTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly Dictionary<(string Operation, string Code), Func<OutreachFake, MarkusClient, Task>> Scenes = new()
    {
        [("contacts.update", MarkusErrorCodes.Cont003)] = async (_, markus) =>
            await markus.Contacts.UpdateAsync((await markus.Contacts.CreateAsync(new() { Email = "dana@acme.example" })).Id, new() { Email = "nowhere" }),
        [("messages.reject", MarkusErrorCodes.Server002)] = (_, markus) => markus.Messages.RejectAsync(Nobody, new() { Reason = new string('x', 20_000) }),
        [("ai.generateStrategy", MarkusErrorCodes.Camp001)] = (_, markus) => markus.Ai.GenerateStrategyAsync(new() { CampaignId = Nobody }),
        [("ai.generateStrategy", MarkusErrorCodes.Server002)] = (_, markus) => markus.Ai.GenerateStrategyAsync(new() { CampaignId = Nobody, Instructions = new string('x', 20_000) }),
        [("ai.generateStrategy", MarkusErrorCodes.Ai004)] = async (fake, markus) =>
        {
            Campaign campaign = await CampaignAsync(markus);
            fake.Markus.Account.PlanId = null;
            await markus.Ai.GenerateStrategyAsync(new() { CampaignId = campaign.Id });
        },
        [("ai.analyzeResponse", MarkusErrorCodes.Conv001)] = (_, markus) => markus.Ai.AnalyzeResponseAsync(new() { ConversationId = Nobody }),
        [("ai.analyzeResponse", MarkusErrorCodes.Ai005)] = (_, markus) => markus.Ai.AnalyzeResponseAsync(new() { Text = "Great, [filtered]!" }),
        [("ai.analyzeResponse", MarkusErrorCodes.Ai004)] = (fake, markus) =>
        {
            fake.Markus.Account.PlanId = null;
            return markus.Ai.AnalyzeResponseAsync(new() { Text = "Great!" });
        },
        [("discovery.searchFromProfiles", MarkusErrorCodes.Camp001)] = (_, markus) => markus.Discovery.SearchFromProfilesAsync(new() { CampaignId = Nobody }),
        [("discovery.searchFromProfiles", MarkusErrorCodes.Disc008)] = async (fake, markus) =>
        {
            Campaign campaign = await CampaignAsync(markus);
            await markus.TargetProfiles.CreateAsync(campaign.Id, new() { Name = "Cafés", Keywords = ["cafe"], Locations = ["Berlin"] });
            fake.Markus.Account.PlanId = null;
            await markus.Discovery.SearchFromProfilesAsync(new() { CampaignId = campaign.Id });
        },
        [("channels.send", MarkusErrorCodes.Msg015)] = async (fake, markus) =>
        {
            Contact dana = await markus.Contacts.CreateAsync(new() { Email = "dana@acme.example" });
            fake.Markus.Account.PlanId = null;
            await markus.Channels.SendAsync(new() { Channel = Channel.Email, ContactId = dana.Id, Subject = "Hi", Body = "Hello" });
        },
    };

    public static TheoryData<string, string> Refusals => [.. Scenes.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_operation_refuses_with_its_code_at_once(string operation, string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        OutreachApiException refusal = (await FluentActions.Awaiting(() => Scenes[(operation, code)](fake, client.Markus)).Should().ThrowAsync<OutreachApiException>()).Which;

        (refusal.Operation, refusal.Code.Value).Should().Be(($"markus.{operation}", code));
        refusal.Attempts.Should().Be(1, "waiting does not help");
        fake.Outbox.Should().BeEmpty();
    }

    private static Task<Campaign> CampaignAsync(MarkusClient markus) => markus.Campaigns.CreateAsync(new() { Name = "Launch", ObjectiveType = ObjectiveType.Custom });
}
