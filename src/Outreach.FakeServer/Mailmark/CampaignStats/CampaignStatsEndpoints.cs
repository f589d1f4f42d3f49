using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Counts and rates of sequences and batches over the wire.</summary>
internal static class CampaignStatsEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map) => map("campaignStats.get", Get);

    private static FakeResponse Get(MailmarkCall call)
    {
        // A key with a domain reports on it even when its recorded scope is the organisation.
        IReadOnlyList<string> domains = call.Key.DomainId is { } own ? [own] : [.. call.DomainsInScope().Select(domain => domain.Id)];
        string type = call.Query("type") is { Length: > 0 } given ? given : "all";
        Outreach.Sdk.Mailmark.CampaignStats stats = new()
        {
            Sequences = type is "all" or "sequence" ? [.. domains.SelectMany(domain => Sequences(call, domain))] : null,
            Batches = type is "all" or "batch" ? [.. domains.SelectMany(domain => Batches(call, domain))] : null,
        };
        return MailmarkResponse.Json(stats, MailmarkJson.Default.CampaignStats);
    }

    private static IEnumerable<SequenceCampaignStats> Sequences(MailmarkCall call, string domainId)
    {
        string? wanted = call.Query("sequenceId");
        foreach (SequenceRow sequence in call.State.SequencesOfDomain[domainId])
        {
            if (!string.IsNullOrEmpty(wanted) && sequence.Id != wanted) continue;
            EnrollmentStats counts = call.Service.Sequences.Count(sequence);
            yield return new SequenceCampaignStats
            {
                Id = sequence.Id,
                Name = sequence.Name,
                Status = new(sequence.Status),
                Stats = new SequenceCounts
                {
                    Total = counts.Total,
                    Active = counts.Active,
                    Completed = counts.Completed,
                    Replied = counts.Replied,
                    Bounced = counts.Bounced,
                    Cancelled = counts.Cancelled,
                    ReplyRate = ScriptRules.Rate(counts.Replied, counts.Total),
                    BounceRate = ScriptRules.Rate(counts.Bounced, counts.Total),
                },
            };
        }
    }

    private static IEnumerable<BatchCampaignStats> Batches(MailmarkCall call, string domainId)
    {
        string? wanted = call.Query("batchId");
        Dictionary<string, (long SentAt, DeliveryCounts Counts)> batches = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (EmailRow email in call.Service.Mail.SentOf(domainId))
        {
            if (email.BatchId is not { } id || (!string.IsNullOrEmpty(wanted) && id != wanted)) continue;
            if (!batches.TryGetValue(id, out (long SentAt, DeliveryCounts Counts) batch))
            {
                order.Add(id);
                batch = (email.Date, default);
            }

            batches[id] = (Math.Min(batch.SentAt, email.Date), batch.Counts + email);
        }

        return order.Select(id => Shape(id, batches[id].SentAt, batches[id].Counts));
    }

    private static BatchCampaignStats Shape(string id, long sentAt, DeliveryCounts counts) => new()
    {
        BatchId = id,
        SentAt = Millis.Instant(sentAt),
        Stats = new BatchCounts
        {
            Total = counts.Total,
            Delivered = counts.Delivered,
            Bounced = counts.Bounced,
            Failed = counts.Failed,
            Opened = counts.Opened,
            Clicked = counts.Clicked,
            Replied = counts.Replied,
            OpenRate = ScriptRules.Rate(counts.Opened, counts.Total),
            ClickRate = ScriptRules.Rate(counts.Clicked, counts.Total),
            ReplyRate = ScriptRules.Rate(counts.Replied, counts.Total),
            BounceRate = ScriptRules.Rate(counts.Bounced, counts.Total),
        },
    };
}
