namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class SendingSmokeTests
{
    [Fact]
    public async Task A_launched_campaign_sends_its_steps_minute_by_minute_and_day_by_day()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Ready();
        await api.AddStep(campaign, delayDaysBefore: 2, subject: "Again {{first_name|friend}}");
        await api.Lead(campaign, "dana@acme.example", ""","first_name":"Dana" """);
        await api.Lead(campaign, "lee@acme.example");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");

        await api.AdvanceMinutes(10);
        api.Fake.Outbox.Select(mail => $"{mail.SentAt:HH:mm} {mail.To} {mail.Subject}").Should().Equal(
            "13:01 dana@acme.example Hello Dana", "13:02 lee@acme.example Hello ");

        await api.Advance(24 * 3);
        api.Fake.Outbox.Skip(2).Select(mail => $"{mail.SentAt:dd HH:mm} {mail.To} {mail.Subject}").Should().Equal(
            "11 13:00 dana@acme.example Again Dana", "11 13:01 lee@acme.example Again friend");
        ReachkitAnswer answer = await api.Get($"campaigns/{campaign}/analytics");
        answer.Text("progress").Should().Be("100");
        answer.Text("sent").Should().Be("4");
        answer.Text("contacted").Should().Be("2");
        api.Fake.Clock.Pending.Should().BeEmpty();
    }
}
