using System.Net;
using System.Text;
using Outreach.Sdk.Crm;
using Outreach.Sdk.Mailmark;
using Outreach.Sdk.Markus;
using Outreach.Sdk.Reachkit;
using Outreach.Sdk.Tests.Support;

namespace Outreach.Sdk.Tests.Robustness;

/// <summary>Valid answers and webhooks, broken at random from a seed: only the documented exceptions come out.</summary>
public sealed class MutationTests
{
    private const int PerReader = 20_000;

    private static readonly string[] Answers =
    [
        """{"success":true,"data":[{"id":"7d3c2f0e-5b1a-4c8e-9f47-2a6b8c1d0e11","name":"Tidepool","status":"active","channels":["email"],"contact_count":24,"created_at":"2026-03-02T09:15:00Z","deleted_at":null}],"pagination":{"page":1,"limit":20,"total":1,"total_pages":1,"has_more":false}}""",
        """{"success":false,"error":{"code":"SERVER_002","message":"request validation failed","requestId":"req_8f3k2m9x7q1z","details":[{"field":"name","message":"is required"}]}}""",
        """{"data":[{"id":"5e0c9a3d-1c57-4b0f-8f6e-6b1f3f2d9a01","email":"a@b.c","variables":{"a":1,"b":null},"created_at":"2026-05-13T15:42:09Z"}],"metadata":{"page":1,"page_size":30,"total_count":1,"total_pages":1}}""",
        """[{"id":"jd7a3k9m2q4x6z8c0e2g4j6m8p0r2t4v","address":"hello","fullAddress":"hello@acme.dev","displayName":null}]""",
        """{"data":[{"id":"3f0c1c9e","type":"WAIT","stepNumber":1,"config":{"duration":1,"unit":"DAYS"},"nextStepId":null}],"meta":{"total":1,"skip":0,"take":25,"hasMore":false}}""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_broken_answer_gives_a_value_or_a_documented_exception(int reader)
    {
        Random random = new(reader);
        byte[] body = [];
        int status = 200;
        Answering handler = new(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } } });
        OutreachClientOptions options = Clients.Options(TimeProvider.System);
        options.MaxRetries = 0;
        options.Reachkit.ApiKey = "rk_0123456789abcdefghijklmnopqrstuv";
        options.Mailmark.ApiKey = "dm_live_0123456789abcdef0123456789abcdef0123456789abcdef";
        (options.Crm.ApiKey, options.Crm.BaseAddress, options.Crm.TenantId) = ("eyJhbGciOiJIUzI1NiJ9.e30.c2ln", new Uri("https://crm.example/"), "t");
        using OutreachClient client = new(options, handler);

        for (int i = 0; i < PerReader; i++)
        {
            body = Mutate(random, Encoding.UTF8.GetBytes(Answers[random.Next(Answers.Length)]));
            status = random.Next(4) == 0 ? 400 + random.Next(130) : 200;
            try
            {
                await (reader switch
                {
                    1 => client.Markus.Campaigns.ListAsync(cancellationToken: TestContext.Current.CancellationToken),
                    2 => client.Reachkit.Leads.ListAsync("c", cancellationToken: TestContext.Current.CancellationToken),
                    3 => client.Mailmark.Mailboxes.ListAsync(cancellationToken: TestContext.Current.CancellationToken),
                    _ => (Task)client.Crm.JourneySteps.ListAsync("j", cancellationToken: TestContext.Current.CancellationToken),
                });
            }
            catch (OutreachException)
            {
                // The documented way for a bad answer.
            }
        }
    }

    [Fact]
    public void A_broken_webhook_gives_an_event_or_is_refused()
    {
        Random random = new(5);
        byte[] valid = Encoding.UTF8.GetBytes("""{"id":"evt_0b5fbfaf-ac6f-4e86-b844-e2eb5e59271e","type":"conversation.reply_received","created_at":"2026-03-02T10:00:00Z","data":{"id":"877dfa89","contact_id":"9cfe8dfe","channel":"email","unread_count":1,"message":{"id":"1","subject":"Re","body":"ok","received_at":"2026-03-02T10:00:00Z"}}}""");

        for (int i = 0; i < PerReader; i++)
        {
            byte[] body = Mutate(random, valid);
            try
            {
                WebhookEvent parsed = WebhookEvent.Parse(body);
                parsed.Type.Should().NotBeNull();
            }
            catch (System.Text.Json.JsonException)
            {
                // The documented way for a body that is no event.
            }
        }
    }

    private static byte[] Mutate(Random random, byte[] valid)
    {
        List<byte> bytes = [.. valid];
        for (int edits = random.Next(1, 6); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}[]\",:0-nt"[random.Next(11)]); break;
                case 3: bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at)); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(60), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}
