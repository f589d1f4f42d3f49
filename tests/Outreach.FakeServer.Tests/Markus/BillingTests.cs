namespace Outreach.FakeServer.Tests.Markus;

public sealed class BillingTests
{
    [Theory]
    [InlineData("free", 0, 1, 30, 300, 50, 3, 1)]
    [InlineData("starter", 2900, 5, 500, 3000, 500, 20, 2)]
    [InlineData("pro", 7900, 25, 2500, 15000, 2500, 100, 4)]
    [InlineData("scale", 19900, null, 25000, 150000, 25000, null, 4)]
    public async Task The_plans_are_those_of_the_fixture(string id, int cents, int? campaigns, int? contacts, int? messages, int? generations, int? searches, int channels)
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = id;
        MarkusAnswer answer = await world.GetAsync("billing/plans");
        var plan = answer.Data["plans"]!.AsArray().Single(plan => (string)plan!["id"]! == id)!;
        ((int)plan["price_monthly_cents"]!, (int)plan["price_yearly_cents"]!, (bool)plan["is_current"]!).Should().Be((cents, cents * 10, true));
        var limits = plan["limits"]!;
        ((int?)limits["campaigns"], (int?)limits["contacts"], (int?)limits["messages"], (int?)limits["ai_generations"], (int?)limits["discovery_searches"])
            .Should().Be((campaigns, contacts, messages, generations, searches));
        plan["channels"]!.AsArray().Should().HaveCount(channels);
        ((string)answer.Data["current_subscription"]!["current_period_end"]!).Should().Be("2026-04-01T00:00:00Z");
    }

    [Fact]
    public async Task An_account_that_lives_on_credits_has_no_subscription()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        world.Fake.Markus.Account.PlanId = null;
        (await world.GetAsync("billing/plans")).Data["current_subscription"].Should().BeNull();
        ((Action)(() => world.Fake.Markus.Account.PlanId = "gold")).Should().Throw<ArgumentException>().WithMessage("*gold*");
    }
}
