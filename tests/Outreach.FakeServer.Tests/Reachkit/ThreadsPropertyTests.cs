using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

/// <summary>Whoever writes to whom: every message stands in the thread that sections 3.10 and 6.6 of the contract give it.</summary>
public sealed class ThreadsPropertyTests
{
    private static readonly (string Text, string Label)[] Texts = [("sounds good", "interested"), ("no thanks", "not_interested"), ("hm", "neutral"), ("how?", "question"), ("on leave", "out_of_office")];
    private static readonly string[] Addresses = ["ann@acme.io", "bob@acme.io", "cem@beta.io", "dan@else.io", "eve@else.io"];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Messages_stand_in_the_threads_that_the_contract_gives_them(int seed)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync(ReachkitApi.MondayMorning.AddSeconds(10));
        Run run = new(api, new Random(seed));
        await run.BeginAsync();
        for (int turn = 0; turn < 80; turn++) await run.TurnAsync();
        run.Threads.Count.Should().BeGreaterThan(3);
    }

    private sealed class Run(ReachkitApi api, Random random)
    {
        private readonly List<Thread> _threads = [];
        private readonly List<Outgoing> _sent = [];
        private readonly List<Lead> _leads = [];
        private string[] _inboxes = [];
        private List<string> _campaigns = [];
        private bool _keeps = true;
        private int _seen;

        public IReadOnlyList<Thread> Threads => _threads;

        public async Task BeginAsync()
        {
            _inboxes = [api.Control.AddInbox("a@mail.io"), api.Control.AddInbox("b@mail.io"), api.Control.AddInbox("c@mail.io")];
            _campaigns = [await api.Launched(100, _inboxes[..2]), await api.Launched(100, _inboxes[1..])];
            foreach (string campaign in _campaigns)
            {
                await api.AddStep(campaign, 1);
                await api.AddStep(campaign, 1);
                (await api.Patch($"campaigns/{campaign}", """{"stop_on_reply":false}""")).ShouldBe(200);
                foreach (string address in Addresses[..3]) _leads.Add(new(campaign, await api.Lead(campaign, address, ",\"first_name\":\"Lea\""), address));
            }
        }

        public async Task TurnAsync()
        {
            string address = Any(Addresses);
            string inbox = Any(_inboxes);
            Thread? thread = _threads.Count == 0 ? null : Any(_threads);
            switch (random.Next(10))
            {
                case 0 or 1 or 2:
                    Receive(inbox, address);
                    break;
                case 3 when _leads.Count > 0:
                    Lead lead = Any(_leads);
                    (await api.Delete($"campaigns/{lead.Campaign}/leads/{lead.Id}")).ShouldBe(204);
                    Remove(lead);
                    if (random.Next(2) == 0) _leads.Add(new(lead.Campaign, await api.Lead(lead.Campaign, lead.Address, ",\"first_name\":\"Lea\""), lead.Address));
                    break;
                case 4 when _campaigns.Count > 1 && random.Next(4) == 0:
                    string campaign = Any(_campaigns);
                    (await api.Delete($"campaigns/{campaign}")).ShouldBe(204);
                    _campaigns.Remove(campaign);
                    foreach (Lead gone in _leads.Where(gone => gone.Campaign == campaign).ToList()) Remove(gone);
                    break;
                case 5:
                    string id = (await api.Post("unibox/conversations", $$"""{"inbox_id":"{{inbox}}","to":[{"email":"{{address}}"},{"email":"cc@else.io","name":"Cee"}],"subject":"Manual","content":"hi"}""")).ShouldBe(201).Text("id");
                    Thread manual = new(id);
                    _threads.Add(manual);
                    manual.Messages.Add(new("outgoing", inbox, "Manual", [address, "cc@else.io"], Now) { IsRead = true });
                    foreach (string to in (string[])[address, "cc@else.io"]) _sent.Add(new(Now, inbox, to) { Thread = manual });
                    break;
                case 6 when thread is not null:
                    ReachkitAnswer reply = (await api.Post($"unibox/conversations/{thread.Id}/reply", """{"content":"ok"}""")).ShouldBe(201);
                    string through = thread.Messages[^1].Inbox;
                    List<string> recipients = thread.Messages.LastOrDefault(message => message.Direction == "incoming") is { } incoming ? incoming.Others : thread.Messages[^1].Others;
                    string first = thread.Messages[0].Subject;
                    thread.Messages.Add(new("outgoing", through, first.StartsWith("Re: ", StringComparison.Ordinal) ? first : "Re: " + first, recipients, Now) { IsRead = true });
                    foreach (string to in recipients) _sent.Add(new(Now, through, to) { Thread = thread });
                    reply.Text("subject").Should().Be(thread.Messages[^1].Subject);
                    break;
                case 7 when thread is not null:
                    thread.Override = random.Next(3) switch { 0 => null, 1 => "referral", _ => "interested" };
                    bool read = random.Next(2) == 0;
                    thread.Messages.ForEach(message => message.IsRead = read);
                    string over = thread.Override is null ? "null" : $"\"{thread.Override}\"";
                    (await api.Patch($"unibox/conversations/{thread.Id}", $$"""{"label_override":{{over}},"is_read":{{(read ? "true" : "false")}}}""")).ShouldBe(200);
                    break;
                case 8 when random.Next(4) == 0:
                    _keeps = !_keeps;
                    api.Control.Workspace.Settings = new() { KeepsOtherReplies = _keeps };
                    if (_keeps) break;
                    _sent.RemoveAll(sent => sent.Thread is { IsStranger: true });
                    _threads.RemoveAll(stranger => stranger.IsStranger);
                    break;
                default:
                    await api.Advance(random.Next(1, 20));
                    break;
            }

            await api.Fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            Look();
            await Check();
        }

        private DateTimeOffset Now => api.Fake.Clock.Now;

        private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

        private void Receive(string inbox, string from)
        {
            List<Outgoing> mails = [.. _sent.Where(sent => sent.To == from && sent.Inbox == inbox)];
            if (mails.Count == 0) mails = [.. _sent.Where(sent => sent.To == from)];
            // Of those of one minute the one sent last.
            Outgoing? latest = mails.OrderBy(mail => mail.At).LastOrDefault();
            (string text, string label) = Any(Texts);
            bool isAutoReply = random.Next(4) == 0;
            string? id = api.Control.Receive(new() { InboxId = inbox, From = from, Subject = "In", Text = text, IsAutoReply = isAutoReply });
            Thread? thread = latest?.Thread ?? latest?.Lead?.Thread;
            if (latest is null && !_keeps)
            {
                id.Should().BeNull();
                return;
            }

            if (thread is null)
            {
                _threads.Add(thread = new(id!) { Lead = latest?.Lead, IsStranger = latest is null });
                if (latest?.Lead is { } lead)
                {
                    lead.Thread = thread;
                    foreach (Outgoing mail in _sent.Where(mail => mail.Lead == lead)) thread.Messages.Add(Message(mail));
                }
            }

            id.Should().Be(thread.Id);
            thread.Messages.Add(new("incoming", inbox, "In", [from], Now));
            thread.Automatic = isAutoReply ? "out_of_office" : label;
            if (!isAutoReply && thread.Lead is not null) thread.Lead.HasReplied = true;
        }

        private void Remove(Lead lead)
        {
            _leads.Remove(lead);
            if (lead.Thread is { } thread) thread.Lead = null;
            foreach (Outgoing mail in _sent.Where(mail => mail.Lead == lead)) mail.Thread = lead.Thread;
            _sent.RemoveAll(mail => mail.Lead == lead && mail.Thread is null);
        }

        private void Look()
        {
            foreach (OutboxMessage mail in api.Fake.Outbox.Skip(_seen))
            {
                _seen++;
                if (mail.CampaignId is null || _leads.Find(lead => lead.Campaign == mail.CampaignId && lead.Address == mail.To) is not { } lead) continue;
                Outgoing sent = new(mail.SentAt, _inboxes[mail.From[0] - 'a'], mail.To) { Lead = lead, Subject = mail.Subject! };
                _sent.Add(sent);
                lead.Thread?.Messages.Add(Message(sent));
            }
        }

        private static Message Message(Outgoing mail) => new("outgoing", mail.Inbox, mail.Subject, [mail.To], mail.At) { IsRead = true };

        private async Task Check()
        {
            foreach (Lead lead in _leads)
                (await api.Get($"campaigns/{lead.Campaign}/leads/{lead.Id}")).Text("status").Should().Be(lead.HasReplied ? "replied" : _sent.Exists(mail => mail.Lead == lead) ? "contacted" : "uncontacted");
            foreach ((string query, Func<Thread, bool> isIn) in ((string, Func<Thread, bool>)[])[("", _ => true), ("&folder=primary", thread => !thread.IsStranger), ("&folder=others", thread => thread.IsStranger)])
            {
                IEnumerable<string> expected = _threads.Where(isIn).OrderByDescending(thread => thread.Messages[^1].At).ThenByDescending(thread => _threads.IndexOf(thread)).Select(thread
                    => $"{thread.Id} {thread.Override ?? thread.Automatic} {thread.Lead?.Id} {string.Join(", ", thread.Messages.Select(message => $"{message.Direction} {message.Inbox[..4]} {message.Subject} {string.Join('+', message.Others)} {message.At:HH:mm:ss} {message.IsRead}"))}");
                (await api.Get($"unibox/conversations?page_size=100{query}")).Data.EnumerateArray().Select(Line).Should().Equal(expected);
            }
        }

        private static string Line(JsonElement thread)
        {
            IEnumerable<string> messages = thread.GetProperty("messages").EnumerateArray().Select(message =>
            {
                bool outgoing = message.GetProperty("direction").GetString() == "outgoing";
                string others = outgoing ? string.Join('+', message.GetProperty("to_recipients").EnumerateArray().Select(to => to.GetProperty("email"))) : message.GetProperty("from_email").GetString()!;
                return $"{message.GetProperty("direction")} {message.GetProperty("inbox_id").GetString()![..4]} {message.GetProperty("subject")} {others} {message.GetProperty("email_date").GetDateTimeOffset():HH:mm:ss} {message.GetProperty("is_read")}";
            });
            return $"{thread.GetProperty("id")} {thread.GetProperty("label").GetString()} {thread.GetProperty("lead_id").GetString()} {string.Join(", ", messages)}";
        }
    }

    private sealed class Thread(string id)
    {
        public string Id => id;
        public Lead? Lead { get; set; }
        public bool IsStranger { get; init; }
        public string? Automatic { get; set; }
        public string? Override { get; set; }
        public List<Message> Messages { get; } = [];
    }

    private sealed class Message(string direction, string inbox, string subject, List<string> others, DateTimeOffset at)
    {
        public string Direction => direction;
        public string Inbox => inbox;
        public string Subject => subject;
        public List<string> Others => others;
        public DateTimeOffset At => at;
        public bool IsRead { get; set; }
    }

    private sealed class Outgoing(DateTimeOffset at, string inbox, string to)
    {
        public DateTimeOffset At => at;
        public string Inbox => inbox;
        public string To => to;
        public string Subject { get; init; } = "";
        public Lead? Lead { get; init; }
        public Thread? Thread { get; set; }
    }

    private sealed class Lead(string campaign, string id, string address)
    {
        public string Campaign => campaign;
        public string Id => id;
        public string Address => address;
        public bool HasReplied { get; set; }
        public Thread? Thread { get; set; }
    }
}
