using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;

namespace Outreach.Docs.Snippets;

/// <summary>The snippets of <c>docs/webhooks.md</c>.</summary>
public static class WebhookSnippets
{
    public static void Receive(WebApplicationBuilder builder, WebApplication app, string secret)
    {
        builder.Services.AddDistributedMemoryCache();       // or Redis, SQL …: with a cache, an event that comes twice is handled once

        app.MapOutreachWebhooks("/hooks/markus", options => options.Secrets.Add(secret))
            .On<MessageOpenedEvent>((opened, cancellationToken) => Console.Out.WriteLineAsync($"opened: {opened.Data.Subject}"))
            .On<ConversationReplyReceivedEvent, ICrm>((reply, crm, cancellationToken) => crm.NoteAsync(reply.Data, cancellationToken))
            .OnUnknown((unknown, cancellationToken) => Console.Out.WriteLineAsync($"new here: {unknown.Type}"))     // a type that this version does not know, with its JSON
            .OnAny((any, cancellationToken) => Console.Out.WriteLineAsync($"{any.Type} {any.Id}"));
    }

    public static void BindSecrets(WebApplicationBuilder builder, WebApplication app)
    {
        builder.Services.Configure<OutreachWebhookOptions>(builder.Configuration.GetSection("Webhooks"));
        app.MapOutreachWebhooks("/hooks/markus");
    }

    public static int Verify(string secret, ReadOnlySpan<byte> body, string? signatureHeader)
    {
        WebhookVerifier verifier = new(secret);              // Add, Remove and Replace rotate, from any thread
        if (verifier.Verify(body, signatureHeader) is not WebhookVerification.Valid) return 401;
        if (!WebhookEvent.TryParse(body, out WebhookEvent? received)) return 400;
        return received is UnknownWebhookEvent ? 202 : 200;
    }

    public static void Reachkit(WebApplication app, OutreachClient outreach, byte[] expectedKey, Func<Lead, Task> HandleAsync)
    {
        app.MapPost("/hooks/reachkit/{key}", async (string key, HttpRequest request) =>
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), expectedKey)) return Results.NotFound();
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body);
            if (!ReachkitWebhookEvent.TryParse(body.GetBuffer().AsSpan(0, (int)body.Length), out ReachkitWebhookEvent? received)) return Results.BadRequest();
            if (received is LeadEvent { EventType: var type } lead && type == ReachkitWebhookEventType.LeadReplied)
                await HandleAsync(await outreach.Reachkit.Leads.GetAsync(lead.Data.CampaignId, lead.Data.LeadId));
            return Results.Ok();
        });
    }

    public static async Task TestAReceiver(WebApplication app)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        fake.Webhooks.DeliverTo(app.GetTestServer().CreateHandler());
        CreatedWebhookEndpoint endpoint = await fake.CreateClient().Markus.Webhooks.CreateAsync(new() { Url = "https://app.example/hooks/markus", Events = [WebhookEventSubscription.All] });

        await fake.Webhooks.TriggerAsync("markus", "message.opened");          // sample data, or your own JSON
        await fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));                    // or let the campaign live: what it tells has arrived when this returns
        fake.Webhooks.Inject(WebhookFault.CorruptSignature);                    // also Duplicate, Reorder, Fail
        fake.Webhooks.Deliveries.Should().OnlyContain(delivery => delivery.Outcome.Succeeded);
    }
}
