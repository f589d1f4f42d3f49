using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Test control of Mailmark: the things that its API cannot make, and the ones that recipients and operators do.</summary>
public sealed class MailmarkFake
{
    /// <summary>The name of the account that a new world holds.</summary>
    public const string DefaultUser = "owner";

    internal const string LiveAddress = "https://api.mailmark.dev/";
    internal const string DefaultDomain = "acme.dev";
    internal const string DefaultApiKey = "dm_live_0123456789abcdef0123456789abcdef0123456789abcdef";
    internal const string DefaultOrgApiKey = "dm_live_fedcba9876543210fedcba9876543210fedcba9876543210";
    internal const string DefaultWebhookSecret = "mailmark-fake-webhook-secret";

    private readonly MailmarkService _service;

    internal MailmarkFake(MailmarkService service) => _service = service;

    /// <summary>The key of the default domain. <see cref="Load(MailmarkFixtures)"/> removes it with everything else.</summary>
    public string ApiKey => KeyOf(_service.World.Options.Seed, org: false);

    /// <summary>The org-wide key of the default account.</summary>
    public string OrgApiKey => KeyOf(_service.World.Options.Seed, org: true);

    /// <summary>The default keys of a world: memorable ones for the default seed, others of their own for every other seed, so that a key tells worlds apart.</summary>
    internal static string KeyOf(ulong seed, bool org)
    {
        if (seed == new FakeOptions().Seed) return org ? DefaultOrgApiKey : DefaultApiKey;
        Permutation digits = new(Permutation.Hash(seed, org ? "mailmark.key.org" : "mailmark.key"));
        return string.Create(CultureInfo.InvariantCulture, $"dm_live_{digits.Forward(0):x16}{digits.Forward(1):x16}{digits.Forward(2):x16}");
    }

    /// <summary>The default account's domain, <c>acme.dev</c>; its mailboxes are <c>hello@acme.dev</c> and <c>sales@acme.dev</c>.</summary>
    public string Domain => DefaultDomain;

    /// <summary>Whether the quirks of the service's source are shown instead of what its documents promise.</summary>
    public bool SourceQuirks
    {
        get => Locked(() => _service.Settings.SourceQuirks);
        set => Locked(() => _service.Settings = _service.Settings with { SourceQuirks = value });
    }

