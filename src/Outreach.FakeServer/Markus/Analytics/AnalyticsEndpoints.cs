using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>Reports, counted from what is stored.</summary>
internal static class AnalyticsEndpoints
{
    private const int MostLeaders = 5;

    public static void Map(RouteTable<MarkusCall> routes)
    {
        routes.Map("analytics.overview", Overview);
        routes.Map("analytics.campaign", Campaign);
        routes.Map("analytics.performance", Performance);
        routes.Map("analytics.responseTimes", ResponseTimes);
        routes.Map("analytics.contactTypes", ContactTypes);
    }

    private static FakeResponse Overview(MarkusCall call)
    {
        AnalyticsPeriod period = AnalyticsPeriod.Of(call);
        MarkusState state = call.State;
        AccountRow account = call.Account;
        MessageTally all = new();
        Dictionary<string, MessageTally> campaigns = new(StringComparer.Ordinal);
        HashSet<string> contacted = new(StringComparer.Ordinal);
        HashSet<string> replied = new(StringComparer.Ordinal);
        Index<MessageRow>.Rows messages = state.MessagesByAccount[account.Id];
        foreach (MessageRow message in messages)
        {
            all.Add(message, at => period.Has(at));
            if (period.Has(message.SentAt)) (message.Direction == MessageDirection.Inbound ? replied : contacted).Add(message.ContactId);
            if (message.CampaignId is not { } campaignId) continue;
            if (!campaigns.TryGetValue(campaignId, out MessageTally? tally)) campaigns[campaignId] = tally = new MessageTally();
            tally.Add(message, at => period.Has(at));
        }

        return call.Ok(
            new AnalyticsOverview
            {
                Period = Range(period),
                Campaigns = new OverviewCampaignCounts
                {
                    Total = account.Campaigns.Existing,
                    Draft = account.Campaigns.Draft,
                    Active = account.Campaigns.Active,
                    Paused = account.Campaigns.Paused,
                    Completed = account.Campaigns.Completed,
                },
                Contacts = new OverviewContactCounts
                {
                    Total = account.ContactCount,
                    New = state.ContactsByAccount[account.Id].Count(contact => contact.DeletedAt is null && period.Has(contact.CreatedAt)),
                    Contacted = contacted.Count,
                    Replied = replied.Count,
                },
                Messages = all.Counts,
                Rates = all.Rates,
                PendingApproval = state.PendingMessages.Count(account.Id) + state.RevivedMessages.Count(account.Id),
                UnreadConversations = state.ConversationsByAccount[account.Id].Count(conversation => conversation.UnreadCount > 0),
                ByChannel = ByChannel(messages, period),
                TopCampaigns =
                [
                    .. state.CampaignsByAccount[account.Id]
                        .Select(campaign => (Row: campaign, Tally: campaigns.GetValueOrDefault(campaign.Id)))
                        .Where(campaign => campaign.Tally is { } tally && tally.Sent + tally.Replies > 0)
                        .OrderByDescending(campaign => campaign.Tally!.ReplyRate).ThenByDescending(campaign => campaign.Tally!.Sent).ThenBy(campaign => campaign.Row.Ordinal)
                        .Take(MostLeaders)
                        .Select(campaign => new CampaignLeader
                        {
                            CampaignId = campaign.Row.Id,
                            Name = campaign.Row.Name,
                            Sent = campaign.Tally!.Sent,
                            Replies = campaign.Tally.Replies,
                            ReplyRate = campaign.Tally.ReplyRate,
                        }),
                ],
            },
            MarkusJson.Default.AnalyticsOverview);
    }

