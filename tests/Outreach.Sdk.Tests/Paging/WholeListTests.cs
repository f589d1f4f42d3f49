using System.Web;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Paging;

/// <summary>Where the reading of a whole list begins and ends: no page is asked for that cannot be there.</summary>
public sealed class WholeListTests
{
    [Theory]
    [InlineData(null, new[] { "1", "2", "3" })]
    [InlineData(2, new[] { "2", "3" })]
    [InlineData(3, new[] { "3" })]
    public async Task A_list_by_number_goes_from_the_page_that_was_asked_for_to_the_last(int? first, string[] asked)
    {
        StubHandler handler = Counting(first ?? 1, page => $$$"""{"data":[{"id":"c{{{page}}}"}],"metadata":{"page":{{{page}}},"page_size":1,"total_count":3,"total_pages":3}}""");
        using OutreachClient client = On(handler);

        List<string> ids = await client.Reachkit.Campaigns.ListAllAsync(new() { Page = first, PageSize = 1 }, cancellationToken: TestContext.Current.CancellationToken).Select(campaign => campaign.Id).ToListAsync(TestContext.Current.CancellationToken);

        ids.Should().Equal(asked.Select(page => "c" + page));
        Values(handler, "page").Should().Equal(asked);
    }

    [Fact]
    public async Task A_list_by_number_without_figures_ends_with_an_empty_page()
    {
        StubHandler handler = Counting(1, page => page < 3 ? $$"""{"data":[{"id":"c{{page}}"}]}""" : """{"data":[]}""");
        using OutreachClient client = On(handler);

        (await client.Reachkit.Campaigns.ListAllAsync(cancellationToken: TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)).Should().Be(2);

        Values(handler, "page").Should().Equal("1", "2", "3");
    }

    [Theory]
    [InlineData(null, new[] { "0", "1", "2" })]
    [InlineData(1, new[] { "1", "2" })]
    [InlineData(2, new[] { "2" })]
    public async Task A_list_by_offset_goes_from_the_item_that_was_asked_for_to_the_total(int? first, string[] asked)
    {
        StubHandler handler = Counting(first ?? 0, skip => $$$"""{"data":[{"id":"c{{{skip}}}"}],"meta":{"total":3,"take":1}}""");
        using OutreachClient client = On(handler);

        List<string> ids = await client.Crm.Customers.ListAllAsync(new() { Skip = first, Take = 1 }, cancellationToken: TestContext.Current.CancellationToken).Select(customer => customer.Id).ToListAsync(TestContext.Current.CancellationToken);

        ids.Should().Equal(asked.Select(skip => "c" + skip));
        Values(handler, "skip").Select(skip => skip ?? "0").Should().Equal(asked);
    }

    private static string?[] Values(StubHandler handler, string name) => [.. handler.Sent.Select(sent => HttpUtility.ParseQueryString(sent.Uri.Query)[name])];

    private static StubHandler Counting(int first, Func<int, string> body)
    {
        int next = first;
        return new(new VirtualTime(), token => Answers.Json(200, body(next++))(token));
    }

    private static OutreachClient On(StubHandler handler) => Clients.On(handler, new VirtualTime(), options =>
    {
        options.Reachkit.ApiKey = "k";
        (options.Crm.BaseAddress, options.Crm.ApiKey, options.Crm.TenantId) = (new Uri("https://crm.test/"), "a.b.c", "t1");
    });
}
