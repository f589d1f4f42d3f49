using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.Benchmarks.Server;

/// <summary>A dynamic segment computed anew, beside the same condition written in C# over the same profiles.</summary>
[MemoryDiagnoser]
[Description("CRM: segment refresh over 100,000 customers")]
public class SegmentRefreshBenchmarks
{
    private readonly List<Customer> _customers = [];
    private OutreachFake _fake = null!;
    private OutreachClient _client = null!;
    private string _segment = "";

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "the condition in C#")]
    public int ByHand()
    {
        HashSet<string> members = [];
        foreach (Customer customer in _customers)
            if (customer.EngagementScore >= 70 && customer.EmailOptIn && customer.MembershipTier is "Gold" or "Platinum") members.Add(customer.Id);
        return members.Count;
    }

    [Benchmark(Description = "segments.refresh by the client")]
    public Task Refresh() => _client.Crm.Segments.RefreshAsync(_segment);

    private async Task SetupAsync()
    {
        _fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false, JournalCapacity = 100 });
        string[] tiers = ["Silver", "Gold", "Platinum", "Basic"];
        for (int i = 0; i < 100_000; i++)
            _customers.Add(_fake.Crm.AddCustomer(new Customer { Email = $"c{i}@club.example", FirstName = "Dana", EngagementScore = i % 100, EmailOptIn = i % 3 != 0, MembershipTier = tiers[i % 4] }));
        _client = _fake.CreateClient();
        Segment segment = await _client.Crm.Segments.CreateAsync(new CreateSegmentRequest
        {
            Name = "Engaged",
            Type = SegmentType.Dynamic,
            Criteria = Criteria.All(Criteria.Field("engagementScore").AtLeast(70), Criteria.Field("emailOptIn").EqualTo(true), Criteria.Field("membershipTier").In("Gold", "Platinum")),
        });
        _segment = segment.Id;
    }
}
