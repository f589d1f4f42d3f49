using System.Globalization;
using System.Text.Json;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

public class MergeTemplateTests
{
    [Theory]
    [InlineData("Hi {{First Name}}", "Dana", "Hi Dana")]
    [InlineData("Hi {{firstName|there}}", null, "Hi there")]
    [InlineData(@"\{{first_name}}", "Dana", "{{first_name}}")]
    [InlineData("[{{company}}]", null, "[]")]
    [InlineData("x }} y", null, "x }} y")]
    [InlineData("a { b } c", null, "a { b } c")]
    [InlineData("{{}}", "Dana", "")]
    [InlineData("{{|x}}", "Dana", "x")]
    [InlineData("{{ first_name | a | b }}", " ", "a | b")]
    [InlineData(@"\{{ }} {{first_name}}", "Dana", "{{ }} Dana")]
    [InlineData(@"\\{{first_name}}", "Dana", @"\{{first_name}}")]
    [InlineData("{{{first_name}}}", "Dana", "Dana}")]
    [InlineData("{{SPINTAX}}", "Dana", "")]
    [InlineData("{{SPINTAX|only}}", "Dana", "only")]
    [InlineData("{{spintax|a|b}}", "Dana", "a|b")]
    [InlineData("{{first_name|<b>x</b> &amp; y}}", null, "x & y")]
    public void A_subject_renders_as_the_contract_shows(string template, string? firstName, string expected)
        => MergeTemplate.Parse(template, MergeForm.Subject).Render(Lead(firstName), "v1").Should().Be(expected);

    [Theory]
    [InlineData("a {{b", 2)]
    [InlineData("{{a|{{b}}}}", 0)]
    [InlineData(@"\{{ {{", 4)]
    [InlineData("😀é{{x", 2)]
    [InlineData("{{a}} {{b}} {{", 12)]
    [InlineData("{{a}{{b}}", 0)]
    [InlineData("{{a}", 0)]
    public void An_opener_without_closer_is_reported_by_code_point(string template, int offset)
        => MergeTemplate.FindUnbalanced(template).Should().Be(offset);

    [Theory]
    [InlineData("")]
    [InlineData("x }} y")]
    [InlineData("{{}}")]
    [InlineData("{ } {a} }}")]
    [InlineData(@"\{{ never closed")]
    [InlineData("{{a}}{{b|c}}")]
    public void Balanced_text_is_not_reported(string template) => MergeTemplate.FindUnbalanced(template).Should().BeNull();

    [Theory]
    [InlineData("{{first_name}}", "Dana")]
    [InlineData("{{Last Name}}", "Oak")]
    [InlineData("{{EMAIL}}", "dana@acme.example")]
    [InlineData("{{fullName}}", "Dana Oak")]
    [InlineData("{{contact}}", "Dana Oak")]
    [InlineData("{{unsubscribe_url}}", "https://reachkit.ai/unsubscribe/T")]
    public void Built_ins_have_the_values_of_the_lead(string template, string expected)
        => MergeTemplate.Parse(template, MergeForm.Text).Render(Lead("Dana", "Oak"), "v1").Should().Be(expected);

    [Theory]
    [InlineData(null, null, "", "dana@acme.example")]
    [InlineData("Dana", " ", "Dana", "Dana")]
    [InlineData("", "Oak", "Oak", "Oak")]
    public void Full_name_leaves_out_blanks_and_contact_falls_back_to_the_address(string? first, string? last, string fullName, string contact)
    {
        MergeTemplate.Parse("{{full_name}}", MergeForm.Text).Render(Lead(first, last), "v1").Should().Be(fullName);
        MergeTemplate.Parse("{{contact}}", MergeForm.Text).Render(Lead(first, last), "v1").Should().Be(contact);
    }

    [Theory]
    [InlineData("""{"First Name":"own"}""", "{{first_name}}", "Dana")]
    [InlineData("""{"Last Name":"own"}""", "{{last_name}}", "own")]
    [InlineData("""{"company":"A","Company":"B"}""", "{{company}}", "B")]
    [InlineData("""{"company":"A","Company":null}""", "{{company|none}}", "none")]
    [InlineData("""{"size":12.50,"vip":true}""", "{{size}} {{vip}}", "12.50 true")]
    [InlineData("""{"company":"   "}""", "{{company|none}}", "none")]
    [InlineData("""{"JobTitle":"CTO"}""", "{{job-title}}", "CTO")]
    public void Custom_variables_are_found_by_normalised_name(string variables, string template, string expected)
        => MergeTemplate.Parse(template, MergeForm.Text).Render(Lead("Dana", null, variables), "v1").Should().Be(expected);

    [Theory]
    [InlineData(MergeForm.Html, "<b>Tom &amp; &lt;Jo&gt;<br>&quot;x&quot;</b>")]
    [InlineData(MergeForm.Text, "<b>Tom & <Jo>\r\n\"x\"</b>")]
    [InlineData(MergeForm.Subject, "<b>Tom & <Jo> \"x\"</b>")]
    internal void Values_are_written_as_their_place_demands(MergeForm form, string expected)
        => MergeTemplate.Parse("<b>{{company}}</b>", form)
            .Render(Lead(variables: """{"company":"Tom & <Jo>\r\n\"x\""}"""), "v1").Should().Be(expected);

