namespace Outreach.FakeServer.Tests.Engine;

public sealed class FakeRequestTests
{
    private static readonly FakeRequest Request = new() { Method = "GET", Path = "/x", QueryString = "a=b+c%2Bd&&a=2&flag&e=f=g", Headers = [new("x-api-key", "k"), new("X-API-Key", "later")] };

    [Fact]
    public void A_query_is_decoded_in_order()
    {
        Request.Query.Should().Equal(KeyValuePair.Create("a", "b c+d"), KeyValuePair.Create("a", "2"), KeyValuePair.Create("flag", ""), KeyValuePair.Create("e", "f=g"));
        Request.QueryValue("a").Should().Be("b c+d");
        Request.QueryValue("A").Should().BeNull();
    }

    [Fact]
    public void A_header_is_found_in_any_case_and_of_two_the_first()
    {
        Request.Header("X-Api-Key").Should().Be("k");
        Request.Header("X-Api").Should().BeNull();
    }
}
