using System.Text;
using Outreach.FakeServer.Tests.Crm;
using Outreach.FakeServer.Tests.Reachkit;
using Outreach.Sdk;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Time;

/// <summary>What <see cref="VirtualClock.Pending"/> says is read by people: it names addresses and names, and ids only where there is nothing else.</summary>
public sealed class PendingReasonTests
{
    [Fact]
    public async Task Markus_names_the_reader_and_the_message()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "Q1", ObjectiveType = ObjectiveType.Custom, Settings = new() { RequireApproval = false } });
        await client.Markus.Contacts.CreateAsync(new() { Name = "Dana", Email = "dana+open+reply@acme.example", CampaignId = campaign.Id });
        await client.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });
        await fake.Clock.AdvanceToNextAsync();

        string subject = fake.Outbox[0].Subject!;
        IEnumerable<string> reasons = Reasons(fake, "markus.reaction");
        reasons.Should().Contain($"dana+open+reply@acme.example to '{subject}': open");
        reasons.Should().Contain(reason => reason.StartsWith($"dana+open+reply@acme.example to '{subject}': reply ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reachkit_names_leads_inboxes_and_receivers()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string inbox = api.Control.AddInbox("sam@mail.example");
        api.Control.Workspace.AddWebhook("https://app.example/hook");
        string campaign = await api.Ready(100, inbox);
        await api.Lead(campaign, "dana+reply+unsubscribe@acme.example");
        await api.Lead(campaign, "bea+bounce@acme.example");
        await api.Patch($"campaigns/{campaign}", """{"status":"active"}""");
        api.Fake.Webhooks.CaptureOtherHosts = false;
        await api.AdvanceMinutes(2);
        await api.Fake.SettleAsync();

        string all = string.Join('\n', api.Fake.Clock.Pending.Select(pending => pending.Reason));
        all.Should().Contain("an email from dana+reply+unsubscribe@acme.example to sam@mail.example arrives: 'Re: Hello '")
            .And.Contain("dana+reply+unsubscribe@acme.example uses the unsubscribe link")
            .And.Contain("the campaign email to bea+bounce@acme.example bounces")
            .And.Contain("is sent to https://app.example/hook again after 1 failed attempt");
    }

    [Fact]
    public async Task Mailmark_names_subject_and_recipient()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("mailmark");
        await http.PostAsync("v1/send", Json("""{"from":"hello@acme.dev","to":["dana+open@acme.example"],"subject":"Now","html":"h"}"""));
        await http.PostAsync("v1/send", Json($$"""{"from":"hello@acme.dev","to":["bea@acme.example"],"subject":"Later","html":"h","scheduledAt":{{fake.Clock.Now.AddDays(1).ToUnixTimeMilliseconds()}}}"""));

        string[] reasons = [.. fake.Clock.Pending.Where(pending => pending.Kind.StartsWith("mailmark.", StringComparison.Ordinal)).Select(pending => pending.Reason)];
        reasons.Should().Contain("Mailmark learns that 'Now' to dana+open@acme.example is delivered").And.Contain("Open of 'Now' to dana+open@acme.example by dana+open@acme.example").And.Contain("Mailmark sends 'Later' to bea@acme.example at its scheduledAt");
    }

    [Fact]
    public async Task The_CRM_names_customers_promotions_accounts_and_posts()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string connection = await api.Connection("FACEBOOK");
        await api.Post("social/posts", $$"""{"tenantId":"tenant_123","connectionId":"{{connection}}","content":"Spring is here","scheduledAt":"2026-03-03T07:00:00Z"}""");
        await api.Post("promotions", """{"tenantId":"tenant_123","clubId":"club_1","sourceType":"COMPETITION","sourceId":"comp_1","sourceName":"Spring Open","channels":["EMAIL"],"autoPromote":true,"announceAt":"2026-03-03T07:00:00Z","reminderDays":[1],"sourceDate":"2026-03-14T06:00:00Z"}""");

        string all = string.Join('\n', api.Fake.Clock.Pending.Select(pending => pending.Reason));
        all.Should().Contain("FACEBOOK post 'Spring is here' is published at its scheduledAt").And.Contain("promotion of 'Spring Open' is announced at its announceAt").And.Contain("promotion of 'Spring Open' reminds 1 day before the event")
            .And.MatchRegex("the access token of FACEBOOK account '.+' is renewed before it expires");
    }

    private static IEnumerable<string> Reasons(OutreachFake fake, string kind) => fake.Clock.Pending.Where(pending => pending.Kind == kind).Select(pending => pending.Reason);

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
