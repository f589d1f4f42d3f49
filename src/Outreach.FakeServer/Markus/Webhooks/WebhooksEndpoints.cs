using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The operations on webhook endpoints and their deliveries.</summary>
internal static class WebhooksEndpoints
{
    private const string Invalid = "HOOK_003";

    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("webhooks.list", List);
        routes.Map("webhooks.create", Create);
        routes.Map("webhooks.get", Get);
        routes.Map("webhooks.update", Update);
        routes.Map("webhooks.delete", Delete);
        routes.Map("webhooks.test", Test);
        routes.Map("webhooks.listDeliveries", ListDeliveries);
    }

    private static FakeResponse List(MarkusCall call)
        => call.Ok(call.State.Webhooks.EndpointsByAccount[call.AccountId].Reverse(), WebhookViews.Endpoint, MarkusJson.Default.WebhookEndpoint);

    private static FakeResponse Create(MarkusCall call)
    {
        MarkusBody body = call.Body(whole: Invalid);
        Optional<string?> url = Url(body, required: true);
        Optional<IReadOnlyList<WebhookEventSubscription>?> events = Events(body, required: true);
        Optional<string?> description = body.Fields.Text("description", nullable: true, max: 500);
        Optional<bool?> active = body.Fields.Flag("is_active");
        body.Check();
        WebhookEndpointRow endpoint = call.State.Webhooks.Endpoints.Add(new WebhookEndpointRow
        {
            AccountId = call.AccountId,
            Url = url.Value!,
            Description = description.Or(null),
            Events = events.Value!,
            IsActive = active.Or(true) ?? true,
            Secret = call.State.Webhooks.NewSecret(),
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        });
        return call.Ok(WebhookViews.Created(endpoint), MarkusJson.Default.CreatedWebhookEndpoint, 201);
    }

    private static FakeResponse Get(MarkusCall call) => call.Ok(WebhookViews.Endpoint(Find(call)), MarkusJson.Default.WebhookEndpoint);

    private static FakeResponse Update(MarkusCall call)
    {
        MarkusBody body = call.Body(whole: Invalid);
        Optional<string?> url = Url(body, required: false);
        Optional<IReadOnlyList<WebhookEventSubscription>?> events = Events(body, required: false);
        Optional<string?> description = body.Fields.Text("description", nullable: true, max: 500);
        Optional<bool?> active = body.Fields.Flag("is_active");
        body.RequireMember();
        body.Check();
        WebhookEndpointRow endpoint = Find(call);
        WebhookEndpointRow changed = endpoint with
        {
            Url = url.IsSet ? url.Value! : endpoint.Url,
            Events = events.IsSet ? events.Value! : endpoint.Events,
            Description = description.IsSet ? description.Value : endpoint.Description,
            IsActive = active.IsSet ? active.Value!.Value : endpoint.IsActive,
        };
        if (!SameRow.Is(endpoint, changed, MarkusStateJson.Default.WebhookEndpointRow)) endpoint = call.State.Webhooks.Endpoints.Update(changed with { UpdatedAt = call.Now });
        return call.Ok(WebhookViews.Endpoint(endpoint), MarkusJson.Default.WebhookEndpoint);
    }

    private static FakeResponse Delete(MarkusCall call)
    {
        WebhookEndpointRow endpoint = Find(call);
        call.State.Webhooks.Remove(endpoint);
        return call.Ok(new DeletedResource { Id = endpoint.Id, Deleted = true }, MarkusJson.Default.DeletedResource);
    }

    private static FakeResponse Test(MarkusCall call)
    {
        MarkusBody body = call.Body(required: false, whole: Invalid);
        Optional<WebhookEventType?> asked = body.Fields.OneOf<WebhookEventType>("event");
        body.Check();
        WebhookEndpointRow endpoint = Find(call);
        WebhookEventType type = asked is { IsSet: true, Value: { } chosen } ? chosen
            : endpoint.Events[0] == WebhookEventSubscription.All ? WebhookEventType.CampaignCreated
            : new WebhookEventType(endpoint.Events[0].Value);
        return call.State.Webhooks.Test(endpoint, type, delivery => delivery.ResponseStatus == 401
            ? throw new MarkusError("HOOK_001")
            : call.Ok(new WebhookTestResult { Delivered = delivery.Status == WebhookDeliveryStatus.Success, Delivery = WebhookViews.Delivery(delivery) }, MarkusJson.Default.WebhookTestResult));
    }

    private static FakeResponse ListDeliveries(MarkusCall call)
    {
        PageRequest page = call.Page();
        WebhookDeliveryStatus? status = call.QueryOneOf<WebhookDeliveryStatus>("status");
        WebhookEventType? type = call.QueryOneOf<WebhookEventType>("event_type");
        WebhookEndpointRow endpoint = Find(call);
        ListPage<WebhookDeliveryRow> deliveries = ListPage<WebhookDeliveryRow>.Of(
            page,
            call.State.Webhooks.DeliveriesByEndpoint[endpoint.Id].Reverse(),
            row => (status is null || row.Status == status) && (type is null || row.EventType == type));
        return call.Ok(deliveries, WebhookViews.Delivery, MarkusJson.Default.WebhookDelivery);
    }

    private static WebhookEndpointRow Find(MarkusCall call)
        => call.State.Webhooks.Endpoints.Find(call.Path("webhook_id")) is { } endpoint && endpoint.AccountId == call.AccountId ? endpoint : throw new MarkusError("SERVER_003");

    private static Optional<string?> Url(MarkusBody body, bool required)
    {
        Optional<string?> url = body.Fields.Text("url", required, max: 2048);
        if (url is { IsSet: true, Value: { } text } && WebhookUrl.Problem(text) is { } problem) body.Rule("url", problem);
        return url;
    }

    private static Optional<IReadOnlyList<WebhookEventSubscription>?> Events(MarkusBody body, bool required)
    {
        Optional<IReadOnlyList<WebhookEventSubscription>?> events = body.Fields.ManyOf<WebhookEventSubscription>("events", required, min: 1, max: 16);
        if (events is not { IsSet: true, Value: { } list }) return events;
        if (list.Distinct().Count() < list.Count) body.Rule("events", "must be distinct");
        else if (list.Count > 1 && list.Contains(WebhookEventSubscription.All)) body.Rule("events", "must have * alone or not at all");
        return events;
    }
}
