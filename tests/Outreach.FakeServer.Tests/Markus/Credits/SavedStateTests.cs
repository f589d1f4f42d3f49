using System.Buffers;
using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Jobs, challenges and purchases come back from a state file as they were.</summary>
public sealed class SavedStateTests
{
    [Fact]
    public async Task A_saved_nonce_stays_spent_a_saved_challenge_payable_and_a_saved_job_readable()
    {
        await using MarkusWorld before = await MarkusWorld.StartAsync();
        using OutreachClient buyer = before.Fake.CreateClient();
        await buyer.Markus.Credits.PurchaseAsync(Payments.V1());
        PaymentOffers offers = (await FluentActions.Awaiting(() => buyer.Markus.Credits.PurchaseAsync()).Should().ThrowAsync<OutreachPaymentRequiredException>()).Which.Offers;
        DiscoveryJob job = await buyer.Markus.Discovery.SearchAsync(new() { Query = "roasters", Sources = [DiscoverySourceId.Web] });
        await before.PassAsync(TimeSpan.FromSeconds(10));
        job = await buyer.Markus.Discovery.GetJobAsync(job.Id);

        await using MarkusWorld after = await MarkusWorld.StartAsync();
        Copy(before.State.CreditPurchases, after.State.CreditPurchases);
        Copy(before.State.PaymentChallenges, after.State.PaymentChallenges);
        Copy(before.State.DiscoveryJobs, after.State.DiscoveryJobs);
        using OutreachClient client = after.Fake.CreateClient();

        (await FluentActions.Awaiting(() => client.Markus.Credits.PurchaseAsync(Payments.V1())).Should().ThrowAsync<OutreachPaymentRequiredException>())
            .Which.Settlement!.ErrorReason.Should().Be("invalid_transaction_state");
        (await client.Markus.Credits.PurchaseAsync(Payments.Mpp(offers))).CreditsPurchased.Should().Be(5);
        (await client.Markus.Credits.BalanceAsync()).PurchasedTotal.Should().Be(10);
        (await client.Markus.Discovery.GetJobAsync(job.Id)).Should().BeEquivalentTo(job);
    }

    private static void Copy(IStatePart from, IStatePart to)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer)) from.Write(writer);
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        to.Read(document.RootElement);
    }
}
