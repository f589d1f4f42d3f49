using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Test control of the CRM: tokens, and what other services would feed or spoil.</summary>
public sealed class CrmFake
{
    internal const string Tenant = "tenant_123";
    internal const string Subject = "user_123";
    internal const string SubjectName = "Club Admin";

    private readonly World _world;
    private readonly CrmModule _module;

    internal CrmFake(World world)
    {
        _world = world;
        _module = world.Modules.OfType<CrmModule>().Single();
    }

    /// <summary>The tenant of <see cref="ApiKey"/>: <c>tenant_123</c>.</summary>
    public string DefaultTenantId => Tenant;

    /// <summary>The user of <see cref="ApiKey"/>: <c>user_123</c>.</summary>
    public string DefaultSubject => Subject;

    /// <summary>The name of the user of <see cref="ApiKey"/>.</summary>
    public string DefaultName => SubjectName;

    /// <summary>Every scope of the API.</summary>
    public IReadOnlyList<string> AllScopes => Scopes;

    /// <summary>A token with all scopes for <see cref="DefaultTenantId"/> that expires 50 years after the world's start.</summary>
    public string ApiKey => _module.DefaultKey;

    internal static IReadOnlyList<string> Scopes { get; } = [CrmScopes.Read, CrmScopes.Write, CrmScopes.Admin, CrmScopes.Campaigns, CrmScopes.Social];

    /// <summary>The key that tokens of this world are signed with by HS256, as ASCII text.</summary>
    public string SigningKey => _module.Tokens.SigningKey;

    /// <summary>Makes a token.</summary>
    /// <param name="scopes">Its scopes; null for all.</param>
    /// <param name="tenants">The tenants that it has access to; null for <see cref="DefaultTenantId"/>.</param>
    /// <param name="subject">The user id; null for <see cref="DefaultSubject"/>. Rate limits are counted per user.</param>
    /// <param name="name">The user's name; null for none.</param>
    /// <param name="lifetime">How long it is valid from the world's present on; null for an hour. May be negative.</param>
    public string IssueToken(IEnumerable<string>? scopes = null, IReadOnlyList<string>? tenants = null, string? subject = null, string? name = null, TimeSpan? lifetime = null)
        => _module.Tokens.Issue(scopes ?? AllScopes, tenants ?? [DefaultTenantId], subject ?? DefaultSubject, name, _world.Clock.Now + (lifetime ?? TimeSpan.FromHours(1)));

    /// <summary>
    /// Stores a profile as other services would have fed it: consents, scores, membership and all other members that the API does
    /// not let anybody write are taken over. No activity is recorded and no journey triggered.
    /// </summary>
    /// <param name="customer">
    /// The profile. Id and times of storing are given by the fake; an empty tenant stands for <see cref="DefaultTenantId"/>, an empty
    /// status for ACTIVE, an empty lifecycle stage for SUBSCRIBER.
    /// </param>
    /// <returns>The profile as the API shows it.</returns>
    /// <exception cref="ArgumentException">It is merged into a profile that there is none of.</exception>
    public Customer AddCustomer(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        lock (_world.Gate)
        {
            DateTimeOffset now = _module.Rules.Now;
            Table<CustomerRow> table = _module.Rules.State.Customers;
            CheckMerge(customer, null);
            return table.Add(new CustomerRow
            {
                Value = Complete(customer) with
                {
                    Id = table.NextId,
                    TenantId = customer.TenantId.Length == 0 ? DefaultTenantId : customer.TenantId,
                    CreatedAt = customer.CreatedAt == default ? now : customer.CreatedAt.ToWholeSeconds(),
                    UpdatedAt = customer.UpdatedAt == default ? now : customer.UpdatedAt.ToWholeSeconds(),
                },
                Claimed30d = customer.ActivityCount30d ?? 0,
                Claimed90d = customer.ActivityCount90d ?? 0,
            }).Value;
        }
    }

