using System.Text.Json;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

public class VariantHtmlTests
{
    [Theory]
    [InlineData("<p>Hi <strong>you</strong></p><p>Bye</p>", "Hi you\nBye", "Hi you\nBye")]
    [InlineData("<a class=\"k\" HREF='https://x.io'>x</a>", "<a href=\"https://x.io\">x</a>", "x (https://x.io)")]
    [InlineData("<a href=\"javascript:f()\">x</a><script>y</script>", "x", "x")]
    [InlineData("a<br>b <b>c", "a\nb <b>c</b>", "a\nb c")]
    [InlineData("Fish & chips", "Fish &amp; chips", "Fish & chips")]
    [InlineData(null, null, null)]
    [InlineData("  \n ", null, null)]
    [InlineData("<p><b>&nbsp;</b></p>", null, null)]
    [InlineData("<style>p{}</style><head><title>t</title></head><!-- c -->", null, null)]
    [InlineData("<h1>A</h1><ul><li>b</li><li>c</li></ul>d", "A\nb\nc\n\nd", "A\nb\nc\n\nd")]
    [InlineData("a  <br><br><br> \n<br>b ", "a\n\nb", "a\n\nb")]
    [InlineData("a\r\nb", "a\nb", "a\nb")]
    [InlineData("&eacute;&nbsp;&quot;&lt;b&gt;", "é\u00A0\"&lt;b&gt;", "é\u00A0\"<b>")]
    [InlineData("<B CLASS=x>b</B><em>e</em><u>u</u>", "<b>b</b>e<u>u</u>", "beu")]
    [InlineData("<b><i>x</b>y</i>", "<b><i>x</i></b><i>y</i>", "xy")]
    [InlineData("<img width=1 onload=x alt='A &amp; B' height=2 src=http://i.io/a.png>", "<img src=\"http://i.io/a.png\" alt=\"A &amp; B\" width=\"1\" height=\"2\">", "A & B")]
    [InlineData("a<img src='data:x'>b<img alt=c>", "ab", "ab")]
    [InlineData("a<img src='mailto:x@y.z'>b", "ab", "ab")]
    [InlineData("<a>x</a><a href='/rel'>y</a><a href='ftp://f'>z</a>", "xyz", "xyz")]
    [InlineData("<a href='mailto:a@b.io'>a@b.io</a>", "<a href=\"mailto:a@b.io\">a@b.io</a>", "a@b.io")]
    [InlineData("<a href='mailto:a@b.io'>write</a>", "<a href=\"mailto:a@b.io\">write</a>", "write (a@b.io)")]
    [InlineData("<a href='https://x.io'><b>https://x.io</b></a>", "<a href=\"https://x.io\"><b>https://x.io</b></a>", "https://x.io")]
    [InlineData("<a href='https://x.io'> </a>", "<a href=\"https://x.io\"> </a>", "https://x.io")]
    [InlineData("<a href='https://x.io/?a=1&b=2'><img src='https://i.io/i' alt='Pic'></a>", "<a href=\"https://x.io/?a=1&amp;b=2\"><img src=\"https://i.io/i\" alt=\"Pic\"></a>", "Pic (https://x.io/?a=1&b=2)")]
    [InlineData("<img src='https://i.io/i'>", "<img src=\"https://i.io/i\">", "")]
    [InlineData("<a href=https://1.io><table><tr><td><a href=https://2.io>x</a></td></tr></table></a>", "<a href=\"https://1.io\">x\n\n</a>", "x (https://1.io)")]
    public void A_body_is_stored_in_its_normal_form(string? submitted, string? html, string? text)
    {
        string? stored = VariantHtml.Normalise(submitted);
        stored.Should().Be(html);
        VariantHtml.ToText(stored).Should().Be(text);
    }

    [Theory]
    [InlineData("<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>", "<a href=\"{{unsubscribe_url}}\">Unsubscribe</a>", "Unsubscribe ({{unsubscribe_url}})")]
    [InlineData("<a href='https://x.io/{{Company Name|a b}}?u={{email}}'>x</a>", "<a href=\"https://x.io/{{Company Name|a b}}?u={{email}}\">x</a>", "x (https://x.io/{{Company Name|a b}}?u={{email}})")]
    [InlineData("<a href='javascript:{{x}}'>x</a>", "x", "x")]
    [InlineData("<a href='{{url|<b>\"q\"</b>}}'>x</a>", "<a href=\"{{url|&quot;q&quot;}}\">x</a>", "x ({{url|\"q\"}})")]
    [InlineData("<img src='{{picture}}' alt='{{first_name}}'>", "<img src=\"{{picture}}\" alt=\"{{first_name}}\">", "{{first_name}}")]
    [InlineData("{{SPINTAX|<b>Hi</b>|R&amp;D|1 &lt; 2}}", "{{SPINTAX|Hi|R&amp;D|1 &lt; 2}}", "{{SPINTAX|Hi|R&D|1 < 2}}")]
    [InlineData("{{first<b>_</b>name|</p>you}}", "{{first_name|you}}", "{{first_name|you}}")]
    [InlineData("<p>{{first_name|\nyou}}</p>", "{{first_name| you}}", "{{first_name| you}}")]
    [InlineData(@"\{{not}} <i>\{{</i>", @"\{{not}} <i>\{{</i>", @"\{{not}} \{{")]
    [InlineData("{<span>{x}}", @"\{{x}}", @"\{{x}}")]
    [InlineData("&#123;{x}}", @"\{{x}}", @"\{{x}}")]
    [InlineData("<em>\\</em>{{x}}", "&#92;{{x}}", @"\ {{x}}")]
    [InlineData("<em>{</em>{{x}}", "&#123;{{x}}", "{ {{x}}")]
    [InlineData("{{x|&#125;&#125;}}", "{{x|&#125;&#125;}}", "{{x|} } }}")]
    [InlineData("<table>{{x}}<tr><td>y</table>", "{{x}}y", "{{x}}y")]
    public void Merge_tags_survive_with_their_meaning(string submitted, string html, string text)
    {
        string? stored = VariantHtml.Normalise(submitted);
        stored.Should().Be(html);
        VariantHtml.Normalise(stored).Should().Be(stored);
        VariantHtml.ToText(stored).Should().Be(text);
    }

