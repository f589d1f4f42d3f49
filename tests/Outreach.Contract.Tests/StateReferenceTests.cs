using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Outreach.Contract.Tests.Stories;
using Outreach.FakeServer;
using Outreach.FakeServer.Mailmark;
using Outreach.Sdk;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Reachkit;

namespace Outreach.Contract.Tests;

/// <summary>Whatever names a row in a state file leads to it, or the file is refused; only what may outlive its row is left alone.</summary>
public sealed class StateReferenceTests
{
    // Members that keep the name of a row that is gone.
    private static readonly string[] MayOutlive =
    [
        "crm.activities.value.metadata.campaignId", "crm.activities.value.metadata.journeyId", "crm.activities.value.metadata.loserId", "crm.activities.value.metadata.noteId", "crm.activities.value.sourceId",
        "crm.journeys.value.campaignId", "crm.journeys.value.triggerConfig.segmentId", "crm.posts.value.campaignId", "crm.posts.value.connectionId", "crm.promotions.value.segmentId",
        "mailmark.domains.userId", "mailmark.emails.userId", "mailmark.enrollments.sequenceId", "mailmark.keys.domainId", "mailmark.keys.userId", "mailmark.mailboxes.userId",
        "mailmark.scheduled.emailId", "mailmark.scheduled.mailboxId", "mailmark.sequences.mailboxId", "mailmark.contacts.userId", "mailmark.warmup.mailboxId", "mailmark.warmup.userId",
        "markus.discoveryJobs.results.targetProfileId", "markus.discoveryJobs.targetProfileIds", "markus.discoveryJobs.targets.profileId", "markus.messages.senderId", "markus.notifications.link.resourceId",
        "outbox.campaignId", "outbox.headers.value", "outbox.messageId",
    ];

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task Every_name_of_a_row_is_declared_or_may_outlive_it(string name)
    {
        HashSet<string> known = [.. new World(new FakeOptions()).References.Select(reference => $"{reference.Part}.{reference.Member}"), .. MayOutlive];
        SortedSet<string> undeclared = new(StringComparer.Ordinal);
        await PlayAsync(name, parts =>
        {
            HashSet<string> ids = [];
            foreach ((_, JsonNode? rows) in parts)
                foreach (JsonNode? row in rows as JsonArray ?? [])
                    if (row is JsonObject { } it && it["ordinal"] is not null && it["id"]!.GetValue<string>() is { Length: > 10 } id) ids.Add(id);
            foreach ((string part, JsonNode? rows) in parts)
                foreach (JsonNode? row in rows as JsonArray ?? [])
                    if (row is not null) Walk(row, part, (path, value) =>
                    {
                        if (ids.Contains(value) && !known.Contains(path) && path != $"{part}.id") undeclared.Add(path);
                    });
        });

        undeclared.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Api.EveryApi), MemberType = typeof(Api))]
    public async Task Every_reference_that_is_led_to_nothing_is_refused_by_table_row_and_member(string name)
    {
        // Pairs of tables and what is no list of rows have tests of their own.
        List<Reference> unmet = [.. new World(new FakeOptions()).References.Where(reference => reference.Part.StartsWith(name, StringComparison.Ordinal) && reference.Member is not ("ordinal" or ""))];
        int declared = unmet.Count;
        await PlayAsync(name, parts => unmet.RemoveAll(reference =>
        {
            if (Find(parts[reference.Part]!, reference.Member.Split('.')) is not (var row, var leaf)) return false;
            JsonNode nothing = leaf.GetValueKind() == JsonValueKind.Number ? 4711 : "nothing";
            leaf.ReplaceWith(nothing);
            Action read = () => StateFile.ReadParts(new World(new FakeOptions()), JsonSerializer.SerializeToElement(parts));
            read.Should().Throw<FormatException>().WithMessage($"part '{reference.Part}' cannot be read: {(row is null ? "" : $"[{row}].")}{reference.Member.Split('.')[0]}*{nothing}*.");
            nothing.ReplaceWith(leaf);
            return true;
        }));

        declared.Should().BePositive();
        unmet.Select(reference => $"{reference.Part}.{reference.Member}").Should().BeEmpty();
    }

    // The first row that has the member, and what it holds there.
    private static (int? Row, JsonNode Leaf)? Find(JsonNode part, string[] path)
    {
        if (part is not JsonArray rows) return Leaf(part, path) is { } only ? (null, only) : null;
        for (int i = 0; i < rows.Count; i++)
            if (rows[i] is { } row && Leaf(row, path) is { } leaf) return (i, leaf);
        return null;
    }

    private static JsonNode? Leaf(JsonNode? node, string[] path) => node switch
    {
        JsonArray items => items.Select(item => Leaf(item, path)).FirstOrDefault(leaf => leaf is not null),
        JsonObject members => path.Length == 0 ? null : Leaf(members[path[0]], path[1..]),
        JsonValue value when path.Length == 0 && value.ToString() != "-1" => value,
        _ => null,
    };

    private static void Walk(JsonNode node, string path, Action<string, string> found)
    {
        if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members)
                if (member is not null) Walk(member, $"{path}.{name}", found);
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                if (item is not null) Walk(item, path, found);
        }
        else if (node.GetValueKind() == JsonValueKind.String)
        {
            found(path, node.GetValue<string>());
        }
    }

    // Calls every operation of an API, with what its story leaves out, and looks at the world after each call.
    private static async Task PlayAsync(string name, Action<JsonObject> look)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { RateLimits = false });
        fake.Mailmark.Add(new MailmarkFixtures
        {
            Unsubscribes = [new() { Domain = "acme.dev", Email = "lou@acme.example" }],
            WarmingSchedules = [new() { Domain = "acme.dev", DailyLimit = 1000 }],
            WarmupMailboxes = [new() { Mailbox = "hello@acme.dev" }],
        });
        fake.Reachkit.Workspace.AddWebhook("https://app.example/hook");
        OutreachClientOptions options = new();
        fake.CreateClient(given => options = given).Dispose();
        using OutreachClient client = new(options, new Looking(fake, look), disposeHandler: true);
        await Story.Of(name, fake, client).PlayAsync();
        if (name == "reachkit") await SendTwiceAsync(fake, client.Reachkit);
        if (name == "crm") await BranchAsync(client.Crm);
        if (name == "markus") await client.Markus.Credits.Invoking(credits => credits.PurchaseAsync((Outreach.Sdk.Markus.CreditPaymentHeader?)null)).Should().ThrowAsync<OutreachApiException>();
    }

    private static async Task SendTwiceAsync(OutreachFake fake, ReachkitClient reachkit)
    {
        string inbox = fake.Reachkit.AddInbox(new() { Email = "kim@reach.example", IsWarming = true });
        string campaign = (await reachkit.Campaigns.CreateAsync(new() { Name = "Q2" })).Id;
        await reachkit.Campaigns.AttachInboxesAsync(campaign, new() { InboxIds = [inbox] });
        await reachkit.Sequences.CreateAsync(campaign, new() { DelayDays = 1 });
        foreach (Sequence step in await reachkit.Sequences.ListAsync(campaign)) await reachkit.Sequences.UpdateVariantAsync(campaign, step.Variants[0].Id, new() { Subject = "Hi" });
        await reachkit.Sequences.CreateAsync(campaign, new() { DelayDays = 1 });
        await reachkit.Leads.CreateAsync(campaign, new() { Email = "ann@acme.example" });
        await reachkit.Campaigns.UpdateAsync(campaign, new() { Status = Outreach.Sdk.Reachkit.CampaignStatus.Active });
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(8));
        (await reachkit.Campaigns.AnalyticsAsync(campaign)).Sent.Should().Be(2);
    }

    private static async Task BranchAsync(CrmClient crm)
    {
        string journey = (await crm.Journeys.CreateAsync(new() { Name = "Branches", TriggerType = "MANUAL" })).Id;
        string last = (await crm.JourneySteps.CreateAsync(journey, new SendStep(Channel.Email, "welcome"))).Id;
        await crm.JourneySteps.CreateAsync(journey, new CreateJourneyStepRequest { Type = JourneyStepType.Condition, Config = new() { EventType = "teetime.booked" }, NextStepId = last, NextStepYesId = last, NextStepNoId = last });
        await crm.JourneySteps.CreateAsync(journey, new CreateJourneyStepRequest { Type = JourneyStepType.Split, Config = new() { Variants = [new() { Name = "A", Percentage = 50, NextStepId = last }, new() { Name = "B", Percentage = 50 }] } });
    }

    private sealed class Looking(OutreachFake fake, Action<JsonObject> look) : DelegatingHandler(fake.CreateHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream, JsonBody.WriterOptions)) StateFile.WriteWorld(writer, "default", fake.World);
            look((JsonObject)JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!["parts"]!);
            return response;
        }
    }
}