    /// <summary>Changes a profile as other services would, members that the API does not let anybody write included.</summary>
    /// <param name="customerId">The profile.</param>
    /// <param name="change">Gives the changed profile; a changed id or tenant is ignored.</param>
    /// <returns>The profile as the API shows it.</returns>
    /// <exception cref="ArgumentException">There is no such profile, or none that it is merged into.</exception>
    public Customer SetCustomer(string customerId, Func<Customer, Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_world.Gate)
        {
            Table<CustomerRow> table = _module.Rules.State.Customers;
            CustomerRow row = table.Find(customerId) ?? throw new ArgumentException($"There is no customer '{customerId}'.", nameof(customerId));
            Customer changed = Complete(change(row.Value)) with { Id = row.Id, TenantId = row.Value.TenantId };
            CheckMerge(changed, row);
            return table.Update(row with
            {
                Value = changed,
                Claimed30d = row.Claimed30d + (changed.ActivityCount30d ?? 0) - (row.Value.ActivityCount30d ?? 0),
                Claimed90d = row.Claimed90d + (changed.ActivityCount90d ?? 0) - (row.Value.ActivityCount90d ?? 0),
            }).Value;
        }
    }

    /// <summary>Makes a segment one of the platform's own, which nobody can change or delete.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="isSystem">False makes it an ordinary one again.</param>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public Segment SetSystemSegment(string segmentId, bool isSystem = true)
    {
        lock (_world.Gate)
        {
            Table<SegmentRow> table = _module.Rules.State.Segments;
            SegmentRow row = table.Find(segmentId) ?? throw new ArgumentException($"There is no segment '{segmentId}'.", nameof(segmentId));
            return table.Update(row with { Value = row.Value with { IsSystem = isSystem } }).Value;
        }
    }

    /// <summary>Sets the counters that the messaging service reports: conversions, unsubscribes, bounces, opens, clicks, deliveries.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="change">Gives the changed campaign; only counters are taken over.</param>
    /// <exception cref="ArgumentException">There is no such campaign.</exception>
    public Campaign SetCampaignCounters(string campaignId, Func<Campaign, Campaign> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_world.Gate)
        {
            Table<CampaignRow> table = _module.Rules.State.Campaigns;
            CampaignRow row = table.Find(campaignId) ?? throw new ArgumentException($"There is no campaign '{campaignId}'.", nameof(campaignId));
            Campaign changed = change(row.Value);
            row = table.Update(row with
            {
                Value = row.Value with
                {
                    SentCount = changed.SentCount,
                    DeliveredCount = changed.DeliveredCount,
                    OpenedCount = changed.OpenedCount,
                    ClickedCount = changed.ClickedCount,
                    ConvertedCount = changed.ConvertedCount ?? 0,
                    UnsubscribedCount = changed.UnsubscribedCount ?? 0,
                    BouncedCount = changed.BouncedCount ?? 0,
                },
            });
            return _module.Rules.Campaigns.Show(row);
        }
    }

    /// <summary>Lets the token of a social connection expire at a time, without a refresh before it.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="expiry">When; a time that has passed makes the next publication fail.</param>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    public void SetTokenExpiry(string connectionId, DateTimeOffset expiry)
    {
        lock (_world.Gate)
        {
            Table<ConnectionRow> table = _module.Rules.State.Connections;
            ConnectionRow row = table.Find(connectionId) ?? throw new ArgumentException($"There is no connection '{connectionId}'.", nameof(connectionId));
            table.Update(row with { Value = row.Value with { TokenExpiry = expiry.ToWholeSeconds() } });
        }
    }

    /// <summary>Lets the network refuse the next publication; the post becomes FAILED with this error.</summary>
    public void FailNextPublication(string error = "The network refused the post")
        => Change(upsets => upsets with { Publications = [.. upsets.Publications, error] });

    /// <summary>Lets the next token refresh fail, asked for or automatic.</summary>
    /// <param name="forGood">Whether the connection becomes inactive; else an automatic refresh is tried again an hour later.</param>
    public void FailNextTokenRefresh(bool forGood = true)
        => Change(upsets => upsets with { TokenRefreshes = [.. upsets.TokenRefreshes, forGood] });

    /// <summary>Lets the next calls to the messaging service fail: a sync of a segment answers 502, a campaign's batch pauses the campaign, a journey's message is passed over.</summary>
    public void FailNextMessaging(int times = 1) => Change(upsets => upsets with { Messaging = upsets.Messaging + times });

    /// <summary>Lets the next code exchanges and engagement look-ups at a social network fail with 502.</summary>
    public void FailNextNetworkCall(int times = 1) => Change(upsets => upsets with { Networks = upsets.Networks + times });

    private void CheckMerge(Customer customer, CustomerRow? own)
    {
        Table<CustomerRow> table = _module.Rules.State.Customers;
        for (string? id = customer.MergedIntoId; id is not null; id = table.Find(id)!.Value.MergedIntoId)
        {
            if (!table.TryFind(id, out CustomerRow? row)) throw new ArgumentException($"There is no customer '{id}' for a profile to be merged into.", nameof(customer));
            if (row.Ordinal == own?.Ordinal) throw new ArgumentException($"Customer '{row.Id}' cannot be merged into itself.", nameof(customer));
        }
    }

    // The form in which the service stores a profile: addresses in lower case, nothing missing that an answer must have.
    private static Customer Complete(Customer customer) => customer with
    {
        Email = customer.Email?.Trim().ToLowerInvariant(),
        Status = customer.Status.Value is null ? CustomerStatus.Active : customer.Status,
        LifecycleStage = customer.LifecycleStage.Value is null ? LifecycleStage.Subscriber : customer.LifecycleStage,
        Tags = customer.Tags ?? [],
        ExternalIds = customer.ExternalIds ?? new CustomerExternalIds(),
        WhatsappOptIn = customer.WhatsappOptIn ?? false,
        ActivityCount30d = customer.ActivityCount30d ?? 0,
        ActivityCount90d = customer.ActivityCount90d ?? 0,
        BookingCount30d = customer.BookingCount30d ?? 0,
    };

    private void Change(Func<CrmUpsets, CrmUpsets> change)
    {
        lock (_world.Gate) _module.Rules.State.Upsets.Value = change(_module.Rules.State.Upsets.Value);
    }
}
