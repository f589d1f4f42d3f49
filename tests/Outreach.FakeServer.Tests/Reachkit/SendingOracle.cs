namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>
/// Section 6.2 of the contract taken word for word: every whole minute, every campaign, every lead, with nothing remembered between
/// minutes but what was sent. Slow and plain, so that what the server sends can be held against it.
/// </summary>
internal sealed class SendingOracle
{
    private static readonly string[] FreeMail = ["gmail.com", "outlook.com"];

    public List<Campaign> Campaigns { get; } = [];

    public List<Inbox> Inboxes { get; } = [];

    public HashSet<string> Blocked { get; } = [];

    public List<string> Sent { get; } = [];

    /// <summary>Runs the passes of all whole minutes after one instant, up to and with another.</summary>
    public void Run(DateTimeOffset after, DateTimeOffset until)
    {
        DateTimeOffset minute = new((after.UtcTicks / TimeSpan.TicksPerMinute + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        for (; minute <= until; minute = minute.AddMinutes(1)) Pass(minute);
    }

    /// <summary>Percent of the planned emails that are sent or spared.</summary>
    public int Progress(Campaign campaign)
    {
        int planned = campaign.Steps.Count * campaign.Leads.Count;
        return planned == 0 ? 0 : 100 * campaign.Leads.Sum(lead => IsHalted(campaign, lead) ? campaign.Steps.Count : lead.Position) / planned;
    }

    /// <summary>The numbers of section 3.11, counted from what was sent and answered: headline, days with numbers, variants.</summary>
    public static string Numbers(Campaign campaign)
    {
        var emails = campaign.Leads.SelectMany(lead => lead.Emails.Select(email => (Lead: lead, Email: email))).ToList();
        string headline = $"{emails.Count} {campaign.Leads.Count(lead => lead.Emails.Count > 0)} {campaign.Leads.Count(lead => lead.HasReplied)} {campaign.Leads.Count(lead => lead.IsPositive)} {campaign.Leads.Sum(lead => lead.Bounces)}";
        IEnumerable<string> days = emails.Select(pair => campaign.Local(pair.Email.At).Date).Concat(campaign.Leads.Where(lead => lead.HasReplied).Select(lead => campaign.Local(lead.RepliedAt).Date)).Distinct().Order()
            .Select(day => $"{day:MM-dd} {emails.Count(pair => campaign.Local(pair.Email.At).Date == day)}/{campaign.Leads.Count(lead => lead.HasReplied && campaign.Local(lead.RepliedAt).Date == day)}");
        IEnumerable<string> variants = campaign.Steps.SelectMany(step => step.Variants)
            .Select(variant => $"{emails.Count(pair => pair.Email.Variant == variant)}/{campaign.Leads.Count(lead => lead.Credited == variant)}/{campaign.Leads.Count(lead => lead.Credited == variant && lead.IsPositive)}");
        return $"{headline} | {string.Join(' ', days)} | {string.Join(' ', variants)}";
    }

    private void Pass(DateTimeOffset now)
    {
        foreach (Lead lead in Campaigns.SelectMany(campaign => campaign.Leads).Where(lead => lead.Kind is null && lead.CreatedAt <= now.AddSeconds(-60)))
            lead.Kind = lead.Domain switch { "gmail.com" => "google", "outlook.com" => "microsoft", _ => "other" };
        HashSet<Inbox> used = [];
        foreach (Campaign campaign in Campaigns.Where(campaign => campaign.IsActive).OrderBy(campaign => campaign.LaunchedAt).ThenBy(Campaigns.IndexOf).ToList())
        {
            DateTime local = campaign.Local(now);
            (bool enabled, TimeSpan? start, TimeSpan? end) = campaign.Days[((int)local.DayOfWeek + 6) % 7];
            if (!enabled || local.TimeOfDay < (start ?? campaign.Start) || local.TimeOfDay >= (end ?? campaign.End)) continue;
            int budget = campaign.DailyLimit - campaign.Sends.Count(at => campaign.Local(at).Date == local.Date);
            foreach (Lead lead in Candidates(campaign, local.Date))
            {
                if (budget <= 0) break;
                Variant? variant = campaign.Steps[lead.Position].Variants.Where(variant => variant is { Enabled: true, Subject: not null }).MinBy(variant => variant.Sent);
                if (variant is null) continue;
                if (Pick(campaign, lead, local.Date, used) is not { } inbox) continue;
                used.Add(inbox);
                inbox.Sends.Add(now);
                campaign.Sends.Add(now);
                variant.Sent++;
                lead.Position++;
                lead.Emails.Add((now, inbox, variant));
                Sent.Add($"{now:MM-dd HH:mm} {inbox.Email} {lead.Email} {variant.Subject}");
                budget--;
            }
        }
    }

    private List<Lead> Candidates(Campaign campaign, DateTime today)
    {
        List<Lead> going = [.. campaign.Leads.Where(lead => lead.Position < campaign.Steps.Count && !IsHalted(campaign, lead))];
        return [
            .. going.Where(lead => lead.Position > 0).Select(lead => (Lead: lead, Due: campaign.Local(lead.Emails[^1].At).Date.AddDays(campaign.Steps[lead.Position - 1].Delay)))
                .Where(pair => pair.Due <= today).OrderBy(pair => pair.Due).ThenBy(pair => pair.Lead.Emails[^1].At).Select(pair => pair.Lead),
            .. going.Where(lead => lead.Position == 0),
        ];
    }

    private static Inbox? Pick(Campaign campaign, Lead lead, DateTime today, HashSet<Inbox> used)
    {
        if (lead.Emails.Count > 0 && lead.Emails[^1].Inbox is var own && campaign.Inboxes.Contains(own) && Matches(own)) return IsUsable(own) ? own : null;
        return campaign.Inboxes.Where(inbox => Matches(inbox) && IsUsable(inbox)).OrderBy(UsedToday).ThenBy(inbox => inbox.Sends.LastOrDefault()).FirstOrDefault();

        bool Matches(Inbox inbox) => !campaign.EspMatching || inbox.Kind == lead.Kind;
        bool IsUsable(Inbox inbox) => inbox.IsActive && inbox.IsConnected && !used.Contains(inbox) && UsedToday(inbox) < inbox.Limit;
        int UsedToday(Inbox inbox) => inbox.Sends.Count(at => campaign.Local(at).Date == today);
    }

    private bool IsHalted(Campaign campaign, Lead lead)
        => lead.IsBounced || lead.IsUnsubscribed || Blocked.Contains(lead.Email) || (campaign.StopOnReply && lead.HasReplied)
        || (campaign.StopOnCompanyReply && !FreeMail.Contains(lead.Domain) && campaign.Leads.Exists(other => other != lead && other.HasReplied && other.Domain == lead.Domain));

    internal sealed class Campaign(string id)
    {
        private readonly Dictionary<DateTimeOffset, DateTime> _local = [];

        public string Id => id;
        public bool IsActive { get; set; }
        public DateTimeOffset? LaunchedAt { get; set; }
        public int DailyLimit { get; set; } = 100;
        public bool StopOnReply { get; set; } = true;
        public bool StopOnCompanyReply { get; set; }
        public bool EspMatching { get; set; }
        public TimeSpan Start { get; set; } = TimeSpan.FromHours(9);
        public TimeSpan End { get; set; } = TimeSpan.FromHours(17);
        public (bool Enabled, TimeSpan? Start, TimeSpan? End)[] Days { get; } = [.. Enumerable.Range(0, 7).Select(i => (i < 5, default(TimeSpan?), default(TimeSpan?)))];
        public List<Step> Steps { get; } = [];
        public List<Inbox> Inboxes { get; } = [];
        public List<Lead> Leads { get; } = [];
        public List<DateTimeOffset> Sends { get; } = [];

        public TimeZoneInfo Zone
        {
            get;
            set
            {
                field = value;
                _local.Clear();
            }
        } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        public DateTime Local(DateTimeOffset at)
        {
            if (!_local.TryGetValue(at, out DateTime local)) _local[at] = local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
            return local;
        }
    }

    internal sealed class Step(string id)
    {
        public string Id => id;
        public int Delay { get; set; } = 3;
        public List<Variant> Variants { get; } = [];
    }

    internal sealed class Variant(string id)
    {
        public string Id => id;
        public string? Subject { get; set; }
        public bool Enabled { get; set; } = true;
        public int Sent { get; set; }
    }

    internal sealed class Inbox(string id, string email, string kind)
    {
        public string Id => id;
        public string Email => email;
        public string Kind => kind;
        public bool IsActive { get; set; } = true;
        public bool IsConnected { get; set; } = true;
        public int Limit { get; set; } = 30;
        public List<DateTimeOffset> Sends { get; } = [];
    }

    internal sealed class Lead(string id, string email, DateTimeOffset createdAt)
    {
        public string Id => id;
        public string Email => email;
        public string Domain => email.Split('@')[1];
        public DateTimeOffset CreatedAt => createdAt;
        public string? Kind { get; set; }
        public int Position { get; set; }
        public bool HasReplied => RepliedAt != default;
        public DateTimeOffset RepliedAt { get; set; }
        public Variant? Credited { get; set; }
        public string? Thread { get; set; }
        public bool IsPositive => OverriddenPositive ?? LabelledPositive;
        public bool LabelledPositive { get; set; }
        public bool? OverriddenPositive { get; set; }
        public bool IsBounced => Bounces > 0;
        public int Bounces { get; set; }
        public bool IsUnsubscribed { get; set; }
        public List<(DateTimeOffset At, Inbox Inbox, Variant Variant)> Emails { get; } = [];
    }
}
