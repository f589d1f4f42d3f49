using Outreach.Sdk.Crm;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

/// <summary>Lists of a service that does not page as it says.</summary>
public sealed class EndlessListTests
{
    private const string One = """{"success":true,"data":[{"id":"a"},{"id":"b"}],"pagination":{"page":1,"has_more":true}}""";

    [Theory]
    [InlineData("says that more follows", ""","pagination":{"page":1,"limit":2,"total":2,"total_pages":9,"has_more":true}""")]
    [InlineData("counts the pages as asked", ""","pagination":{"page":%,"has_more":true}""")]
    [InlineData("says nothing", "")]
    public async Task A_service_that_gives_one_page_for_ever_by_number_is_left(string what, string figures)
    {
        int asked = 0;
        StubHandler handler = new(new VirtualTime(), token => Answers.Json(200, $$"""{"success":true,"data":[{"id":"a"},{"id":"b"}]{{figures.Replace("%", $"{++asked}")}}}""")(token));
        using OutreachClient client = Clients.On(handler, new VirtualTime());

        Func<Task> read = async () =>
        {
            await foreach (Contact _ in client.Markus.Contacts.ListAllAsync()) handler.Sent.Count.Should().BeLessThan(20);
        };

        (await read.Should().ThrowAsync<OutreachResponseException>(what)).Which.Operation.Should().Be("markus.contacts.list");
        handler.Sent.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_service_that_gives_one_page_for_ever_by_offset_is_left()
    {
        StubHandler handler = new(new VirtualTime(), Answers.Json(200, """{"data":[{"id":"a"},{"id":"b"}],"meta":{"skip":0,"take":2,"hasMore":true}}"""));
        using OutreachClient client = Clients.On(handler, new VirtualTime(), options => (options.Crm.BaseAddress, options.Crm.ApiKey, options.Crm.TenantId) = (new Uri("https://crm.test/"), "a.b.c", "t1"));

        Func<Task> read = async () =>
        {
            await foreach (CustomerSummary _ in client.Crm.Customers.ListAllAsync()) handler.Sent.Count.Should().BeLessThan(20);
        };

        (await read.Should().ThrowAsync<OutreachResponseException>()).Which.Operation.Should().Be("crm.customers.list");
        handler.Sent.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_page_that_moves_on_meanwhile_may_come_again()
    {
        StubHandler handler = new(new VirtualTime(), Answers.Json(200, One), Answers.Json(200, One), Answers.Json(200, One), Answers.Json(200, """{"success":true,"data":[{"id":"c"}],"pagination":{"has_more":false}}"""));
        using OutreachClient client = Clients.On(handler, new VirtualTime());
        List<string> ids = [];

        await foreach (Contact contact in client.Markus.Contacts.ListAllAsync(cancellationToken: TestContext.Current.CancellationToken)) ids.Add(contact.Id);

        ids.Should().Equal("a", "b", "a", "b", "a", "b", "c");
    }
}
