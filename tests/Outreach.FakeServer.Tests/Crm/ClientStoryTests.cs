using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

/// <summary>The typed client against the fake, as an application would use both.</summary>
public sealed class ClientStoryTests
{
    [Fact]
    public async Task A_club_greets_its_new_gold_members()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        using OutreachClient outreach = fake.CreateClient();
        CrmClient crm = outreach.Crm;

        Customer dana = await crm.Customers.CreateAsync(new() { Email = "Dana@Acme.example", FirstName = "Dana" });
        fake.Crm.SetCustomer(dana.Id, customer => customer with { EmailOptIn = true, MembershipTier = "Gold", EngagementScore = 75 });
        Segment gold = await crm.Segments.CreateAsync(new()
        {
            Name = "Gold",
            Criteria = Criteria.All(Criteria.Field("engagementScore").AtLeast(70), Criteria.Field("membershipTier").EqualTo("Gold")),
        });
        gold.MemberCount.Should().Be(1);

        Journey journey = await crm.Journeys.CreateAsync(new() { Name = "Welcome", TriggerType = "scl.member.created" });
        await crm.JourneySteps.CreateAsync(journey.Id, new SendStep(Channel.Email, "welcome"));
        await crm.JourneySteps.CreateAsync(journey.Id, new WaitStep(2, WaitUnit.Days));
        await crm.JourneySteps.CreateAsync(journey.Id, new UpdateStep { AddTags = ["welcomed"] });
        await crm.Journeys.ActivateAsync(journey.Id);
        await crm.Activities.CreateAsync(dana.Id, new() { Type = "MEMBER_CREATED", Category = ActivityCategory.Membership, Title = "Joined" });
        fake.Outbox.Should().ContainSingle(message => message.To == "dana@acme.example");

        fake.Clock.Pending.Should().Contain(pending => pending.Reason == "the wait of dana@acme.example in journey 'Welcome' ends");

        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        (await crm.Customers.GetAsync(dana.Id)).Tags.Should().Equal("welcomed");
        Func<Task> again = () => crm.Journeys.DeleteAsync(journey.Id);
        (await again.Should().ThrowAsync<OutreachValidationException>()).Which.Code.Value.Should().Be(CrmErrorCodes.InvalidState);
        (await crm.Customers.ListAllAsync().ToListAsync()).Should().ContainSingle();
    }
}
