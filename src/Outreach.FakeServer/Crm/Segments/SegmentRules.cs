using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for segments and their members.</summary>
internal sealed class SegmentRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>The segment with an id.</summary>
    /// <exception cref="CrmError">404.</exception>
    public SegmentRow Get(CrmCaller caller, string id) => Find(caller, id) ?? throw CrmError.NotFound("Segment");

    /// <summary>The segment with an id; null when there is none or it is foreign.</summary>
    public SegmentRow? Find(CrmCaller caller, string id) => State.Segments.Find(id) is { } row && caller.Tenants.Contains(row.Value.TenantId) ? row : null;

    /// <summary>The segment that a body refers to, which must lie in the same tenant.</summary>
    /// <exception cref="CrmError">404.</exception>
    public SegmentRow? Referred(string tenantId, string? segmentId)
        => segmentId is null ? null : State.Segments.Find(segmentId) is { } row && row.Value.TenantId == tenantId ? row : throw CrmError.NotFound("Segment");

    /// <summary>A page of a tenant's segments.</summary>
    public CrmPage<SegmentRow> List(CrmCaller caller, string tenantId, SegmentType? type, bool? isActive, CrmPaging paging)
    {
        caller.RequireTenant(tenantId);
        return rules.Lists.Page(
            ("segments", tenantId, type, isActive),
            State.SegmentsByTenant[tenantId].Where(row => (type is null || row.Value.Type == type) && (isActive is null || row.Value.IsActive == isActive)),
            ByName,
            paging);
    }

    /// <summary>A page of a segment's members.</summary>
    public CrmPage<(CustomerRow Customer, DateTimeOffset JoinedAt)> Members(CrmCaller caller, string id, CrmPaging paging)
    {
        SegmentRow row = Get(caller, id);
        return rules.Lists.Page(
            ("members", row.Id),
            State.Members.Of(row.Ordinal).Select(customer => (State.Customers.At(customer)!, State.Members.JoinedAt(row.Ordinal, customer)!.Value)),
            LatestFirst,
            paging);
    }

    /// <summary>Stores a segment; the members of one with criteria are computed at once.</summary>
    public SegmentRow Create(CrmCaller caller, CreateSegmentRequest request)
    {
        caller.RequireTenant(request.TenantId!);
        RequireFreeName(request.TenantId!, request.Name, null);
        SegmentRow row = State.Segments.Add(new SegmentRow
        {
            Value = new Segment
            {
                Id = State.Segments.NextId,
                TenantId = request.TenantId!,
                Name = request.Name,
                Description = request.Description,
                Type = request.Type ?? SegmentType.Dynamic,
                Criteria = request.Criteria,
                ClubId = request.ClubId,
                RefreshFrequency = request.RefreshFrequency ?? SegmentRefreshFrequency.Daily,
                IsActive = request.IsActive ?? true,
                IsSystem = false,
                CreatedBy = caller.Subject,
                CreatedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
        row = Recompute(row);
        rules.Clock.Ensure();
        return row;
    }

    /// <summary>Changes a segment; new criteria recompute its members at once.</summary>
    public SegmentRow Update(CrmCaller caller, string id, UpdateSegmentRequest request)
    {
        SegmentRow row = RequireOwn(Get(caller, id));
        if (request.Criteria.IsSet && row.Value.Type == SegmentType.Static) throw CrmError.Invalid("criteria is not allowed for STATIC segments");
        if (request.Name.IsSet) RequireFreeName(row.Value.TenantId, request.Name.Value, row);
        row = State.Segments.Update(row with
        {
            Value = row.Value with
            {
                Name = request.Name.Or(row.Value.Name),
                Description = request.Description.Or(row.Value.Description),
                Criteria = request.Criteria.Or(row.Value.Criteria),
                IsActive = request.IsActive.Or(row.Value.IsActive),
                RefreshFrequency = request.RefreshFrequency.IsSet ? request.RefreshFrequency.Value : row.Value.RefreshFrequency,
                UpdatedAt = rules.Now,
            },
        });
        if (request.Criteria.IsSet) row = Recompute(row);
        rules.Clock.Ensure();
        return row;
    }

    /// <summary>Deletes a segment: its memberships are dropped, its name is free again, drafts lose it.</summary>
    public void Delete(CrmCaller caller, string id)
    {
        SegmentRow row = RequireOwn(Get(caller, id));
        foreach (CampaignRow campaign in State.CampaignsBySegment[row.Id])
        {
            if (campaign.Value.Status == CampaignStatus.Scheduled || campaign.Value.Status == CampaignStatus.Active || campaign.Value.Status == CampaignStatus.Paused)
                throw CrmError.State("Segment is used by a scheduled or running campaign");
        }

        foreach (CampaignRow campaign in State.CampaignsBySegment[row.Id])
        {
            if (campaign.Value.Status == CampaignStatus.Draft)
                State.Campaigns.Update(campaign with { Value = campaign.Value with { SegmentId = null, TargetCount = 0, UpdatedAt = rules.Now } });
        }

        State.Members.Clear(row.Ordinal);
        State.Segments.Remove(row);
    }

    /// <summary>Puts customers into a STATIC segment; one unknown id refuses them all.</summary>
    public SegmentMembersResult AddMembers(CrmCaller caller, string id, IReadOnlyList<string> customerIds)
    {
        SegmentRow row = Get(caller, id);
        CustomerRow[] customers = [.. customerIds.Select(customerId =>
            State.Customers.Find(customerId) is { } customer && customer.Value.TenantId == row.Value.TenantId ? customer : throw CrmError.NotFound("Customer"))];
        RequireStatic(RequireOwn(row));
        foreach (CustomerRow customer in customers) CustomerRules.RequireLive(customer);

        List<CustomerRow> added = [.. customers.DistinctBy(customer => customer.Ordinal).Where(customer => !State.Members.Contains(row.Ordinal, customer.Ordinal))];
        foreach (CustomerRow customer in added) State.Members.Join(row.Ordinal, customer.Ordinal, rules.Now);
        row = Counted(row, row.Value.MemberCount + added.Count);
        foreach (CustomerRow customer in added) rules.JourneyEngine.OnEntered(row, customer);
        return new SegmentMembersResult { SegmentId = row.Id, AddedCount = added.Count, SkippedCount = customerIds.Count - added.Count, MemberCount = row.Value.MemberCount };
    }

    /// <summary>Takes a customer out of a STATIC segment.</summary>
    public void RemoveMember(CrmCaller caller, string id, string customerId)
    {
        SegmentRow row = Get(caller, id);
        CustomerRow? customer = State.Customers.Find(customerId);
        if (customer is null || customer.Value.TenantId != row.Value.TenantId) throw CrmError.NotFound("Customer");
        RequireStatic(RequireOwn(row));
        if (!State.Members.Leave(row.Ordinal, customer.Ordinal)) throw CrmError.NotFound("Customer");
        Counted(row, row.Value.MemberCount - 1);
    }

    /// <summary>Recomputes a segment that has criteria; does nothing for others.</summary>
    public SegmentRow Refresh(CrmCaller caller, string id) => Recompute(Get(caller, id));

    /// <summary>Hands the members to the messaging service.</summary>
    public SegmentRow Sync(CrmCaller caller, string id)
    {
        SegmentRow row = Get(caller, id);
        if (!row.Value.IsActive) throw CrmError.State("Segment is not active");
        if (rules.Messages.Fails()) throw CrmError.Upstream("Messaging service is not available");
        row = State.Segments.Update(row with
        {
            Value = row.Value with
            {
                MessagingSegmentId = row.Value.MessagingSegmentId ?? $"msg_segment_{rules.World.Ids.Text("crm.messagingSegment", 10)}",
                LastSyncedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
        rules.Clock.Ensure();
        return row;
    }

    /// <summary>Refreshes the active segments of a frequency, as the clock does.</summary>
    public void RefreshAll(SegmentRefreshFrequency frequency)
    {
        foreach (SegmentRow row in State.SegmentsByFrequency[frequency.Value].OrderBy(row => row.Ordinal)) Recompute(row);
    }

    /// <summary>Syncs the active segments that the messaging service knows, as the clock does; one that fails stays as it is.</summary>
    public void SyncAll()
    {
        foreach (SegmentRow row in State.SyncedSegments["synced"].OrderBy(row => row.Ordinal))
        {
            if (rules.Messages.Fails()) continue;
            State.Segments.Update(row with { Value = row.Value with { LastSyncedAt = rules.Now } });
        }
    }

    /// <summary>Computes the members of a segment with criteria. Those who stay keep their time; new ones get the present.</summary>
    public SegmentRow Recompute(SegmentRow row)
    {
        if (row.Value.Criteria is not { } criteria) return row;
        Func<Customer, bool> test = CriteriaCompiler.Compile(criteria);
        string tenantId = row.Value.TenantId;
        int count = 0;
        List<int>? entered = null;
        for (int i = 0; i < State.Customers.Extent; i++)
        {
            if (State.Customers.At(i) is not { } customer || customer.Value.TenantId != tenantId) continue;
            if (CustomerRules.IsLive(customer.Value) && test(customer.Value))
            {
                count++;
                if (State.Members.Contains(row.Ordinal, i)) continue;
                State.Members.Join(row.Ordinal, i, rules.Now);
                (entered ??= []).Add(i);
            }
            else
            {
                State.Members.Leave(row.Ordinal, i);
            }
        }

        row = State.Segments.Update(State.Segments.Current(row)! with { Value = row.Value with { MemberCount = count, LastRefreshedAt = rules.Now, UpdatedAt = rules.Now } });
        if (entered is not null && rules.JourneyEngine.Watches(row))
            foreach (int customer in entered) rules.JourneyEngine.OnEntered(row, State.Customers.At(customer)!);
        return State.Segments.Current(row)!;
    }

    /// <summary>Takes a customer out of all segments.</summary>
    public void LeaveAll(int customer)
    {
        foreach (int segment in State.Members.SegmentsOf(customer))
        {
            State.Members.Leave(segment, customer);
            SegmentRow row = State.Segments.At(segment)!;
            Counted(row, row.Value.MemberCount - 1);
        }
    }

    /// <summary>Gives a customer's memberships to another one, who keeps those it has.</summary>
    public void MoveAll(int from, int to)
    {
        foreach (int segment in State.Members.SegmentsOf(from))
        {
            DateTimeOffset joinedAt = State.Members.JoinedAt(segment, from)!.Value;
            State.Members.Leave(segment, from);
            SegmentRow row = State.Segments.At(segment)!;
            if (State.Members.Contains(segment, to)) Counted(row, row.Value.MemberCount - 1);
            else State.Members.Join(segment, to, joinedAt);
        }
    }

    private SegmentRow Counted(SegmentRow row, int count)
        => State.Segments.Update(State.Segments.Current(row)! with { Value = row.Value with { MemberCount = count, UpdatedAt = rules.Now } });

    private void RequireFreeName(string tenantId, string name, SegmentRow? own)
    {
        if (State.SegmentsByName[CrmState.Key(tenantId, name)].Any(row => row.Ordinal != own?.Ordinal)) throw CrmError.Duplicate("A segment with this name already exists");
    }

    private static SegmentRow RequireOwn(SegmentRow row) => row.Value.IsSystem != true ? row : throw CrmError.State("Segment is managed by the platform");

    private static void RequireStatic(SegmentRow row)
    {
        if (row.Value.Type != SegmentType.Static) throw CrmError.State("Members can be changed for STATIC segments only");
    }

    private static int ByName(SegmentRow a, SegmentRow b)
    {
        int byName = string.CompareOrdinal(a.Value.Name, b.Value.Name);
        return byName != 0 ? byName : string.CompareOrdinal(a.Id, b.Id);
    }

    private static int LatestFirst((CustomerRow Customer, DateTimeOffset JoinedAt) a, (CustomerRow Customer, DateTimeOffset JoinedAt) b)
    {
        int byTime = b.JoinedAt.CompareTo(a.JoinedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Customer.Id, b.Customer.Id);
    }
}