    /// <summary>What <c>/trackDelivery</c> and <c>/ingestEmail</c> want in <c>x-webhook-secret</c>.</summary>
    public string WebhookSecret
    {
        get => Locked(() => _service.Settings.WebhookSecret);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            Locked(() => _service.Settings = _service.Settings with { WebhookSecret = value });
        }
    }

    /// <summary>
    /// Where the tracking and unsubscribe links of mail lead that is sent from now on; at first <see cref="FakeOptions.MailmarkLinkAddress"/>,
    /// or the live host. On a port it can be the fake's own address, so that a browser or a test can follow the links as they stand.
    /// <see cref="Load(MailmarkFixtures)"/> leaves it.
    /// </summary>
    /// <exception cref="ArgumentException">It is no absolute address of http or https, or has a query.</exception>
    public Uri LinkAddress
    {
        get => new(Locked(() => _service.Settings.LinkAddress));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!IsSite(value)) throw new ArgumentException($"'{value}' is no http address that links can lead to.", nameof(value));
            Locked(() => _service.Settings = _service.Settings with { LinkAddress = value.AbsoluteUri });
        }
    }

    /// <summary>How many partner accounts there are to exchange warmup mail with; default 10.</summary>
    public int WarmupPartners
    {
        get => Locked(() => _service.Settings.WarmupPartners);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Locked(() =>
            {
                foreach (DomainRow domain in _service.State.Domains.ToList()) _service.Warmup.CatchUp(domain.Id);
                return _service.Settings = _service.Settings with { WarmupPartners = value };
            });
        }
    }

    /// <summary>
    /// Replaces the whole of Mailmark in this world by a fixture document, whose form is that of <c>contracts/mailmark.fixtures.md</c>.
    /// </summary>
    /// <returns>The ids given, by table, in row order.</returns>
    /// <exception cref="MailmarkFixtureException">Something in the document cannot be taken; the world is as before.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Load(JsonElement document) => AllOrNothing(() =>
    {
        (DateTimeOffset? now, bool? quirks) = FixtureDocument.Head(document);
        Replace(now, quirks);
        return new FixtureLoader(_service).Store(FixtureDocument.Read(document, _service.Now));
    });

    /// <summary>Replaces the whole of Mailmark in this world.</summary>
    /// <returns>The ids given, by table (as in the fixture document: <c>mailboxes</c>, <c>emails</c>, …), in row order.</returns>
    /// <exception cref="MailmarkFixtureException">Something in the fixtures cannot be taken; the world is as before.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Load(MailmarkFixtures fixtures)
    {
        ArgumentNullException.ThrowIfNull(fixtures);
        return AllOrNothing(() =>
        {
            Replace(fixtures.Now, fixtures.SourceQuirks);
            return new FixtureLoader(_service).Store(FixturePlan.Of(fixtures));
        });
    }

    /// <summary>Adds to what is there.</summary>
    /// <returns>The ids given, by table (as in the fixture document: <c>mailboxes</c>, <c>emails</c>, …), in row order.</returns>
    /// <exception cref="MailmarkFixtureException">Something in the fixtures cannot be taken; the world is as before.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Add(MailmarkFixtures fixtures)
    {
        ArgumentNullException.ThrowIfNull(fixtures);
        return AllOrNothing(() =>
        {
            if (fixtures.Now is { } now) SetClock(now);
            if (fixtures.SourceQuirks is { } quirks) _service.Settings = _service.Settings with { SourceQuirks = quirks };
            return new FixtureLoader(_service).Store(FixturePlan.Of(fixtures));
        });
    }

    /// <summary>Adds what a fixture document says to what is there.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> AddDocument(JsonElement document) => AllOrNothing(() =>
    {
        (DateTimeOffset? now, bool? quirks) = FixtureDocument.Head(document);
        if (now is { } time) SetClock(time);
        if (quirks is { } shown) _service.Settings = _service.Settings with { SourceQuirks = shown };
        return new FixtureLoader(_service).Store(FixtureDocument.Read(document, _service.Now));
    });

    /// <summary>Says what becomes of all later mail to an address.</summary>
    /// <param name="address">The address, which nothing need have been sent to yet.</param>
    /// <param name="status">Delivered, failed (a permanent bounce) or bounced (a transient one).</param>
    /// <param name="after">How long after it went out that is known; default one second.</param>
    /// <exception cref="ArgumentException">The status is no outcome, or the time is negative.</exception>
    public void SetOutcome(string address, DeliveryStatus status, TimeSpan? after = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        string outcome = OneOf(status.Value, nameof(status), "delivered", "failed", "bounced")!;
        if (after is { } wait) ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, nameof(after));
        Locked(() => _service.Settings = _service.Settings with
        {
            Outcomes = With(_service.Settings.Outcomes, address, string.Create(CultureInfo.InvariantCulture, $"{outcome} {(long)(after ?? TimeSpan.FromSeconds(1)).TotalMilliseconds}")),
        });
    }

    /// <summary>Has the mail transport refuse an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="text">The transport's words; null to take the address again.</param>
    public void Reject(string address, string? text)
    {
        ArgumentNullException.ThrowIfNull(address);
        Locked(() => _service.Settings = _service.Settings with { Rejects = With(_service.Settings.Rejects, address, text) });
    }

    /// <summary>Says what DNS knows of a recipient's domain. Verdicts on single addresses hold for seven days.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="records"><c>mx</c>, <c>a-only</c>, <c>empty</c> or <c>nxdomain</c>; null for the default: all domains but those under <c>.invalid</c> exist.</param>
    public void SetDns(string domain, string? records)
    {
        ArgumentNullException.ThrowIfNull(domain);
        if (records is not (null or "mx" or "a-only" or "empty" or "nxdomain")) throw new ArgumentException("mx, a-only, empty or nxdomain was expected.", nameof(records));
        Locked(() => _service.Settings = _service.Settings with { Dns = With(_service.Settings.Dns, domain, records) });
    }

    /// <summary>Reports the outcome of a message, as the mail transport does.</summary>
    /// <exception cref="ArgumentException">There is no such message, or its record was deleted; or the status is no outcome.</exception>
    public void Report(string messageId, DeliveryStatus status)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        string outcome = OneOf(status.Value, nameof(status), "delivered", "failed", "bounced")!;
        Locked(() =>
        {
            if (!_service.Deliveries.Knows(messageId)) throw new ArgumentException($"There is no message '{messageId}'.", nameof(messageId));
            _service.Deliveries.Outcome(messageId, outcome);
            return true;
        });
    }

    /// <summary>Has a message come in.</summary>
    /// <param name="mailbox">The mailbox, by its full address.</param>
    /// <param name="from">The sender: an address, or a name with the address in angle brackets.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="inReplyTo">The message that it answers.</param>
    /// <returns>The id of its record.</returns>
    public string Receive(string mailbox, string from, string subject = "", string? inReplyTo = null)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        ArgumentNullException.ThrowIfNull(from);
        return Locked(() =>
        {
            MailboxRow row = FindMailbox(mailbox);
            ReceivedMail mail = new() { From = from, To = [row.FullAddress], Subject = subject, MessageId = _service.World.Ids.Text("mailmark.received", 24), InReplyTo = inReplyTo };
            return _service.Inbound.Receive(row, mail).Id;
        });
    }

    /// <summary>When a key last got as far as a send; null for never. Other calls do not count.</summary>
    public DateTimeOffset? LastUseOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Locked(() => Millis.Instant((_service.Accounts.Find(token) ?? throw new ArgumentException("No such key.", nameof(token))).LastUsedAt));
    }

    /// <summary>Takes a key out of use.</summary>
    public void RevokeKey(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        Locked(() => _service.State.Keys.Update((_service.Accounts.Find(token) ?? throw new ArgumentException("No such key.", nameof(token))) with { Revoked = true }));
    }

    /// <summary>Removes a domain with everything that belongs to it; its keys stay.</summary>
    public void DeleteDomain(string domain) => Locked(() =>
    {
        _service.Accounts.DeleteDomain(FindDomain(domain));
        return true;
    });

    /// <summary>Removes an account; its domains and keys stay.</summary>
    /// <param name="reference">The name that it was given, such as <see cref="DefaultUser"/>.</param>
    public void DeleteUser(string reference) => Locked(() =>
    {
        _service.State.Users.Remove(FindUser(reference));
        return true;
    });

    /// <summary>Changes the plan of an account.</summary>
    /// <param name="reference">The name that it was given, such as <see cref="DefaultUser"/>.</param>
    /// <param name="plan"><c>starter</c>, <c>pro</c>, <c>business</c>, or null.</param>
    /// <param name="status"><c>active</c>, <c>trialing</c>, <c>canceled</c>, <c>past_due</c>, or null.</param>
    /// <param name="category"><c>normal</c>, <c>beta</c> or <c>admin</c>.</param>
    /// <exception cref="ArgumentException">There is no such account, plan, status or category.</exception>
    public void SetPlan(string reference, string? plan, string? status = "active", string category = "normal")
    {
        OneOf(plan, nameof(plan), null, "starter", "pro", "business");
        OneOf(status, nameof(status), null, "active", "trialing", "canceled", "past_due");
        OneOf(category, nameof(category), "normal", "beta", "admin");
        Locked(() => _service.State.Users.Update(FindUser(reference) with { Plan = plan, PlanStatus = status, Category = category }));
    }

    /// <summary>Takes an address off a suppression list, as the dashboard can.</summary>
    /// <returns>Whether it was on it.</returns>
    public bool RemoveSuppression(string domain, string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return Locked(() =>
        {
            if (_service.State.SuppressionsByEmail.First(MailmarkState.Key(FindDomain(domain).Id, SuppressionRules.Normal(email))) is not { } row) return false;
            _service.State.Suppressions.Remove(row);
            return true;
        });
    }

    /// <summary>Pauses the warmup of a mailbox, or has it go on.</summary>
    /// <exception cref="ArgumentException">There is no such mailbox, or the state is neither active nor paused.</exception>
    public void SetWarmup(string mailbox, WarmupState status)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        string state = OneOf(status.Value, nameof(status), "active", "paused")!;
        Locked(() =>
        {
            MailboxRow row = FindMailbox(mailbox);
            foreach (WarmupRow entry in _service.Warmup.Of(row.DomainId))
                if (entry.MailboxId == row.Id) _service.State.Warmup.Update(entry with { Status = state });
            return true;
        });
    }

    /// <summary>Checks a domain now, out of turn.</summary>
    public void CheckHealth(string domain) => Locked(() => _service.Health.Check(FindDomain(domain), _service.Now));

    /// <summary>Whether links can lead to an address and what stands below it.</summary>
    internal static bool IsSite(Uri address)
        => address is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };

    private void Replace(DateTimeOffset? now, bool? quirks)
    {
        Scheduler jobs = _service.World.Jobs;
        foreach (Job job in jobs.Jobs)
            if (job.Kind.StartsWith("mailmark.", StringComparison.Ordinal)) jobs.Cancel(job);
        if (now is { } time) SetClock(time);
        _service.State.Clear();
        if (quirks is { } value) _service.Settings = _service.Settings with { SourceQuirks = value };
    }

    private void SetClock(DateTimeOffset now)
    {
        if (now < _service.World.Clock.Now && _service.World.Jobs.Next is not null)
            throw new MailmarkFixtureException("now", "the clock can be set back only while nothing is pending");
        _service.World.Clock.Set(now);
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> AllOrNothing(Func<IReadOnlyDictionary<string, IReadOnlyList<string>>> store) => Locked(() =>
    {
        object[] before = _service.World.Capture();
        try
        {
            return store();
        }
        catch
        {
            _service.World.Restore(before);
            throw;
        }
    });

    private MailboxRow FindMailbox(string address) => _service.State.MailboxesByAddress.First(address.ToLowerInvariant()) ?? throw new ArgumentException($"No mailbox '{address}'.", nameof(address));

    private DomainRow FindDomain(string name) => _service.State.DomainsByName.First(name.ToLowerInvariant()) ?? throw new ArgumentException($"No domain '{name}'.", nameof(name));

    private UserRow FindUser(string reference) => _service.State.UsersByRef.First(reference) ?? throw new ArgumentException($"No user '{reference}'.", nameof(reference));

    private static string? OneOf(string? value, string parameter, params ReadOnlySpan<string?> allowed)
        => allowed.Contains(value) ? value : throw new ArgumentException($"'{value}' is none of {string.Join(", ", allowed.ToArray().OfType<string>())}.", parameter);

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> map, string key, string? value)
    {
        Dictionary<string, string> changed = new(map, StringComparer.Ordinal);
        if (value is null) changed.Remove(SuppressionRules.Normal(key));
        else changed[SuppressionRules.Normal(key)] = value;
        return changed;
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_service.World.Gate) return act();
    }
}