    [Fact]
    public void Line_breaks_become_br_in_text_and_spaces_in_attributes_and_subjects()
    {
        var lead = Lead(variables: """{"alt":"a\nb"}""");
        MergeTemplate.Parse("x\ny<img src=\"https://i.io/a.png\" alt=\"{{alt}}\">\n{{alt}}", MergeForm.Html).Render(lead, "v")
            .Should().Be("x<br>y<img src=\"https://i.io/a.png\" alt=\"a b\"><br>a<br>b");
        MergeTemplate.Parse("x\r\ny {{alt}}", MergeForm.Subject).Render(lead, "v").Should().Be("x y a b");
    }

    [Theory]
    [InlineData(MergeForm.Html, "https://loom.com/share/ab12", """<a href="https://loom.com/share/ab12"><img src="https://cdn.loom.com/sessions/thumbnails/ab12-with-play.gif" alt="Loom video"></a>""")]
    [InlineData(MergeForm.Html, "https://www.loom.com/share/ab12?sid=1&t=2", """<a href="https://www.loom.com/share/ab12?sid=1&amp;t=2"><img src="https://cdn.loom.com/sessions/thumbnails/ab12-with-play.gif" alt="Loom video"></a>""")]
    [InlineData(MergeForm.Html, "https://v.io/?a=1&b=2", """<a href="https://v.io/?a=1&amp;b=2">https://v.io/?a=1&amp;b=2</a>""")]
    [InlineData(MergeForm.Text, "https://loom.com/share/ab12", "https://loom.com/share/ab12")]
    [InlineData(MergeForm.Subject, "https://loom.com/share/ab12", "https://loom.com/share/ab12")]
    [InlineData(MergeForm.Html, " ", "see &lt;me&gt;")]
    [InlineData(MergeForm.Subject, " ", "see <me>")]
    internal void Loom_is_a_thumbnail_in_html_and_an_address_elsewhere(MergeForm form, string video, string expected)
        => MergeTemplate.Parse(form == MergeForm.Text ? "{{LOOM|My Video|see <me>}}" : "{{LOOM|My Video|see &lt;me&gt;}}", form)
            .Render(Lead(variables: JsonSerializer.Serialize(new Dictionary<string, string> { ["my_video"] = video })), "v").Should().Be(expected);

    [Fact]
    public void Loom_without_a_value_and_without_a_fallback_is_nothing()
        => MergeTemplate.Parse("[{{LOOM|video}}]", MergeForm.Html).Render(Lead(), "v").Should().Be("[]");

    [Fact]
    public void Loom_in_an_attribute_is_the_address_alone()
        => MergeTemplate.Parse("""<a href="{{LOOM|video}}">look</a>""", MergeForm.Html)
            .Render(Lead(variables: """{"video":"https://loom.com/share/x?a&b"}"""), "v")
            .Should().Be("""<a href="https://loom.com/share/x?a&amp;b">look</a>""");

    [Theory]
    [InlineData("", 0x811c9dc5u)]
    [InlineData("a", 0xe40c292cu)]
    [InlineData("foobar", 0xbf9cf968u)]
    public void Fnv_1a_gives_its_published_values(string text, uint expected) => Fnv1a.Add(Fnv1a.Empty, text).Should().Be(expected);

    [Fact]
    public void Spintax_takes_the_option_that_the_hash_names_and_stays_with_it()
    {
        string[] options = ["Hi", "Hey", "Hello", "Good day"];
        var html = MergeTemplate.Parse("{{SPINTAX|Hi| Hey |Hello|Good day}}", MergeForm.Html);
        var text = MergeTemplate.Parse("{{SPINTAX|Hi| Hey |Hello|Good day}}", MergeForm.Text);
        HashSet<string> seen = [];
        for (int i = 0; i < 200; i++)
        {
            string id = i.ToString(CultureInfo.InvariantCulture);
            string expected = options[Fnv1a.Add(Fnv1a.Empty, $"{id}:v:SPINTAX|Hi| Hey |Hello|Good day") % 4];
            html.Render(Lead(id: id), "v").Should().Be(expected);
            text.Render(Lead(id: id), "v").Should().Be(expected);
            seen.Add(expected);
        }

        seen.Should().BeEquivalentTo(options);
    }

    [Fact]
    public void Plain_text_survives_parsing_and_rendering_whatever_it_holds()
    {
        var random = new Random(20260513);
        string[] bits = ["{", "}", "}}", "\\", " ", "a", "é", "😀", "\n", "|", "<", "&amp;", "\\{{"];
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => bits[random.Next(bits.Length)]));
            bool hasTag = text.Replace(@"\{{", "", StringComparison.Ordinal).Contains("{{", StringComparison.Ordinal) || text.Contains(@"\{{", StringComparison.Ordinal);
            if (hasTag) continue;
            MergeTemplate.FindUnbalanced(text).Should().BeNull();
            MergeTemplate.Parse(text, MergeForm.Text).Render(Lead(), "v").Should().Be(text);
        }
    }

    private static MergeValues Lead(string? first = null, string? last = null, string variables = "{}", string id = "lead")
        => new(id, "dana@acme.example", first, last, "https://reachkit.ai/unsubscribe/T",
            JsonDocument.Parse(variables).RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