    private static FakeResponse Campaign(MarkusCall call)
    {
        AnalyticsPeriod period = AnalyticsPeriod.Of(call);
        MarkusState state = call.State;
        CampaignRow campaign = CampaignsEndpoints.Find(call);
        List<MessageRow> messages = [.. state.MessagesByCampaign[campaign.Id]];
        MessageTally all = new();
        PerformanceIntervals daily = new(period, PerformanceInterval.Day);
        foreach (MessageRow message in messages)
        {
            all.Add(message, at => period.Has(at));
            daily.Add(message);
        }

        return call.Ok(
            new CampaignAnalytics
            {
                CampaignId = campaign.Id,
                Name = campaign.Name,
                Status = campaign.Status,
                Period = Range(period),
                Funnel = new CampaignFunnel
                {
                    Contacts = campaign.Counters.Contacts,
                    Contacted = Contacts(messages, message => message.Direction == MessageDirection.Outbound && message.SentAt is not null),
                    Delivered = Contacts(messages, message => message.DeliveredAt is not null),
                    Opened = Contacts(messages, message => message.OpenedAt is not null),
                    Replied = Contacts(messages, message => message.Direction == MessageDirection.Inbound),
                    Interested = state.ContactsByCampaign[campaign.Id].Count(contact => contact.Status == ContactStatus.Interested),
                },
                Messages = all.Counts,
                Rates = all.Rates,
                ByChannel = ByChannel(messages, period),
                ByStep = BySteps(state, campaign, messages, period),
                Daily = daily.Points,
            },
            MarkusJson.Default.CampaignAnalytics);
    }

    private static List<StepMetrics> BySteps(MarkusState state, CampaignRow campaign, List<MessageRow> messages, AnalyticsPeriod period)
    {
        Dictionary<int, int> replies = [];
        foreach ((MessageRow sent, MessageRow reply) in AnsweredMessages.Of(state, campaign.AccountId))
            if (sent.CampaignId == campaign.Id && sent.SequenceStep is { } step && period.Has(reply.SentAt)) replies[step] = replies.GetValueOrDefault(step) + 1;
        return
        [
            .. messages.Where(message => message.SequenceStep is not null).GroupBy(message => message.SequenceStep!.Value).OrderBy(step => step.Key)
                .Select(step => new StepMetrics
                {
                    SequenceStep = step.Key,
                    Sent = step.Count(message => period.Has(message.SentAt)),
                    Opened = step.Count(message => period.Has(message.OpenedAt)),
                    Replies = replies.GetValueOrDefault(step.Key),
                })
                .Where(step => step.Sent + step.Opened + step.Replies > 0),
        ];
    }

    private static FakeResponse Performance(MarkusCall call)
    {
        AnalyticsPeriod period = AnalyticsPeriod.Of(call);
        PerformanceInterval interval = call.QueryOneOf<PerformanceInterval>("interval") ?? PerformanceInterval.Day;
        string? campaignId = call.QueryId("campaign_id");
        MessageTally totals = new();
        PerformanceIntervals points = new(period, interval);
        foreach (MessageRow message in Messages(call, campaignId))
        {
            totals.Add(message, at => period.Has(at));
            points.Add(message);
        }

        return call.Ok(
            new PerformanceSeries { Period = Range(period), Interval = interval, CampaignId = campaignId, Points = points.Points, Totals = totals.Counts },
            MarkusJson.Default.PerformanceSeries);
    }