    [Theory]
    [InlineData("<p>Hi {{first_name|a &lt;b&gt; c}}</p>x", "Hi a &lt;b&gt; c<br>x", "Hi a <b> c\nx")]
    [InlineData("{{x|&amp;amp;}}", "&amp;amp;", "&amp;")]
    [InlineData(@"\{{x}} <em>\</em>{{x|y}}", @"{{x}} &#92;y", @"{{x}} \ y")]
    public void A_stored_body_renders_as_its_author_meant_it(string submitted, string html, string text)
    {
        string? stored = VariantHtml.Normalise(submitted);
        var variant = VariantTemplate.Parse(null, stored, VariantHtml.ToText(stored));
        var lead = new MergeValues("l", "a@b.io", null, null, null, Array.Empty<KeyValuePair<string, JsonElement>>());
        variant.Html.Render(lead, "v").Should().Be(html);
        variant.Text.Render(lead, "v").Should().Be(text);
    }

    [Fact]
    public void Normalising_twice_changes_nothing_whatever_was_submitted()
    {
        var random = new Random(20260514);
        string[] bits =
        [
            "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<a href='https://x.io'>", "<a href=\"{{url}}\">", "<a href=x>", "</a>", "<p>", "</p>", "<br>",
            "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<img src='https://i.io/i' alt='{{a}}'>", "<img>", "<span>", "</span>", "<svg>", "</svg>",
            "<script>", "</script>", "<style>", "</style>", "<title>", "<select>", "<option>", "<template>", "</template>", "<math>", "<pre>", "<textarea>",
            "<!-- ", " -->", "{{first_name}}", "{{a|<b>x</b>}}", "{{", "}}", "{", "}", "\\", @"\{{", "|", "&lt;", "&amp;", "&#123;", "&#92;", "&nbsp;", "\uE000", "&#xE001;",
            " ", "  ", "\n", "\n\n", "\r\n", "\t", "a", "Ü", "😀", "\"", "'", "<", ">", "&", "=", "<h1>", "<ul><li>", "<button>", "<iframe>", "<nobr>", "<font>",
            "\0", "\f", "\v", "\r", "\u0085", "\u2028", "\uFEFF", "\u200B", "&#0;", "&#13;", "&#10;", "&#x2028;", "&NewLine;", "&Tab;", "<a href='https://x.io/\0'>", "<a href='https://x.io/&#10;y'>", "<img src='https://i.io/&quot;' alt='&#10;&lt;'>", "<noscript>", "<xmp>", "<plaintext>", "<head>", "<body>", "<html>", "<frameset>", "<!DOCTYPE html>", "<![CDATA[x]]>", "<?php x ?>", "<p/>", "<b/>", "</br>", "</p>",
        ];
        for (int i = 0; i < 5000; i++)
        {
            string submitted = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => bits[random.Next(bits.Length)]));
            if (MergeTemplate.FindUnbalanced(submitted) is not null) continue;
            string? once = VariantHtml.Normalise(submitted);
            VariantHtml.Normalise(once).Should().Be(once, "of {0}", JsonSerializer.Serialize(submitted));
            if (once is not null) MergeTemplate.FindUnbalanced(once).Should().BeNull("of {0}", JsonSerializer.Serialize(submitted));
            if (VariantHtml.ToText(once) is { } text) MergeTemplate.FindUnbalanced(text).Should().BeNull("of {0}", JsonSerializer.Serialize(submitted));
        }
    }

    [Fact]
    public void Deep_nesting_is_no_danger()
        => VariantHtml.Normalise(string.Concat(Enumerable.Repeat("<span>", 3000)) + "x").Should().Be("x");

    [Fact]
    public void Plain_text_of_a_signature_takes_braces_as_they_are()
        => VariantHtml.ToPlainText("<p>Dana {{x</p><a href='https://a.io'>A</a>").Should().Be("Dana {{x\nA (https://a.io)");
}
