using Outreach.Sdk;

namespace Outreach.FakeServer.Tests.Engine;

public sealed class RouteTableTests
{
    private static readonly RouteTable<ApiCall> Table = Made("a/fixed/deep", "a/{id}/other", "a/{id}", "a/{p}/x", "{q}/b/y", "{q}/{r}/z");

    [Theory]
    [InlineData("a/fixed/deep", "a/fixed/deep", "")]
    [InlineData("a/1", "a/{id}", "1")]
    [InlineData("a/fixed", "a/{id}", "fixed")]
    [InlineData("a/fixed/other", "a/{id}/other", "fixed")]
    [InlineData("a/b/x", "a/{p}/x", "b")]
    [InlineData("a/b/y", "{q}/b/y", "a")]
    [InlineData("a/fixed/z", "{q}/{r}/z", "a,fixed")]
    [InlineData("c/b/z", "{q}/{r}/z", "c,b")]
    [InlineData("a/b%2Fc/z", "{q}/{r}/z", "a,b/c")]
    public void A_literal_wins_over_a_parameter_unless_it_leads_nowhere(string path, string template, string values)
    {
        RouteMatch<ApiCall> match = Table.Match("GET", path);

        match.Route!.Operation.Path.Text.Should().Be(template);
        match.Values.Should().Equal(values.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Table.Find("GET", path).Should().BeSameAs(match.Route.Operation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a/")]
    [InlineData("A/fixed/deep")]
    [InlineData("a//other")]
    [InlineData("a/1/other/")]
    [InlineData("a/1/nowhere")]
    public void A_path_that_is_nearly_one_is_none(string path)
    {
        Table.Match("GET", path).PathIsKnown.Should().BeFalse();
        Table.Find("GET", path).Should().BeNull();
    }

    [Fact]
    public void A_path_that_knows_other_methods_names_them()
    {
        RouteMatch<ApiCall> match = Table.Match("PUT", "a/1");

        match.Route.Should().BeNull();
        match.Methods.Should().Equal("GET");
        match.PathIsKnown.Should().BeTrue();
    }

    private static RouteTable<ApiCall> Made(params string[] templates)
    {
        Operation[] operations = [.. templates.Select((template, i) => Operation.Get($"test.op{i}", template))];
        RouteTable<ApiCall> table = new(operations);
        foreach (Operation operation in operations) table.Map(operation.Id, _ => throw new InvalidOperationException());
        return table;
    }
}
