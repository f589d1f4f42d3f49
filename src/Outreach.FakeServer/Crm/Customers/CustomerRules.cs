using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for profiles: identity keys, look-up, merge, deletion.</summary>
internal sealed class CustomerRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>The profile with an id, whatever its state.</summary>
    /// <exception cref="CrmError">404.</exception>
    public CustomerRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Customer");

    /// <summary>The profile with an id, whatever its state; null when there is none or it is foreign.</summary>
    public CustomerRow? Find(CrmCaller caller, string id)
        => State.Customers.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : null;

    /// <summary>Refuses to write on a profile that is merged or deleted.</summary>
    /// <exception cref="CrmError">400.</exception>
    public static CustomerRow RequireLive(CustomerRow row)
        => IsLive(row.Value) ? row : throw CrmError.State($"Customer is {row.Value.Status}");

    /// <summary>Whether a profile is neither merged nor deleted.</summary>
    public static bool IsLive(Customer customer) => customer.Status == CustomerStatus.Active || customer.Status == CustomerStatus.Inactive;

    /// <summary>A page of a tenant's profiles.</summary>
    public CrmPage<CustomerRow> List(CrmCaller caller, string tenantId, CustomerFilter filter, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        SegmentRow? segment = null;
        if (filter.SegmentId is not null && (segment = State.Segments.Find(filter.SegmentId))?.Value.TenantId != tenantId) return new([], 0, paging.Skip, paging.Take);
        return rules.Lists.Page(("customers", tenantId, filter), State.CustomersByTenant[tenantId].Newest().Where(row => Matches(row, filter, segment)), NewestFirst, paging);
    }

    /// <summary>Stores a profile.</summary>
    public CustomerRow Create(CrmCaller caller, CreateCustomerRequest request)
    {
        caller.RequireTenant(request.TenantId!);
        RequireFree(request.AuthUserId, null);
        return Add(request);
    }

    /// <summary>Changes a profile.</summary>
    public CustomerRow Update(CrmCaller caller, string id, UpdateCustomerRequest request)
    {
        CustomerRow row = RequireLive(Get(caller, id));
        Customer changed = Changed(row.Value, request);
        if (!HasKey(changed)) throw CustomerInput.NoKey();
        RequireFree(changed.AuthUserId, row);
        return State.Customers.Update(row with { Value = changed with { UpdatedAt = rules.Now } });
    }

    /// <summary>Changes a profile on behalf of a journey; a change that would break a rule is left out.</summary>
    public void TryUpdate(CustomerRow row, UpdateCustomerRequest request)
    {
        Customer changed = Changed(row.Value, request);
        if (!HasKey(changed) || IsTaken(changed.AuthUserId, row) || (request.Tags.IsSet && changed.Tags!.Count > CustomerInput.MostTags)) return;
        State.Customers.Update(row with { Value = changed with { UpdatedAt = rules.Now } });
    }

    /// <summary>Soft-deletes a profile: it leaves its segments and journeys.</summary>
    public void Delete(CrmCaller caller, string id)
    {
        CustomerRow row = RequireLive(Get(caller, id));
        State.Customers.Update(row with { Value = row.Value with { Status = CustomerStatus.Deleted, DeletedAt = rules.Now, UpdatedAt = rules.Now } });
        rules.Segments.LeaveAll(row.Ordinal);
        rules.Enrollments.ExitAll(row.Id, "customer_deleted");
    }

    /// <summary>Folds one profile into another.</summary>
    public MergeResult Merge(CrmCaller caller, string winnerId, string loserId)
    {
        if (string.Equals(winnerId, loserId, StringComparison.OrdinalIgnoreCase)) throw CrmError.Invalid("loserId must differ from winnerId");
        CustomerRow winner = Get(caller, winnerId);
        CustomerRow loser = Find(caller, loserId) is { } found && found.Value.TenantId == winner.Value.TenantId ? found : throw CrmError.NotFound("Customer");
        RequireLive(winner);
        RequireLive(loser);

        Customer before = loser.Value;
        bool movesAuthUser = winner.Value.AuthUserId is null;
        State.Customers.Update(loser with
        {
            Value = before with { Status = CustomerStatus.Merged, MergedIntoId = winner.Id, AuthUserId = movesAuthUser ? null : before.AuthUserId, UpdatedAt = rules.Now },
        });
        rules.Enrollments.ExitAll(loser.Id, "customer_merged");
        foreach (ActivityRow activity in State.ActivitiesByCustomer[loser.Id]) State.Activities.Update(activity with { Value = activity.Value with { CustomerId = winner.Id } });
        foreach (NoteRow note in State.NotesByCustomer[loser.Id]) State.Notes.Update(note with { Value = note.Value with { CustomerId = winner.Id } });
        rules.Segments.MoveAll(loser.Ordinal, winner.Ordinal);

        Customer united = CustomerMerge.Unite(State.Customers.Current(winner)!.Value, State.Customers.Current(loser)!.Value, before.AuthUserId);
        CustomerRow merged = State.Customers.Update(rules.Activities.Recounted(winner with
        {
            Value = united with { UpdatedAt = rules.Now },
            Claimed30d = winner.Claimed30d + loser.Claimed30d,
            Claimed90d = winner.Claimed90d + loser.Claimed90d,
        }));
        JsonElement loserText = JsonSerializer.SerializeToElement(loser.Id, CrmJson.Default.String);
        rules.Activities.Record(merged, new RecordedActivity("PROFILE_MERGED", ActivityCategory.Profile, "Profile merged")
        {
            Metadata = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["loserId"] = loserText },
        });
        return new MergeResult
        {
            WinnerId = winner.Id,
            LoserId = loser.Id,
            MergedFields = [MergedField.Activities, MergedField.Notes, MergedField.SegmentMemberships],
            MergedBy = caller.Subject,
            MergedAt = rules.Now,
            Customer = State.Customers.Current(merged)!.Value,
        };
    }

    /// <summary>Looks for the profile that owns identity keys, and creates one when there is none.</summary>
    /// <param name="caller">Who calls; creating needs crm:write.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="authUserId">User id at the identity provider.</param>
    /// <param name="email">E-mail address in any spelling.</param>
    /// <param name="phone">Phone number.</param>
    public ResolutionResult Resolve(CrmCaller caller, string tenantId, string? authUserId, string? email, string? phone)
    {
        email = email?.Trim().ToLowerInvariant();
        phone = phone?.Trim();
        if (authUserId is { Length: 0 }) throw CrmError.Invalid("authUserId must not be empty");
        if (email is not null && !CrmInput.IsEmail(email)) throw CrmError.Invalid("email must be an email");
        if (phone is not null && !CrmInput.IsPhone(phone)) throw CrmError.Invalid("phone must be a phone number in E.164 form");
        if (authUserId is null && email is null && phone is null) throw CrmError.Invalid("at least one of authUserId, email, phone is required");
        caller.RequireTenant(tenantId);

        if (authUserId is not null && Oldest(Owners(State.CustomersByAuthUser[authUserId], tenantId)) is { } byUser)
            return Match(byUser, 100, IdentityKey.AuthUserId);
        List<CustomerRow> byEmail = email is null ? [] : Owners(State.CustomersByEmail[CrmState.Key(tenantId, email)], tenantId);
        List<CustomerRow> byPhone = phone is null ? [] : Owners(State.CustomersByPhone[CrmState.Key(tenantId, phone)], tenantId);
        if (Oldest(byEmail.Where(row => byPhone.Any(other => other.Ordinal == row.Ordinal))) is { } byBoth)
            return Match(byBoth, 99, IdentityKey.Email, IdentityKey.PhoneNumber);
        if (Oldest(byEmail) is { } one) return Match(one, 95, IdentityKey.Email);
        if (Oldest(byPhone) is { } other) return Match(other, 85, IdentityKey.PhoneNumber);

        // What another tenant owns can be neither shown nor created.
        if (!caller.Scopes.Contains(CrmScopes.Write) || IsTaken(authUserId, null)) throw CrmError.NotFound("Customer");
        CustomerRow created = Add(new CreateCustomerRequest { TenantId = tenantId, AuthUserId = authUserId, Email = email, PhoneNumber = phone });
        return new ResolutionResult { Profile = created.Value, IsNew = true, MatchedBy = [], Confidence = 100 };
    }

    /// <summary>The order of lists of profiles.</summary>
    public static int NewestFirst(CustomerRow a, CustomerRow b)
    {
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }

    private static ResolutionResult Match(CustomerRow row, double confidence, params IdentityKey[] keys)
        => new() { Profile = row.Value, IsNew = false, MatchedBy = keys, Confidence = confidence };

    private static CustomerRow? Oldest(IEnumerable<CustomerRow> rows) => rows.MinBy(row => (row.Value.CreatedAt, row.Ordinal));

    private static bool HasKey(Customer customer) => customer is not { Email: null, PhoneNumber: null, AuthUserId: null };

    private static Customer Changed(Customer customer, UpdateCustomerRequest request) => customer with
    {
        Email = request.Email.Or(customer.Email),
        PhoneNumber = request.PhoneNumber.Or(customer.PhoneNumber),
        AuthUserId = request.AuthUserId.Or(customer.AuthUserId),
        FirstName = request.FirstName.Or(customer.FirstName),
        LastName = request.LastName.Or(customer.LastName),
        DisplayName = request.DisplayName.Or(customer.DisplayName),
        LifecycleStage = request.LifecycleStage.Or(customer.LifecycleStage),
        Status = request.Status.Or(customer.Status),
        Tags = request.Tags.Or(customer.Tags ?? []),
        ExternalIds = request.ExternalIds.Or(customer.ExternalIds),
    };

    private bool Matches(CustomerRow row, CustomerFilter filter, SegmentRow? segment)
    {
        Customer customer = row.Value;
        return (filter.Status is { } status ? customer.Status == status : IsLive(customer))
            && (filter.LifecycleStage is not { } stage || customer.LifecycleStage == stage)
            && (segment is null || State.Members.Contains(segment.Ordinal, row.Ordinal))
            && (filter.EngagementMin is not { } engagement || customer.EngagementScore >= engagement)
            && (filter.ChurnRiskMin is not { } churn || customer.ChurnRiskScore >= churn)
            && (filter.EmailOptIn is not { } consent || customer.EmailOptIn == consent)
            && (filter.Search is not { } search || Mentions(customer, search));
    }

    private static bool Mentions(Customer customer, string search)
        => Contains(customer.FirstName, search) || Contains(customer.LastName, search) || Contains(customer.DisplayName, search) || Contains(customer.Email, search)
            || Contains(customer.PhoneNumber, search) || (customer is { FirstName: not null, LastName: not null } && Contains($"{customer.FirstName} {customer.LastName}", search));

    private static bool Contains(string? text, string search) => text is not null && text.Contains(search, StringComparison.OrdinalIgnoreCase);

    private CustomerRow Add(CreateCustomerRequest request)
    {
        CustomerRow row = State.Customers.Add(new CustomerRow
        {
            Value = new Customer
            {
                Id = State.Customers.NextId,
                TenantId = request.TenantId!,
                Email = request.Email,
                PhoneNumber = request.PhoneNumber,
                AuthUserId = request.AuthUserId,
                FirstName = request.FirstName,
                LastName = request.LastName,
                DisplayName = request.DisplayName,
                Status = CustomerStatus.Active,
                LifecycleStage = request.LifecycleStage ?? LifecycleStage.Subscriber,
                Tags = request.Tags ?? [],
                ExternalIds = request.ExternalIds ?? new CustomerExternalIds(),
                WhatsappOptIn = false,
                ActivityCount30d = 0,
                ActivityCount90d = 0,
                BookingCount30d = 0,
                CreatedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
        rules.Activities.Record(row, new RecordedActivity("PROFILE_CREATED", ActivityCategory.Profile, "Profile created"));
        return State.Customers.Current(row)!;
    }

    private void RequireFree(string? authUserId, CustomerRow? own)
    {
        if (IsTaken(authUserId, own)) throw CrmError.Duplicate("A customer with this authUserId already exists");
    }

    private bool IsTaken(string? authUserId, CustomerRow? own)
        => authUserId is not null && State.CustomersByAuthUser[authUserId].Any(row => row.Ordinal != own?.Ordinal && Owner(row) is not null);

    private List<CustomerRow> Owners(Index<CustomerRow>.Rows rows, string tenantId)
    {
        List<CustomerRow> owners = [];
        foreach (CustomerRow row in rows)
            if (Owner(row) is { } owner && owner.Value.TenantId == tenantId) owners.Add(owner);
        return owners;
    }

    // Keys of a merged profile are aliases of the profile that took it over, and end with it.
    private CustomerRow? Owner(CustomerRow row)
    {
        CustomerRow? owner = row;
        while (owner?.Value.MergedIntoId is { } next) owner = State.Customers.Find(next);
        return owner is not null && IsLive(owner.Value) ? owner : null;
    }
}
