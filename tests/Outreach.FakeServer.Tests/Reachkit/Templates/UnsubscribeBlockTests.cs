using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

public class UnsubscribeBlockTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("x", false)]
    [InlineData("{{unsubscribe_url}}", false)]
    [InlineData("""<a href="https://x.io/{{unsubscribe_url}}">x</a>""", false)]
    [InlineData("""<a href="{{unsubscribe_url}}?a">x</a>""", false)]
    [InlineData("""<a href="\{{unsubscribe_url}}">x</a>""", false)]
    [InlineData("""<a href="{{unsubscribe_url}}">Unsubscribe</a>""", true)]
    [InlineData("""<b>x</b> <a href="https://x.io">x</a> <a href="{{Unsubscribe URL}}">my <b>own</b> words</a>""", true)]
    public void A_body_has_a_link_if_an_address_is_the_one_tag(string? html, bool expected)
        => UnsubscribeBlock.HasLink(html).Should().Be(expected);

    [Theory]
    [InlineData(null, """<a href="{{unsubscribe_url}}">Unsubscribe</a>""")]
    [InlineData("", """<a href="{{unsubscribe_url}}">Unsubscribe</a>""")]
    [InlineData("Hi", "Hi\n\n<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>")]
    [InlineData("""Hi <a href="{{unsubscribeUrl}}">stop</a>""", """Hi <a href="{{unsubscribeUrl}}">stop</a>""")]
    public void Adding_puts_the_block_under_a_body_without_a_link(string? html, string expected)
        => UnsubscribeBlock.Add(html).Should().Be(expected);

    [Theory]
    [InlineData(null, null)]
    [InlineData("Hi", "Hi")]
    [InlineData("""<a href="{{unsubscribe_url}}">Unsubscribe</a>""", null)]
    [InlineData("Hi\n\n<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>", "Hi")]
    [InlineData("Hi\n\n<a href=\"{{unsubscribe_url}}\">stop <b>it</b></a>\nBye", "Hi\nBye")]
    [InlineData("Hi <a href=\"{{unsubscribe_url}}\">1</a>, <a href=\"https://x.io\">keep</a> <b><a href=\"{{unsubscribeUrl}}\">2</a></b>", "Hi , <a href=\"https://x.io\">keep</a>")]
    public void Removing_takes_the_links_and_the_blank_lines_before_them(string? html, string? expected)
        => UnsubscribeBlock.Remove(html).Should().Be(expected);

    [Fact]
    public void Removing_undoes_adding()
    {
        var random = new Random(3);
        string[] bits = ["<b>", "</b>", "a", " ", "\n", "<p>", "{{x}}", "<a href='https://x.io'>", "</a>", "&amp;", @"\{{"];
        for (int i = 0; i < 1000; i++)
        {
            string? stored = VariantHtml.Normalise(string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => bits[random.Next(bits.Length)])));
            string added = UnsubscribeBlock.Add(stored);
            UnsubscribeBlock.HasLink(added).Should().BeTrue();
            VariantHtml.Normalise(added).Should().Be(added);
            UnsubscribeBlock.Remove(added).Should().Be(stored);
        }
    }
}
