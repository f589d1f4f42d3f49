using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Plans and the subscription.</summary>
internal static class BillingEndpoints
{
    public static void Map(RouteTable<MarkusCall> routes) => routes.Map("billing.listPlans", ListPlans);

    private static FakeResponse ListPlans(MarkusCall call)
    {
        AccountRow account = call.Account;
        return call.Ok(
            new BillingPlans
            {
                Plans = [.. MarkusPlans.All.Select(plan => plan with { IsCurrent = plan.Id == account.PlanId })],
                CurrentSubscription = account.PlanId is null ? null : new Subscription
                {
                    PlanId = account.PlanId,
                    Status = SubscriptionStatus.Active,
                    BillingInterval = account.Interval,
                    CurrentPeriodStart = call.State.Allowances.PeriodStart,
                    CurrentPeriodEnd = call.State.Allowances.PeriodEnd,
                    CancelAtPeriodEnd = false,
                },
            },
            MarkusJson.Default.BillingPlans);
    }
}
