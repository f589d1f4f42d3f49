using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>README.md</c>.</summary>
public static class ReadmeSnippets
{
    public static async Task InAnApp()
    {
        using OutreachClient outreach = new(Environment.GetEnvironmentVariable("OUTREACH_KEY")!);

        Campaign campaign = await outreach.Markus.Campaigns.CreateAsync(new()
        {
            Name = "Q1 outreach",
            ObjectiveType = ObjectiveType.ProductPromotion,
        });

        try
        {
            await outreach.Markus.Contacts.CreateAsync(new() { Name = "Dana", Email = "dana@acme.example", CampaignId = campaign.Id });
        }
        catch (OutreachConflictException e) when (e.Code == MarkusErrorCodes.Cont002)
        {
            Console.WriteLine("Dana is known already");
        }

        await foreach (Contact contact in outreach.Markus.Contacts.ListAllAsync(new() { CampaignId = campaign.Id }))
            Console.WriteLine(contact.Email);
    }

    public static void InAWebhookReceiver(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDistributedMemoryCache();   // with a cache, an event that comes twice is handled once
        WebApplication app = builder.Build();

        app.MapOutreachWebhooks("/hooks/markus", options => options.Secrets.Add(builder.Configuration["Markus:WebhookSecret"]!))
            .On<ConversationReplyReceivedEvent>((reply, cancellationToken) =>
            {
                Console.WriteLine($"an answer: {reply.Data.Id}");
                return Task.CompletedTask;
            });

        app.Run();
    }

    [Runs]
    public static async Task InATest()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();      // no network, no port, no waiting
        using OutreachClient client = fake.CreateClient();

        Campaign campaign = await client.Markus.Campaigns.CreateAsync(new()
        {
            Name = "Three days later",
            ObjectiveType = ObjectiveType.Custom,
            Settings = new() { RequireApproval = false },
        });
        await client.Markus.Contacts.CreateAsync(new() { Email = "dana+reply@acme.example", CampaignId = campaign.Id });
        fake.Faults.Add("markus.campaigns.update", FaultEffect.Throttle(TimeSpan.FromSeconds(45)));   // survived: the client waits, virtually
        await client.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });

        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));                  // messages go out, answers come in

        Page<Conversation> conversations = await client.Markus.Conversations.ListAsync();
        Console.WriteLine($"{fake.Outbox.Count} sent, {conversations.Items.Count} conversation(s), it is {fake.Clock.Now:u}");
    }
}
