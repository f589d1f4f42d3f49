using Outreach.FakeServer.Mailmark;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Tests.Mailmark;

public class CampaignStoryTests
{
    [Fact]
    public async Task A_campaign_is_opened_clicked_answered_bounced_and_left_and_the_next_one_skips_who_left()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        string[] audience = ["open+open@x.example", "click+open+click@x.example", "reply+open+reply@x.example", "gone+bounce@x.example", "leave+open+unsubscribe@x.example", "quiet@x.example"];
        SendEmailRequest campaign = new()
        {
            From = "hello@acme.dev",
            To = audience,
            Subject = "Spring",
            Html = "<p>New: <a href=\"https://shop.example/spring?id=1&x=2\">see</a></p>",
            Type = SendType.Campaign,
        };

        CampaignSendResult first = (CampaignSendResult)await mailmark.Emails.SendAsync(campaign);
        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        CampaignSendResult second = (CampaignSendResult)await mailmark.Emails.SendAsync(campaign);
        await fake.Clock.AdvanceAsync(TimeSpan.FromHours(2));

        first.MessageIds.Should().HaveCount(6).And.OnlyHaveUniqueItems();
        second.MessageIds[4].Should().Be(CampaignSendResult.Skipped);
        fake.Outbox.Should().HaveCount(11);
        Outreach.Sdk.Mailmark.CampaignStats stats = await mailmark.CampaignStats.GetAsync();
        stats.Batches.Should().HaveCount(2);
        stats.Batches![0].Stats.Should().Be(new BatchCounts { Total = 6, Delivered = 5, Failed = 1, Opened = 4, Clicked = 1, Replied = 1, OpenRate = 66.67, ClickRate = 16.67, ReplyRate = 16.67 });
        stats.Batches[1].Stats.Should().Be(new BatchCounts { Total = 5, Delivered = 4, Failed = 1, Opened = 3, Clicked = 1, Replied = 1, OpenRate = 60, ClickRate = 20, ReplyRate = 20 });
        BounceStats bounces = await mailmark.Bounces.GetAsync();
        bounces.TotalSent.Should().Be(11);
        bounces.ComplaintRate.Should().Be(18.18);
        List<Suppression> left = await mailmark.Suppressions.ListAllAsync().ToListAsync();
        left.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Email = "leave+open+unsubscribe@x.example", Source = SuppressionSource.OneClick });
        (await mailmark.Emails.ListAsync()).Should().HaveCount(2).And.OnlyContain(mail => mail.Subject == "Re: Spring");
    }

    [Fact]
    public async Task A_recipient_follows_the_very_links_of_its_mail()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        using HttpClient recipient = new(fake.CreateHandler());
        await mailmark.Emails.SendAsync(new() { From = "sales@acme.dev", To = ["a@x.example"], Subject = "s", Html = "<a href=\"https://shop.example/a?b=1&c=ü\">x</a>", Type = SendType.Campaign });
        string[] links = [.. System.Text.RegularExpressions.Regex.Matches(fake.Outbox[0].Html!, "(?:href|src)=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];

        using HttpResponseMessage click = await recipient.GetAsync(links[0]);
        using HttpResponseMessage leave = await recipient.PostAsync(links[1], new StringContent("List-Unsubscribe=One-Click"));
        using HttpResponseMessage pixel = await recipient.GetAsync(links[2]);

        click.Headers.GetValues("Location").Should().Equal("https://shop.example/a?b=1&c=%C3%BC");
        BatchCounts counts = (await mailmark.CampaignStats.GetAsync()).Batches![0].Stats;
        counts.Should().Be(new BatchCounts { Total = 1, Delivered = 1, Opened = 1, Clicked = 1, OpenRate = 100, ClickRate = 100 });
        (await mailmark.Suppressions.ListAsync()).Items.Should().ContainSingle().Which.Email.Should().Be("a@x.example");
    }

    [Fact]
    public async Task On_a_port_links_can_lead_to_the_fake_itself()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync();
        host.Fake.Mailmark.LinkAddress = new Uri(host.Address, "mailmark");
        host.Fake.Mailmark.Load(new MailmarkFixtures { Users = [new() { Ref = "u" }], Domains = [new() { Domain = "a.dev" }], Keys = [new() { Token = "dm_live_k", Domain = "a.dev" }], Mailboxes = [new() { FullAddress = "x@a.dev" }] });
        using HttpClient api = new() { BaseAddress = host.Address, DefaultRequestHeaders = { Authorization = new("Bearer", "dm_live_k") } };
        using HttpClient recipient = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        await api.PostAsync("mailmark/v1/send", new StringContent("""{"from":"x@a.dev","to":["a@x.example"],"subject":"s","html":"<a href=\"https://x.example/\">x</a>","type":"campaign"}"""));
        OutboxMessage mail = host.Fake.Outbox[0];
        string[] links = [.. System.Text.RegularExpressions.Regex.Matches(mail.Html!, "(?:href|src)=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        using HttpResponseMessage click = await recipient.GetAsync(links[0]);
        using HttpResponseMessage leave = await recipient.GetAsync(links[1]);
        using HttpResponseMessage pixel = await recipient.GetAsync(links[2]);

        links.Should().AllSatisfy(link => link.Should().StartWith($"{host.Address}mailmark/"));
        mail.Headers.Single(header => header.Key == "List-Unsubscribe").Value.Should().StartWith($"<{links[1]}>, <{host.Address}mailmark/unsubscribe/");
        click.Headers.Location.Should().Be(new Uri("https://x.example/"));
        leave.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        pixel.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        string stats = await api.GetStringAsync("mailmark/v1/campaign-stats?type=batch");
        stats.Should().Contain("\"opened\":1,\"clicked\":1");
        (await api.GetStringAsync("mailmark/v1/suppressions")).Should().Contain("a@x.example");
    }

    [Theory]
    [InlineData("mailto:a@b.c")]
    [InlineData("/relative")]
    [InlineData("https://x.example/?q")]
    [InlineData("https://x.example/#f")]
    [InlineData("https://u:p@x.example/")]
    public async Task Links_lead_to_plain_http_addresses_only(string address)
    {
        Uri uri = new(address, UriKind.RelativeOrAbsolute);
        await using OutreachFake fake = await OutreachFake.StartAsync();

        Func<Task> start = () => OutreachFake.StartAsync(new FakeOptions { MailmarkLinkAddress = uri });
        Action set = () => fake.Mailmark.LinkAddress = uri;

        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("MailmarkLinkAddress: *");
        set.Should().Throw<ArgumentException>();
        fake.Mailmark.LinkAddress.Should().Be(new Uri("https://api.mailmark.dev/"));
    }

    [Fact]
    public async Task A_sequence_stops_for_who_answers_even_automatically()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        CreatedSequence sequence = await mailmark.Sequences.CreateAsync(new()
        {
            Name = "Welcome",
            From = "hello@acme.dev",
            Steps = [new SendEmailStep { Subject = "Hi {{name}}", Html = "1" }, new DelayStep { Delay = TimeSpan.FromDays(1) }, new SendEmailStep { Subject = "Still there?", Html = "2" }],
        });

        EnrollResult enrolled = await mailmark.Sequences.EnrollAllAsync(sequence.Id, [
            new() { Email = "ann+ooo@x.example", MergeFields = new Dictionary<string, Outreach.Sdk.JsonScalar> { ["name"] = "Ann" } },
            new() { Email = "bob@x.example" },
            new() { Email = "cy+bounce@x.example" }]);
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(2));

        enrolled.Enrolled.Should().Be(3);
        fake.Outbox.Select(mail => mail.Subject).Should().Equal("Hi Ann", "Hi {{name}}", "Hi {{name}}", "Still there?");
        Sequence after = (await mailmark.Sequences.ListAsync()).Single();
        after.Status.Should().Be(SequenceStatus.Completed);
        after.Stats.Should().Be(new EnrollmentStats { Total = 3, Completed = 1, Replied = 1, Bounced = 1 });
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 250)]
    public async Task A_sequence_of_one_step_takes_one_slice_and_a_longer_one_all(int steps, int enrolled)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        CreatedSequence sequence = await mailmark.Sequences.CreateAsync(new() { Name = "s", From = "hello@acme.dev", Steps = [new SendEmailStep(), .. Enumerable.Repeat(new DelayStep { DelayMs = 1 }, steps - 1)] });

        Func<Task> enroll = () => mailmark.Sequences.EnrollAllAsync(sequence.Id, Enumerable.Range(0, 250).Select(i => new EnrollContact { Email = $"u{i}@x.example" }));

        if (steps == 1) (await enroll.Should().ThrowAsync<Outreach.Sdk.OutreachValidationException>()).Which.Code.Value.Should().Be(MailmarkErrorCodes.SequenceNotActive);
        else await enroll.Should().NotThrowAsync();
        (await mailmark.Sequences.ListAsync()).Single().Stats.Total.Should().Be(enrolled);
    }

    [Fact]
    public async Task Pending_steps_name_the_sequence_and_what_holds_them()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        CreatedSequence sequence = await mailmark.Sequences.CreateAsync(new()
        {
            Name = "Welcome",
            From = "hello@acme.dev",
            Steps = [new SendEmailStep { Subject = "Hi", Html = "1" }, new DelayStep { Delay = TimeSpan.FromDays(1) }, new SendEmailStep { Subject = "Still there?", Html = "2" }],
        });
        await mailmark.Sequences.EnrollAllAsync(sequence.Id, [new() { Email = "ann@x.example" }]);
        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        string Reason() => fake.Clock.Pending.Single(pending => pending.Kind == "mailmark.step").Reason;

        Reason().Should().Be("step 3 of 3 of sequence 'Welcome' falls due for ann@x.example, after its delay of 1.00:00:00");
        await mailmark.Sequences.UpdateAsync(sequence.Id, new() { Status = SequenceStatus.Paused });
        Reason().Should().Be("step 3 of 3 of sequence 'Welcome' falls due for ann@x.example, and nothing is done: the sequence is paused");
    }

    [Fact]
    public async Task An_outcome_of_an_unknown_message_is_refused()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();

        Action report = () => fake.Mailmark.Report("nope", DeliveryStatus.Bounced);

        report.Should().Throw<ArgumentException>().WithMessage("There is no message 'nope'.*");
    }

    [Fact]
    public async Task A_world_goes_on_from_a_snapshot_as_it_did_the_first_time()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        MailmarkClient mailmark = fake.CreateClient().Mailmark;
        await mailmark.Emails.SendAsync(new() { From = "hello@acme.dev", To = ["a+open@x.example", "b@x.example"], Subject = "s", Text = "t", Type = SendType.Campaign, ScheduledAt = fake.Clock.Now.AddHours(1) });
        FakeSnapshot snapshot = fake.Snapshot();
        async Task<Outreach.Sdk.Mailmark.CampaignStats> Run()
        {
            await fake.Clock.AdvanceAsync(TimeSpan.FromHours(2));
            return await mailmark.CampaignStats.GetAsync();
        }

        Outreach.Sdk.Mailmark.CampaignStats first = await Run();
        fake.Restore(snapshot);
        Outreach.Sdk.Mailmark.CampaignStats second = await Run();

        first.Batches.Should().ContainSingle().Which.Stats.Opened.Should().Be(1);
        second.Should().BeEquivalentTo(first);
    }
}
