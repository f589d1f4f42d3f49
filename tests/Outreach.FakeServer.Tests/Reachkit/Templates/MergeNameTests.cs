using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

public class MergeNameTests
{
    [Theory]
    [InlineData("First Name", "first_name")]
    [InlineData("first_name", "first_name")]
    [InlineData("firstName", "first_name")]
    [InlineData("FirstName", "first_name")]
    [InlineData("  First   Name  ", "first_name")]
    [InlineData("HTTPServer", "http_server")]
    [InlineData("companyURL", "company_url")]
    [InlineData("COMPANY", "company")]
    [InlineData("line2Text", "line2_text")]
    [InlineData("line 2", "line_2")]
    [InlineData("job-title", "job_title")]
    [InlineData("__a__b__", "a_b")]
    [InlineData("a__b", "a_b")]
    [InlineData("{name", "name")]
    [InlineData("größeÄnderung", "größe_änderung")]
    [InlineData("名前", "名前")]
    [InlineData("👍", "")]
    [InlineData("", "")]
    public void Names_are_normalised(string name, string expected) => MergeName.Normalise(name).Should().Be(expected);

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        var random = new Random(7);
        const string alphabet = "abZQ09_ -é|.Ä";
        for (int i = 0; i < 5000; i++)
        {
            string name = new([.. Enumerable.Range(0, random.Next(10)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            string once = MergeName.Normalise(name);
            MergeName.Normalise(once).Should().Be(once);
        }
    }
}
