using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>Refusals of single operations that no table of the contract lists, and the codes of GraphQL, as the typed client meets them.</summary>
public sealed class CrmRefusalTests
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly Dictionary<(string Operation, string Code), Func<OutreachFake, CrmClient, Task>> Scenes = new()
    {
        [("activities.create", CrmErrorCodes.InvalidState)] = async (_, crm) =>
        {
            Customer gone = await crm.Customers.CreateAsync(new() { Email = "dana@acme.example" });
            await crm.Customers.DeleteAsync(gone.Id);
            await crm.Activities.CreateAsync(gone.Id, new() { Type = "LOGIN", Category = ActivityCategory.Other, Title = "Logged in" });
        },
        [("segments.removeMember", CrmErrorCodes.InvalidState)] = async (fake, crm) =>
        {
            Segment segment = await crm.Segments.CreateAsync(new() { Name = "Own", Type = SegmentType.Static });
            Customer dana = await crm.Customers.CreateAsync(new() { Email = "dana@acme.example" });
            await crm.Segments.AddMembersAsync(segment.Id, new() { CustomerIds = [dana.Id] });
            fake.Crm.SetSystemSegment(segment.Id);
            await crm.Segments.RemoveMemberAsync(segment.Id, dana.Id);
        },
        [("campaigns.execute", CrmErrorCodes.ValidationError)] = async (_, crm) =>
            await crm.Campaigns.ExecuteAsync((await crm.Campaigns.CreateAsync(new() { Name = "No segment", Channels = [Channel.Email] })).Id),
        [("journeys.create", CrmErrorCodes.ResourceNotFound)] = (_, crm) => crm.Journeys.CreateAsync(new() { Name = "Lost", TriggerType = "MANUAL", CampaignId = Nobody }),
        [("journeys.update", CrmErrorCodes.DuplicateResource)] = async (_, crm) =>
        {
            await crm.Journeys.CreateAsync(new() { Name = "First", TriggerType = "MANUAL" });
            Journey second = await crm.Journeys.CreateAsync(new() { Name = "Second", TriggerType = "MANUAL" });
            await crm.Journeys.UpdateAsync(second.Id, new() { Name = "First" });
        },
        [("journeySteps.update", CrmErrorCodes.InvalidState)] = async (_, crm) =>
        {
            JourneyStep step = await ActiveStepAsync(crm);
            await crm.JourneySteps.UpdateAsync(step.JourneyId, step.Id, new() { Name = "Later" });
        },
        [("journeySteps.reorder", CrmErrorCodes.InvalidState)] = async (_, crm) =>
        {
            JourneyStep step = await ActiveStepAsync(crm);
            await crm.JourneySteps.ReorderAsync(step.JourneyId, new() { StepIds = [step.Id] });
        },
        [("promotions.create", CrmErrorCodes.ResourceNotFound)] = (_, crm) => crm.Promotions.CreateAsync(new()
        {
            ClubId = "club_1",
            SourceType = PromotionSourceType.Special,
            SourceId = "special_1",
            Channels = [PromotionChannel.Email],
            SegmentId = Nobody,
        }),
    };

    private static readonly Dictionary<string, Func<OutreachFake, CrmClient, Task<string>>> Documents = new(StringComparer.Ordinal)
    {
        [CrmErrorCodes.GraphqlParseFailed] = (_, _) => Task.FromResult("{ customer("),
        [CrmErrorCodes.GraphqlValidationFailed] = (_, _) => Task.FromResult("{ nothing }"),
        [CrmErrorCodes.Forbidden] = (_, _) => Task.FromResult("""{ customers(tenantId: "elsewhere") { nodes { id } } }"""),
        [CrmErrorCodes.ResourceNotFound] = (_, _) => Task.FromResult($$"""mutation { deleteSegment(id: "{{Nobody}}") }"""),
        [CrmErrorCodes.ValidationError] = (_, _) => Task.FromResult("""mutation { createSegment(input: { tenantId: "tenant_123", name: "No criteria" }) { id } }"""),
        [CrmErrorCodes.DuplicateResource] = async (_, crm) =>
        {
            await crm.Segments.CreateAsync(new() { Name = "Taken", Type = SegmentType.Static });
            return """mutation { createSegment(input: { tenantId: "tenant_123", name: "Taken", type: STATIC }) { id } }""";
        },
        [CrmErrorCodes.InvalidState] = async (_, crm) =>
        {
            Journey draft = await crm.Journeys.CreateAsync(new() { Name = "Draft", TriggerType = "MANUAL" });
            return $$"""mutation { pauseJourney(id: "{{draft.Id}}") { id } }""";
        },
        [CrmErrorCodes.UpstreamError] = async (fake, crm) =>
        {
            Segment segment = await crm.Segments.CreateAsync(new() { Name = "Synced", Type = SegmentType.Static });
            fake.Crm.FailNextMessaging();
            return $$"""mutation { syncSegmentToMessaging(id: "{{segment.Id}}") { id } }""";
        },
    };

    public static TheoryData<string, string> Refusals => [.. Scenes.Keys];

    public static TheoryData<string> GraphQLCodes => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_operation_refuses_with_its_code(string operation, string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();

        OutreachApiException refusal = (await FluentActions.Awaiting(() => Scenes[(operation, code)](fake, client.Crm)).Should().ThrowAsync<OutreachApiException>()).Which;

        (refusal.Operation, refusal.Code.Value).Should().Be(($"crm.{operation}", code));
    }

    [Theory]
    [MemberData(nameof(GraphQLCodes))]
    public async Task GraphQL_carries_the_code_in_the_results_errors(string code)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        string document = await Documents[code](fake, client.Crm);

        GraphQLResponse answer = await client.Crm.GraphQL.ExecuteAsync(new() { Query = document });

        answer.Errors.Should().ContainSingle().Which.Extensions!.Code.Should().Be(code);
        fake.Journal.Last().Status.Should().Be(200);
    }

    private static async Task<JourneyStep> ActiveStepAsync(CrmClient crm)
    {
        Journey journey = await crm.Journeys.CreateAsync(new() { Name = "Active", TriggerType = "MANUAL" });
        JourneyStep step = await crm.JourneySteps.CreateAsync(journey.Id, new WaitStep(1, WaitUnit.Days));
        await crm.Journeys.ActivateAsync(journey.Id);
        return step;
    }
}
