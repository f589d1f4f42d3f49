using Outreach.FakeServer;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.Tests.Robustness;

/// <summary>A thousand calls at once on one client, while connections break, answers get lost and limits refuse.</summary>
public sealed class ParallelCallsTests
{
    private const int Calls = 1_000;

    [Fact]
    public async Task Every_effect_is_there_exactly_as_often_as_the_caller_was_told()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        fake.Faults.Add(new Fault { Operation = "markus.contacts.create", Effect = FaultEffect.Throttle(TimeSpan.FromSeconds(2)), Times = null, Probability = 0.1 });
        fake.Faults.Add(new Fault { Operation = "markus.contacts.create", Effect = FaultEffect.Drop(), Times = null, Probability = 0.05 });
        fake.Faults.Add(new Fault { Operation = "markus.contacts.create", Effect = FaultEffect.CommitThenDrop(), Times = null, Probability = 0.05 });
        fake.Faults.Add(new Fault { Operation = "markus.contacts.create", Effect = FaultEffect.Status(503, TimeSpan.FromSeconds(1)), Times = null, Probability = 0.05 });
        using OutreachClient client = fake.CreateClient(options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);

        bool?[] told = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => CreateAsync(client, $"lead{i}@acme.example")));

        Dictionary<string, int> stored = await client.Markus.Contacts.ListAllAsync(new() { Limit = 100 }, cancellationToken: TestContext.Current.CancellationToken)
            .GroupBy(contact => contact.Email!).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < Calls; i++)
        {
            int times = stored.GetValueOrDefault($"lead{i}@acme.example");
            if (told[i] is { } created) times.Should().Be(created ? 1 : 0, $"call {i} was told so");
            else times.Should().BeLessThanOrEqualTo(1, $"call {i} was told that it is unclear");
        }

        told.Count(one => one is true).Should().BeGreaterThan(Calls / 2);
        told.Count(one => one is null).Should().BeGreaterThan(0);
    }

    // True: created; false: refused for certain; null: the connection broke, and nobody can know.
    private static async Task<bool?> CreateAsync(OutreachClient client, string email)
    {
        try
        {
            await client.Markus.Contacts.CreateAsync(new() { Email = email }, cancellationToken: TestContext.Current.CancellationToken);
            return true;
        }
        catch (OutreachApiException)
        {
            return false;
        }
        catch (OutreachConnectionException)
        {
            return null;
        }
    }
}
