using Microsoft.AspNetCore.Http;
using Outreach.FakeServer.Markus;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer;

/// <summary>What the host of Markus could do and a caller of its API cannot.</summary>
internal static class MarkusControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("PATCH", "/markus/channels/{channel}", "markus.setChannel", SetChannelAsync) { Queries = ["account"] },
        new("DELETE", "/markus/channels/{channel}", "markus.disconnect", DisconnectAsync) { Queries = ["account"] },
        new("POST", "/markus/messages/{message}/report", "markus.report", ReportAsync) { Queries = ["account"] },
        new("POST", "/markus/notices", "markus.notify", NotifyAsync) { Queries = ["account"] },
    ];

    private static MarkusAccount Account(ControlCall call) => call.Fake.Markus.Of(call.Query("account"));

    private static async ValueTask<ControlAnswer> SetChannelAsync(ControlCall call)
    {
        Channel channel = ChannelOf(call);
        StrictObject body = call.Body();
        ConnectedAccountStatus? status = body.Word("status", [.. ConnectedAccountStatus.Known.Select(known => known.Value!)]) is { } word ? new ConnectedAccountStatus(word) : null;
        int? dailyLimit = (int?)body.Whole("dailyLimit", 1, 1_000_000);
        body.End();
        return await call.ActAsync(() => Account(call).SetChannel(channel, status, dailyLimit)).ConfigureAwait(false);
    }

    private static ValueTask<ControlAnswer> DisconnectAsync(ControlCall call)
    {
        Channel channel = ChannelOf(call);
        return call.ActAsync(() => Account(call).Disconnect(channel));
    }

    private static async ValueTask<ControlAnswer> ReportAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string outcome = body.Word("outcome", "delivered", "opened", "bounced") ?? throw body.Bad("outcome", "is missing");
        string reason = (outcome == "bounced" ? body.Text("reason") : null) ?? "mailbox does not exist";
        body.End();
        return await call.ActAsync(() =>
        {
            MarkusAccount account = Account(call);
            if (outcome == "delivered") account.ReportDelivered(call.Path("message"));
            else if (outcome == "opened") account.ReportOpened(call.Path("message"));
            else account.ReportBounced(call.Path("message"), reason);
        }).ConfigureAwait(false);
    }

    private static async ValueTask<ControlAnswer> NotifyAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string title = body.NeedText("title"), text = body.NeedText("body");
        if (string.IsNullOrWhiteSpace(title)) throw body.Bad("title", "is empty");
        body.End();
        string id = await call.ActAsync(() => Account(call).Notify(title, text)).ConfigureAwait(false);
        return ControlAnswer.Json(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("id", id);
                writer.WriteEndObject();
            },
            StatusCodes.Status201Created);
    }

    private static Channel ChannelOf(ControlCall call)
    {
        Channel channel = new(call.Path("channel"));
        return Channel.Known.Contains(channel) ? channel : throw ControlProblem.NotFound($"There is no channel '{channel}'; there are {string.Join(", ", Channel.Known)}.");
    }
}
