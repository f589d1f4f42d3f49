using Outreach.FakeServer.Reachkit;

namespace Outreach.FakeServer.Tests.Reachkit.Templates;

public class VariantRulesTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(1, "B")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(27, "AB")]
    [InlineData(51, "AZ")]
    [InlineData(52, "BA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_go_on_after_Z(int index, string letter) => VariantLetter.At(index).Should().Be(letter);

    [Theory]
    [InlineData(true, "Hi", null, true)]
    [InlineData(true, null, "x", true)]
    [InlineData(false, "Hi", "x", false)]
    [InlineData(true, null, null, false)]
    [InlineData(true, " ", "", false)]
    [InlineData(true, null, UnsubscribeBlock.Html, false)]
    [InlineData(true, "Hi", UnsubscribeBlock.Html, true)]
    [InlineData(true, null, "x\n\n" + UnsubscribeBlock.Html, true)]
    public void A_variant_is_usable_if_enabled_and_not_blank(bool enabled, string? subject, string? html, bool usable)
    {
        VariantTemplate.IsUsable(enabled, subject, html).Should().Be(usable);
        if (enabled) VariantTemplate.Parse(subject, html, VariantHtml.ToText(html)).IsBlank.Should().Be(!usable);
    }

    [Theory]
    [InlineData("Hello", "Re: Hello")]
    [InlineData("Re: Hello", "Re: Hello")]
    [InlineData("RE: Hello", "RE: Hello")]
    [InlineData("Regarding you", "Re: Regarding you")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_reply_carries_Re_once(string? subject, string expected) => ReplySubject.To(subject).Should().Be(expected);

    [Theory]
    [InlineData("Second", "First", "Second")]
    [InlineData(" ", "First", "Re: First")]
    [InlineData("", "Re: First", "Re: First")]
    [InlineData("", null, "")]
    public void A_blank_subject_of_a_follow_up_replies_to_the_last_one(string rendered, string? last, string expected)
        => ReplySubject.ForCampaign(rendered, last).Should().Be(expected);
}