    private static FakeResponse ResponseTimes(MarkusCall call)
    {
        AnalyticsPeriod period = AnalyticsPeriod.Of(call);
        string? campaignId = call.QueryId("campaign_id");
        MarkusState state = call.State;
        bool known = campaignId is null || state.FindCampaign(call.AccountId, campaignId) is not null;
        List<(Channel Channel, long Seconds)> samples =
        [
            .. AnsweredMessages.Of(state, call.AccountId)
                .Where(pair => known && period.Has(pair.Reply.SentAt) && (campaignId is null || pair.Reply.CampaignId == campaignId))
                .Select(pair => (pair.Reply.Channel, (long)(pair.Reply.SentAt!.Value - pair.Sent.SentAt!.Value).TotalSeconds)),
        ];
        long[] sorted = [.. samples.Select(sample => sample.Seconds).Order()];
        return call.Ok(
            new ResponseTimeMetrics
            {
                Period = Range(period),
                CampaignId = campaignId,
                SampleSize = sorted.Length,
                AverageSeconds = Mean(sorted),
                MedianSeconds = sorted.Length == 0 ? null : Mean([sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]]),
                P90Seconds = sorted.Length == 0 ? null : sorted[(int)Math.Ceiling(sorted.Length * 0.9) - 1],
                FastestSeconds = sorted.Length == 0 ? null : sorted[0],
                SlowestSeconds = sorted.Length == 0 ? null : sorted[^1],
                ByChannel =
                [
                    .. Channel.Known.Select(channel => (Channel: channel, Seconds: samples.Where(sample => sample.Channel == channel).Select(sample => sample.Seconds).ToArray()))
                        .Where(channel => channel.Seconds.Length > 0)
                        .Select(channel => new ChannelResponseTime { Channel = channel.Channel, AverageSeconds = Mean(channel.Seconds), SampleSize = channel.Seconds.Length }),
                ],
                Distribution = [.. ResponseTimeBand.Known.Select(band => new ResponseTimeBucket { Label = band, Count = sorted.Count(seconds => Band(seconds) == band) })],
            },
            MarkusJson.Default.ResponseTimeMetrics);
    }

    private static FakeResponse ContactTypes(MarkusCall call)
    {
        string? campaignId = call.QueryId("campaign_id");
        MarkusState state = call.State;
        IEnumerable<ContactRow> contacts = campaignId is null ? state.ContactsByAccount[call.AccountId].Where(contact => contact.DeletedAt is null)
            : state.FindCampaign(call.AccountId, campaignId) is null ? Enumerable.Empty<ContactRow>() : state.ContactsByCampaign[campaignId];
        Dictionary<ContactType, int> counts = contacts.GroupBy(contact => contact.Type).ToDictionary(type => type.Key, type => type.Count());
        int total = counts.Values.Sum();
        return call.Ok(
            new ContactTypeDistribution
            {
                Total = total,
                CampaignId = campaignId,
                Distribution =
                [
                    .. ContactType.Known.Where(counts.ContainsKey).OrderByDescending(type => counts[type])
                        .Select(type => new ContactTypeShare { Type = type, Count = counts[type], Percentage = Math.Round(100d * counts[type] / total, 2, MidpointRounding.AwayFromZero) }),
                ],
            },
            MarkusJson.Default.ContactTypeDistribution);
    }

    private static IEnumerable<MessageRow> Messages(MarkusCall call, string? campaignId)
    {
        if (campaignId is null) return call.State.MessagesByAccount[call.AccountId];
        return call.State.FindCampaign(call.AccountId, campaignId) is null ? Enumerable.Empty<MessageRow>() : call.State.MessagesByCampaign[campaignId];
    }

    private static List<ChannelMetrics> ByChannel(IEnumerable<MessageRow> messages, AnalyticsPeriod period)
    {
        Dictionary<Channel, MessageTally> tallies = Channel.Known.ToDictionary(channel => channel, _ => new MessageTally());
        foreach (MessageRow message in messages) tallies[message.Channel].Add(message, at => period.Has(at));
        return
        [
            .. Channel.Known.Where(channel => !tallies[channel].IsEmpty)
                .Select(channel => new ChannelMetrics { Channel = channel, Messages = tallies[channel].Counts, Rates = tallies[channel].Rates }),
        ];
    }

    private static int Contacts(List<MessageRow> messages, Func<MessageRow, bool> which) => messages.Where(which).Select(message => message.ContactId).Distinct(StringComparer.Ordinal).Count();

    private static long? Mean(IReadOnlyCollection<long> seconds) => seconds.Count == 0 ? null : (long)Math.Round(seconds.Average(), MidpointRounding.AwayFromZero);

    private static ResponseTimeBand Band(long seconds) => seconds switch
    {
        < 3600 => ResponseTimeBand.UnderOneHour,
        < 4 * 3600 => ResponseTimeBand.From1To4Hours,
        < 24 * 3600 => ResponseTimeBand.From4To24Hours,
        < 72 * 3600 => ResponseTimeBand.From1To3Days,
        _ => ResponseTimeBand.OverThreeDays,
    };

    private static DateRange Range(AnalyticsPeriod period) => new() { StartDate = period.Start, EndDate = period.End };
}
