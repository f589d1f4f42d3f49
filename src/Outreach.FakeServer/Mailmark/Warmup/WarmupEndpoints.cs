using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Warmup progress over the wire.</summary>
internal static class WarmupEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map) => map("warmup.list", List);

    private static FakeResponse List(MailmarkCall call)
    {
        IReadOnlyList<string> domains = call.Key.DomainId is { } own ? [own] : [.. call.State.DomainsOfUser[call.Key.UserId].Select(domain => domain.Id)];
        string? wanted = call.Query("mailbox")?.ToLowerInvariant();
        List<WarmupMailbox> entries =
        [
            .. domains.SelectMany(call.Service.Warmup.Of)
                .OrderBy(row => row.Ordinal)
                .Select(row => Shape(row, call.State.Mailboxes.Find(row.MailboxId)?.FullAddress))
                .Where(entry => string.IsNullOrEmpty(wanted) || entry.Mailbox == wanted),
        ];
        return MailmarkResponse.Json(entries, MailmarkJson.Default.ListWarmupMailbox);
    }

    private static WarmupMailbox Shape(WarmupRow row, string? address) => new()
    {
        Mailbox = address,
        Status = new(row.Status),
        Speed = new(row.Speed),
        CurrentDay = row.CurrentDay,
        DailyLimit = row.DailyLimit,
        SentToday = row.SentToday,
        ReceivedToday = row.ReceivedToday,
        HealthScore = row.HealthScore,
        InboxRate = row.InboxRate,
        StartedAt = Millis.Instant(row.StartedAt),
        LastActivityAt = Millis.Instant(row.LastActivityAt),
    };
}
