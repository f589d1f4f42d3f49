namespace Outreach.FakeServer.Tests.Mailmark;

public class MailContentTests
{
    private const string Site = "https://api.mailmark.dev";

    public static TheoryData<string, string> Links => new()
    {
        { """<a href="https://x.example/a?b=c d&e=(1)!">x</a>""", $"<a href=\"{Site}/track/click/ID/0?url=https%3A%2F%2Fx.example%2Fa%3Fb%3Dc%20d%26e%3D(1)!\">x</a>" },
        { """<A class='k' HREF="https://x.example" target="_blank">x</A>""", $"<A class='k' HREF=\"{Site}/track/click/ID/0?url=https%3A%2F%2Fx.example\" target=\"_blank\">x</A>" },
        { """<a href="mailto:a@b.c">x</a><a href="#top">x</a><a href="https://x.example/unsubscribe/1">x</a>""", """<a href="mailto:a@b.c">x</a><a href="#top">x</a><a href="https://x.example/unsubscribe/1">x</a>""" },
        { """<a href='https://x.example'>x</a><link href="https://x.example">""", """<a href='https://x.example'>x</a><link href="https://x.example">""" },
        { """<a href="1">x</a><a href="mailto:x">x</a><a href="2">x</a>""", $"<a href=\"{Site}/track/click/ID/0?url=1\">x</a><a href=\"mailto:x\">x</a><a href=\"{Site}/track/click/ID/1?url=2\">x</a>" },
        { "<a\\n class='k'\\n href = \"https://x.example/é&amp;\"\\n>x</a>", $"<a\n class='k'\n href = \"{Site}/track/click/ID/0?url=https%3A%2F%2Fx.example%2F%C3%A9%26amp%3B\"\n>x</a>" },
        { """<abbr href="https://x.example">x</abbr><a name="n">x</a><a href="">x</a>""", """<abbr href="https://x.example">x</abbr><a name="n">x</a><a href="">x</a>""" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public async Task Links_are_rewritten_and_the_pixel_is_appended(string html, string rewritten)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        string id = (await world.MailAsync("a@b.example", html: html))[0];

        world.Fake.Outbox[0].Html.Should().Be(rewritten.Replace("ID", id, StringComparison.Ordinal) + $"<img src=\"{Site}/track/open/{id}.gif\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />");
    }

    [Fact]
    public async Task Transactional_mail_has_the_plain_headers()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        string id = (await world.MailAsync("a@b.example,c@d.example"))[0];

        world.Fake.Outbox[0].Headers.Should().Equal(
            new("From", "Hello Team <hello@acme.dev>"),
            new("To", "a@b.example, c@d.example"),
            new("Subject", "Hello!"),
            new("Date", "Mon, 02 Mar 2026 09:00:00 GMT"),
            new("Message-ID", $"<{id}@acme.dev>"),
            new("Content-Type", "text/html; charset=UTF-8"));
        world.Fake.Outbox[0].Html.Should().NotContain("/unsubscribe/");
    }

    [Fact]
    public async Task Campaign_mail_has_unsubscribe_headers_and_footer()
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        string id = (await world.MailAsync("a+b@c.example", "campaign"))[0];

        OutboxMessage mail = world.Fake.Outbox[0];
        string bare = $"{Site}/unsubscribe/{id}-YStiQGMuZXhhbXBsZQ";
        string full = $"{bare}?email=a%2Bb%40c.example&domain=acme.dev";
        mail.Headers.Should().Contain(new KeyValuePair<string, string>("List-Unsubscribe", $"<{full}>, <{bare}>"));
        mail.Headers.Should().Contain(new KeyValuePair<string, string>("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        mail.Html.Should().Contain($"<a href=\"{full}\">").And.StartWith("<p>Hi</p><div");
        mail.CampaignId.Should().StartWith("batch-");
    }

    [Theory]
    [InlineData("\"html\":\"<b>h</b>\",\"text\":\"t\"", "<b>h</b>", "h")]
    [InlineData("\"html\":\"\",\"text\":\"t\"", "", "")]
    [InlineData("\"text\":\"a < b\\n\"", "<pre style=\"font-family:sans-serif\">a < b\n</pre>", "a ")]
    [InlineData("\"html\":null,\"text\":\"{{firstName}}\"", "<pre style=\"font-family:sans-serif\">{{firstName}}</pre>", "{{firstName}}")]
    public async Task The_html_is_used_if_it_is_text_and_no_merge_field_is_applied(string members, string body, string snippet)
    {
        await using MailmarkWorld world = await MailmarkWorld.StartAsync();

        MailmarkAnswer answer = await world.PostAsync("v1/send", $$"""{"from":"sales@acme.dev","to":["a@b.example"],"subject":"s",{{members}}}""");

        answer.Status.Should().Be(200);
        world.Fake.Outbox[0].Html.Should().StartWith(body + "<img src=");
        world.Fake.Outbox[0].Headers[0].Value.Should().Be("sales@acme.dev");
        (await world.GetAsync("v1/emails?folder=sent&mailbox=sales")).Json[0]!["snippet"]!.GetValue<string>().Should().Be(snippet);
    }
}
