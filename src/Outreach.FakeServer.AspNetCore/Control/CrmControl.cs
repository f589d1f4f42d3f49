using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer;

/// <summary>What other services would feed to the CRM or spoil there.</summary>
internal static class CrmControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/crm", "crm.get", call => new(Answer(call))),
        new("PATCH", "/crm/customers/{customer}", "crm.setCustomer", SetCustomerAsync),
        new("PATCH", "/crm/campaigns/{campaign}/counters", "crm.setCampaignCounters", SetCountersAsync),
        new("PUT", "/crm/segments/{segment}/system", "crm.setSystemSegment", SetSystemAsync),
        new("PUT", "/crm/connections/{connection}/expiry", "crm.setTokenExpiry", SetExpiryAsync),
        new("POST", "/crm/failures", "crm.failNext", FailAsync),
    ];

    private static ControlAnswer Answer(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("tenant", call.Fake.Crm.DefaultTenantId);
        writer.WriteString("subject", call.Fake.Crm.DefaultSubject);
        writer.WriteString("name", call.Fake.Crm.DefaultName);
        writer.WriteString("signingKey", call.Fake.Crm.SigningKey);
        writer.WriteEndObject();
    });

    private static async ValueTask<ControlAnswer> SetCustomerAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        Customer changed = await call.ActAsync(() => call.Fake.Crm.SetCustomer(call.Path("customer"), customer => CrmSection.Patch(customer, body))).ConfigureAwait(false);
        return ControlAnswer.Json(writer => JsonSerializer.Serialize(writer, changed, CrmJson.Default.Customer));
    }

    private static async ValueTask<ControlAnswer> SetCountersAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        int? sent = Counter("sentCount"), delivered = Counter("deliveredCount"), opened = Counter("openedCount"), clicked = Counter("clickedCount");
        int? converted = Counter("convertedCount"), unsubscribed = Counter("unsubscribedCount"), bounced = Counter("bouncedCount");
        body.End();
        Campaign changed = await call.ActAsync(() => call.Fake.Crm.SetCampaignCounters(call.Path("campaign"), campaign => campaign with
        {
            SentCount = sent ?? campaign.SentCount,
            DeliveredCount = delivered ?? campaign.DeliveredCount,
            OpenedCount = opened ?? campaign.OpenedCount,
            ClickedCount = clicked ?? campaign.ClickedCount,
            ConvertedCount = converted ?? campaign.ConvertedCount,
            UnsubscribedCount = unsubscribed ?? campaign.UnsubscribedCount,
            BouncedCount = bounced ?? campaign.BouncedCount,
        })).ConfigureAwait(false);
        return ControlAnswer.Json(writer => JsonSerializer.Serialize(writer, changed, CrmJson.Default.Campaign));

        int? Counter(string name) => (int?)body.Whole(name, 0, int.MaxValue);
    }

    private static async ValueTask<ControlAnswer> SetSystemAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        bool isSystem = body.Flag("isSystem") ?? throw body.Bad("isSystem", "is missing");
        body.End();
        return await call.ActAsync(() => { call.Fake.Crm.SetSystemSegment(call.Path("segment"), isSystem); }).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> SetExpiryAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        DateTimeOffset expiry = body.Time("expiry") ?? throw body.Bad("expiry", "is missing");
        body.End();
        return await call.ActAsync(() => call.Fake.Crm.SetTokenExpiry(call.Path("connection"), expiry)).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> FailAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string kind = body.Word("kind", "publication", "tokenRefresh", "messaging", "networkCall") ?? throw body.Bad("kind", "is missing");
        int times = (int)(body.Whole("times", 1, 10_000) ?? 1);
        string? error = kind == "publication" ? body.Text("error") : null;
        bool forGood = kind != "tokenRefresh" || (body.Flag("forGood") ?? true);
        body.End();
        return await call.ActAsync(() =>
        {
            if (kind == "messaging") call.Fake.Crm.FailNextMessaging(times);
            else if (kind == "networkCall") call.Fake.Crm.FailNextNetworkCall(times);
            else for (int i = 0; i < times; i++) Fail();
        }).ConfigureAwait(false);

        void Fail()
        {
            if (kind == "tokenRefresh") call.Fake.Crm.FailNextTokenRefresh(forGood);
            else if (error is null) call.Fake.Crm.FailNextPublication();
            else call.Fake.Crm.FailNextPublication(error);
        }
    }
}
