using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;
using WebhookReceiver;

// One end: an app that receives webhooks on a free port of this machine.
ReceivedEvents received = new();
ICollection<string> secrets = null!;
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSingleton(received);

await using WebApplication app = builder.Build();
app.MapOutreachWebhooks("/hooks/markus", options => secrets = options.Secrets)
    .OnAny((e, _) => received.AddAsync(e))
    .On<ConversationReplyReceivedEvent>((reply, _) => Console.Out.WriteLineAsync($"             \"{reply.Data.Message?.Body}\""))
    .On<MessageBouncedEvent>((bounced, _) => Console.Out.WriteLineAsync($"             {bounced.Data.Failure?.Message}"));
await app.StartAsync();
Uri hook = new(new Uri(app.Urls.Single()), "/hooks/markus");
Console.WriteLine($"receiver     listens on {hook}");

// The other end: Markus, in memory, which posts to that address over real HTTP.
await using OutreachFake fake = await OutreachFake.StartAsync();
using OutreachClient client = fake.CreateClient();
CreatedWebhookEndpoint endpoint = await client.Markus.Webhooks.CreateAsync(new() { Url = hook.AbsoluteUri, Events = [WebhookEventSubscription.All] });
Console.WriteLine($"Markus       has the endpoint {endpoint.Id}");

try
{
    await client.Markus.Webhooks.TestAsync(endpoint.Id);
}
catch (OutreachValidationException refused)
{
    Console.WriteLine($"Markus       test refused, {refused.Code}: the receiver does not know the secret yet");
}

secrets.Add(endpoint.Secret);
WebhookTestResult test = await client.Markus.Webhooks.TestAsync(endpoint.Id);
Console.WriteLine($"Markus       test answered {test.Delivery.ResponseStatus}");

// A campaign with three contacts: one opens and answers, one bounces, one stays silent.
Campaign campaign = await client.Markus.Campaigns.CreateAsync(new() { Name = "Spring blend", ObjectiveType = ObjectiveType.Custom });
foreach (string email in (string[])["dana+open+reply@acme.example", "bea+bounce@acme.example", "cy@acme.example"])
    await client.Markus.Contacts.CreateAsync(new() { CampaignId = campaign.Id, Email = email });
await client.Markus.Campaigns.UpdateAsync(campaign.Id, new() { Status = CampaignStatus.Active });
Page<PendingMessage> pending = await client.Markus.Messages.ListPendingAsync();
await client.Markus.Messages.BulkActionAsync(new() { Action = BulkMessageAction.Approve, MessageIds = [.. pending.Items.Select(message => message.Id)] });
await fake.Clock.AdvanceAsync(TimeSpan.FromDays(1));

// Somebody else knocks, without the secret and with an event of their own making.
using HttpClient stranger = new();
using HttpRequestMessage forged = new(HttpMethod.Post, hook) { Content = new StringContent("""{"id":"evt_1","type":"campaign.deleted","created_at":"2026-03-02T09:00:00Z","data":{"id":"1","name":"","status":"deleted"}}""", Encoding.UTF8, "application/json") };
forged.Headers.Add(WebhookVerifier.SignatureHeader, new string('0', 64));
using HttpResponseMessage answer = await stranger.SendAsync(forged);
Console.WriteLine($"stranger     answered {(int)answer.StatusCode}");

List<WebhookDelivery> log = [];
await foreach (WebhookDelivery delivery in client.Markus.Webhooks.ListAllDeliveriesAsync(endpoint.Id)) log.Add(delivery);
int delivered = log.Count(delivery => delivery.Status == WebhookDeliveryStatus.Success);
Console.WriteLine($"Markus       delivered {delivered} of {log.Count}; the first was the refused test");
Console.WriteLine($"receiver     handled {received.Count}");
await app.StopAsync();
return answer.StatusCode == HttpStatusCode.Unauthorized && delivered == log.Count - 1 && received.Count == delivered && received.Has<ConversationReplyReceivedEvent>() ? 0 : 1;
