using System.Text.Json.Nodes;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Tests.Markus;

/// <summary>Plan allowances and credit campaigns.</summary>
public sealed class AllowanceTests
{
    [Fact]
    public async Task Without_plan_allowance_a_campaign_takes_a_credit_and_lives_on_its_own()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAccount(world).PlanId = null;
        (await world.PostAsync("campaigns", """{"name":"x","objective_type":"custom"}""")).Code.Should().Be("CAMP_009");
        MarkusAccount(world).Credits = 1;
        string campaign = await world.CampaignAsync();
        MarkusAccount(world).Credits.Should().Be(0);
        JsonNode item = (await world.GetAsync($"campaigns/usage?campaign_id={campaign}")).Data["campaigns"]!.AsArray().Single()!;
        ((string)item["funding"]!, (int)item["contacts_limit"]!, (int)item["messages_limit"]!, (int)item["ai_generations_limit"]!).Should().Be(("credit", 30, 300, 50));

        (await world.PostAsync("contacts", """{"email":"a@b.example"}""")).Code.Should().Be("CONT_009", "outside a credit campaign there is no allowance");
        JsonNode imported = (await world.PostAsync("contacts/import", ContactImportTests.Rows(31).Insert(1, $"\"campaign_id\":\"{campaign}\","))).Data;
        ((int)imported["created"]!, (int)imported["failed"]!).Should().Be((30, 1));
        (await world.PostAsync("contacts", $$"""{"email":"a@b.example","campaign_id":"{{campaign}}"}""")).Code.Should().Be("CONT_009");
        (await world.GetAsync("contacts/usage")).Data["contacts_used"]!.GetValue<int>().Should().Be(0, "its contacts count there and not against the plan");
        string first = (string)(await world.GetAsync("contacts?order=asc")).Items[0]!["id"]!;
        await world.DeleteAsync($"contacts/{first}");
        (await world.PostAsync("contacts", $$"""{"email":"a@b.example","campaign_id":"{{campaign}}"}""")).Code.Should().Be("CONT_009", "deletion gives nothing back");
        await world.DeleteAsync($"campaigns/{campaign}");
        MarkusAccount(world).Credits.Should().Be(0, "the credit is not given back");
    }

    [Fact]
    public async Task Moving_into_a_full_credit_campaign_is_refused()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string contact = await world.ContactAsync(null, "mover@acme.example");
        MarkusAccount(world).PlanId = null;
        MarkusAccount(world).Credits = 1;
        string campaign = await world.CampaignAsync();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(29).Insert(1, $"\"campaign_id\":\"{campaign}\","));
        (await world.PatchAsync($"contacts/{contact}", $$"""{"campaign_id":"{{campaign}}"}""")).Status.Should().Be(200);
        MarkusAccount(world).PlanId = "pro";
        string other = await world.ContactAsync(null, "other@acme.example");
        MarkusAnswer refused = await world.PatchAsync($"contacts/{other}", $$"""{"campaign_id":"{{campaign}}"}""");
        (refused.Status, refused.Code).Should().Be((429, "CONT_009"));
    }

    [Fact]
    public async Task A_credit_campaign_has_its_own_messages_and_generations()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAccount(world).PlanId = null;
        MarkusAccount(world).Credits = 1;
        string campaign = await world.CampaignAsync();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(30).Insert(1, $"\"campaign_id\":\"{campaign}\","));
        await world.ActivateAsync(campaign);
        string[] pending = await world.PendingAsync();
        pending.Should().HaveCount(30);
        for (int i = 0; i < 50; i++) (await world.PostAsync($"messages/{pending[0]}/feedback", """{"feedback":"x"}""")).Status.Should().Be(200);
        MarkusAnswer generations = await world.PostAsync($"messages/{pending[0]}/feedback", """{"feedback":"x"}""");
        (generations.Status, generations.Code, generations.Header("Retry-After")).Should().Be((429, "AI_004", null));

        world.State.Count(campaign, counters => counters with { MessagesUsed = 299 });
        await world.ApproveAsync(pending[0]);
        MarkusAnswer messages = await world.PostAsync($"messages/{pending[1]}/approve");
        (messages.Status, messages.Code, messages.Header("Retry-After")).Should().Be((429, "MSG_015", null));
        world.State.Accounts.Single().Usage.Messages.Should().Be(0);
    }

    [Fact]
    public async Task The_message_allowance_of_a_plan_ends_approval_and_automatic_approval()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAccount(world).PlanId = "free";
        string campaign = await world.CampaignAsync("\"settings\":{\"require_approval\":false,\"daily_send_limit\":500}");
        for (int i = 0; i < 3; i++) await world.ContactAsync(campaign, $"c{i}@acme.example");
        AccountUsage(world, 298);
        await world.ActivateAsync(campaign);
        string left = (await world.PendingAsync()).Single();
        (await world.PostAsync($"messages/{left}/approve")).Code.Should().Be("MSG_015");
        MarkusAnswer bulk = await world.PostAsync("messages/bulk", $$"""{"action":"approve","message_ids":["{{left}}"]}""");
        ((string)bulk.Data["results"]![0]!["error"]!["code"]!).Should().Be("MSG_015");
        world.State.Notifications.Select(notice => notice.Type.Value).Should().Contain("messages_pending_approval");
        await world.PassToAsync("2026-04-01T09:00:00Z");
        await world.ApproveAsync(left);
    }

    [Fact]
    public async Task The_AI_allowance_of_a_plan_ends_revision_and_analysis()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        string campaign = await world.CampaignAsync("\"product\":{\"name\":\"p\"}", "product_promotion");
        world.State.Change(world.State.Accounts.Single().Id, account => account with { Usage = world.State.Allowances.Usage(account) with { AiContent = 2500 } });
        MarkusAnswer answer = await world.PostAsync($"campaigns/{campaign}/analyze-product");
        (answer.Status, answer.Code, answer.Header("Retry-After")).Should().Be((429, "AI_004", null));
    }

    [Fact]
    public async Task The_account_is_warned_once_in_a_period_at_four_fifths()
    {
        await using MarkusWorld world = await MarkusWorld.StartAsync();
        MarkusAccount(world).PlanId = "free";
        await world.PostAsync("contacts/import", ContactImportTests.Rows(23));
        world.State.Notifications.Should().BeEmpty();
        await world.PostAsync("contacts/import", ContactImportTests.Rows(30));
        world.State.Notifications.Should().ContainSingle(notice => notice.Type == NotificationType.UsageWarning).Which.Body.Should().Be("24 of 30 contacts of this billing period are used.");
        await world.CampaignAsync();
        world.State.Notifications.Should().HaveCount(2, "the only campaign of the plan is used");
    }

    private static FakeServer.Markus.MarkusAccount MarkusAccount(MarkusWorld world) => world.Fake.Markus.Account;

    private static void AccountUsage(MarkusWorld world, int messages)
        => world.State.Change(world.State.Accounts.Single().Id, account => account with { Usage = world.State.Allowances.Usage(account) with { Messages = messages } });
}
