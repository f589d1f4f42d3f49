using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

/// <summary>Sections 3.7 and 3.8 of the contract done a second time, plainly, and held against what the server does with texts that chance wrote.</summary>
public sealed partial class TemplatePropertyTests
{
    private static readonly string[] Names = ["first_name", "First Name", "lastName", "EMAIL", "full_name", "contact", "company", "Company", "jobTitle", "job title", "none", "", "unsubscribe_url"];
    private static readonly KeyValuePair<string, string?>[] Variables = [new("company", "Acme & <Co>"), new("Job Title", "CTO"), new("none", " "), new("first_name", "Own"), new("JOB_TITLE", "CEO"), new("pitch", "https://loom.com/share/a1"), new("page", "https://x.io/?a=1&b=2")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_subject_is_what_the_three_rules_of_scanning_make_of_it(int seed)
    {
        Random random = new(seed);
        string[] bits = ["{{", "}}", @"\{{", "{", "}", "\\", "|", "a", " ", "é", "😀", "\n", "\r\n", "{{first_name}}", "{{company|x}}", "{{LOOM|pitch|y}}", "{{SPINTAX|a|b|c}}", "{{<b>First</b> Name}}", "{{none|R&amp;D | x}}", "{{LOOM|none}}", "{{SPINTAX}}", "{{loom|pitch}}"];
        for (int i = 0; i < 3000; i++)
        {
            string template = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => bits[random.Next(bits.Length)]));
            (int? offset, string? rendered) = Scan(template, "lead", "variant");
            MergeTemplate.FindUnbalanced(template).Should().Be(offset, "of {0}", JsonSerializer.Serialize(template));
            if (offset is null) MergeTemplate.Parse(template, MergeForm.Subject).Render(Lead("lead"), "variant").Should().Be(rendered, "of {0}", JsonSerializer.Serialize(template));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_body_is_stored_and_rendered_as_its_author_wrote_it(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 700; i++)
        {
            Body body = new(random);
            body.Write();
            string because = JsonSerializer.Serialize(body.Submitted.ToString());
            string? stored = VariantHtml.Normalise(body.Submitted.ToString());
            stored.Should().Be(Tidy(body.Html.ToString()), "of {0}", because);
            string? text = VariantHtml.ToText(stored);
            text.Should().Be(stored is null ? null : Tidy(body.Text.ToString()) ?? "", "of {0}", because);
            if (stored is null) continue;
            VariantTemplate variant = VariantTemplate.Parse(null, stored, text);
            variant.Text.Render(Lead("lead"), "variant").Should().Be(Scan(text!, "lead", "variant", decodes: false, subject: false).Rendered, "of {0}", because);
            string html = variant.Html.Render(Lead("lead"), "variant");
            html.Should().NotContain("\n");
            // What a reader of the HTML sees is what a reader of the stored one would, with values for tags.
            WebUtility.HtmlDecode(Markup().Replace(html.Replace("<br>", "\n", StringComparison.Ordinal), "")).Should().Be(
                Scan(WebUtility.HtmlDecode(Markup().Replace(stored, "")), "lead", "variant", decodes: false, subject: false, html: true).Rendered, "of {0}", because);
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[^\S\n]+(?=\n|\z)")]
    private static partial Regex LineEnds();

    private static string? Tidy(string text) => Regex.Replace(LineEnds().Replace(text, ""), "\n{3,}", "\n\n").Trim() is { Length: > 0 } tidy ? tidy : null;

    private static MergeValues Lead(string id)
        => new(id, "dana@acme.io", "Dana", null, "https://reachkit.ai/unsubscribe/T", Variables.Select(pair => KeyValuePair.Create(pair.Key, JsonSerializer.SerializeToElement(pair.Value))));

    // Rules 1 to 3 of section 3.7, then the table of forms.
    private static (int? Offset, string? Rendered) Scan(string text, string lead, string variant, bool decodes = true, bool subject = true, bool html = false)
    {
        StringBuilder rendered = new();
        for (int i = 0; i < text.Length;)
        {
            if (string.CompareOrdinal(text, i, @"\{{", 0, 3) == 0)
            {
                rendered.Append("{{");
                i += 3;
            }
            else if (string.CompareOrdinal(text, i, "{{", 0, 2) == 0)
            {
                int closer = text.IndexOf("}}", i + 2, StringComparison.Ordinal), opener = text.IndexOf("{{", i + 2, StringComparison.Ordinal);
                if (closer < 0 || (opener >= 0 && opener < closer)) return (text[..i].EnumerateRunes().Count(), null);
                string inner = text[(i + 2)..closer];
                if (decodes) inner = WebUtility.HtmlDecode(Markup().Replace(inner, "")).Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
                rendered.Append(Value(inner, lead, variant, html));
                i = closer + 2;
            }
            else
            {
                rendered.Append(text[i++]);
            }
        }

        string result = rendered.ToString();
        return (null, subject ? result.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ') : result);
    }

    private static string Value(string tag, string lead, string variant, bool html)
    {
        string[] parts = [.. tag.Split('|').Select(part => part.Trim())];
        if (parts is ["SPINTAX", _, ..])
        {
            uint hash = 2166136261;
            foreach (byte b in Encoding.UTF8.GetBytes($"{lead}:{variant}:{tag}")) hash = (hash ^ b) * 16777619;
            return parts[1 + (int)(hash % (uint)(parts.Length - 1))];
        }

        int from = parts is ["LOOM", _, ..] ? 1 : 0;
        string fallback = tag.Split('|', from + 2) is var cut && cut.Length == from + 2 ? cut[^1].Trim() : "";
        string? value = Find(Normal(parts[from]));
        if (from == 1 && value is not null && html && value.Contains("loom.com/share", StringComparison.Ordinal)) return "";
        return value ?? fallback;
    }

    private static string? Find(string name)
    {
        string? value = name switch
        {
            "first_name" or "full_name" or "contact" => "Dana",
            "email" => "dana@acme.io",
            "unsubscribe_url" => "https://reachkit.ai/unsubscribe/T",
            _ => Variables.LastOrDefault(pair => Normal(pair.Key) == name).Value,
        };
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private static string Normal(string name)
    {
        string cut = Regex.Replace(Regex.Replace(name.Trim(), @"(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})", "_"), @"[^\p{L}\p{Nd}]+", "_");
        return cut.ToLower(CultureInfo.InvariantCulture).Trim('_');
    }

    /// <summary>A body in three forms that are written side by side: as submitted, as stored, as text.</summary>
    private sealed class Body(Random random)
    {
        public StringBuilder Submitted { get; } = new();

        public StringBuilder Html { get; } = new();

        public StringBuilder Text { get; } = new();

        public void Write()
        {
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                string block = Any("", "p", "div", "h2", "li", "blockquote", "");
                if (block.Length > 0) Submitted.Append(CultureInfo.InvariantCulture, $"<{block} class='x'>");
                Inline("");
                if (block.Length == 0) continue;
                Submitted.Append(CultureInfo.InvariantCulture, $"</{block}>");
                Both("\n");
            }
        }

        private void Inline(string around)
        {
            for (int i = random.Next(1, 5); i > 0; i--)
            {
                switch (random.Next(9))
                {
                    case 0 or 1:
                        Word();
                        break;
                    case 2:
                        Submitted.Append(Any("<br>", "<BR/>"));
                        Both("\n");
                        break;
                    case 3:
                        Tag(Names[random.Next(Names.Length)] + Any("", "|R&D", "| a < b ", "|x|y"));
                        break;
                    case 4:
                        Tag(Any("SPINTAX|a|b|c", "LOOM|page", "LOOM|none|watch it", "LOOM|pitch"));
                        break;
                    case 5 when !around.Contains('a', StringComparison.Ordinal):
                        string url = Any("https://x.io/?a=1&b=2", "http://y.io", "mailto:me@x.io", "{{page}}", "https://z.io/{{company|a \"b\"}}");
                        Submitted.Append(CultureInfo.InvariantCulture, $"<a target=_blank href=\"{WebUtility.HtmlEncode(url)}\">");
                        Html.Append(CultureInfo.InvariantCulture, $"<a href=\"{url.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}\">");
                        Word();
                        Submitted.Append("</a>");
                        Html.Append("</a>");
                        Text.Append(CultureInfo.InvariantCulture, $" ({(url.StartsWith("mailto:", StringComparison.Ordinal) ? url[7..] : url)})");
                        break;
                    case 6:
                        Submitted.Append("<IMG onerror=x height='2' ALT='a &amp; b' src='https://i.io/i.png'>");
                        Html.Append("<img src=\"https://i.io/i.png\" alt=\"a &amp; b\" height=\"2\">");
                        Text.Append("a & b");
                        break;
                    case 7 when around.Length < 3:
                        string name = new[] { "b", "i", "u" }.First(name => !around.Contains(name, StringComparison.Ordinal));
                        Submitted.Append(CultureInfo.InvariantCulture, $"<{name} style='x'>");
                        Html.Append(CultureInfo.InvariantCulture, $"<{name}>");
                        Word();
                        Inline(around + name);
                        Submitted.Append(CultureInfo.InvariantCulture, $"</{name}>");
                        Html.Append(CultureInfo.InvariantCulture, $"</{name}>");
                        break;
                    default:
                        string unwrapped = Any("span", "em", "strong", "font");
                        Submitted.Append(CultureInfo.InvariantCulture, $"<{unwrapped}>");
                        Word();
                        Submitted.Append(CultureInfo.InvariantCulture, $"</{unwrapped}>");
                        break;
                }
            }
        }

        private void Word()
        {
            string word = Any("a", "b c", "R&D", "x < y", "é😀", "5 > 4 \"q\"", "it's", "q{r", "s}t", @"c:\d", "z");
            Submitted.Append(WebUtility.HtmlEncode(word));
            Html.Append(Escaped(word));
            Text.Append(word);
        }

        private void Tag(string tag)
        {
            Submitted.Append(CultureInfo.InvariantCulture, $"{{{{{Any("", "<b>")}{WebUtility.HtmlEncode(tag)}}}}}");
            Html.Append(CultureInfo.InvariantCulture, $"{{{{{Escaped(tag)}}}}}");
            Text.Append(CultureInfo.InvariantCulture, $"{{{{{tag}}}}}");
        }

        private void Both(string text)
        {
            Html.Append(text);
            Text.Append(text);
        }

        private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

        private string Any(params string[] words) => words[random.Next(words.Length)];
    }
}
