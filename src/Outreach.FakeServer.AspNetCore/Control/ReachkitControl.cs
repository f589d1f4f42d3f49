using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer;

/// <summary>What happens to Reachkit outside its API.</summary>
internal static class ReachkitControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("PUT", "/reachkit/inboxes/{inbox}/connection", "reachkit.setConnection", SetConnectionAsync),
        new("POST", "/reachkit/inboxes/{inbox}/spam", "reachkit.addWarmupSpam", AddSpamAsync),
        new("POST", "/reachkit/messages/{message}/bounce", "reachkit.bounce", call => call.ActAsync(() => call.Fake.Reachkit.Bounce(call.Path("message")))),
        new("POST", "/reachkit/leads/{lead}/unsubscribe", "reachkit.unsubscribe", call => call.ActAsync(() => call.Fake.Reachkit.Unsubscribe(call.Fake.Reachkit.UnsubscribeToken(call.Path("lead"))))),
        new("DELETE", "/reachkit/webhooks/{webhook}", "reachkit.removeWebhook", call => call.ActAsync(() => call.Fake.Reachkit.Of(call.Query("workspace")).RemoveWebhook(call.Path("webhook")))) { Queries = ["workspace"] },
    ];

    private static async ValueTask<ControlAnswer> SetConnectionAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string status = body.Word("status", [.. ConnectionStatus.Known.Select(known => known.Value!)]) ?? throw body.Bad("status", "is missing");
        body.End();
        return await call.ActAsync(() => call.Fake.Reachkit.SetConnection(call.Path("inbox"), new ConnectionStatus(status))).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> AddSpamAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        int count = (int)(body.Whole("count", 1, 1_000_000) ?? throw body.Bad("count", "is missing"));
        body.End();
        return await call.ActAsync(() => call.Fake.Reachkit.AddWarmupSpam(call.Path("inbox"), count)).ConfigureAwait(false);
    }
}
