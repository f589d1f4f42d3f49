using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for customers inside journeys.</summary>
internal sealed class EnrollmentRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>A page of a journey's enrollments.</summary>
    public CrmPage<EnrollmentRow> List(CrmCaller caller, string journeyId, EnrollmentStatus? status, string? customerId, CrmPaging paging)
        => Of(rules.Journeys.Get(caller, journeyId).Id, status, customerId, paging);

    /// <summary>A page of a journey's enrollments.</summary>
    public CrmPage<EnrollmentRow> Of(string journeyId, EnrollmentStatus? status, string? customerId, CrmPaging paging)
        => rules.Lists.Page(
            ("enrollments", journeyId, status, customerId),
            State.EnrollmentsByJourney[journeyId].Newest().Where(row => (status is null || row.Value.Status == status)
                && (customerId is null || string.Equals(row.Value.CustomerId, customerId, StringComparison.OrdinalIgnoreCase))),
            NewestFirst,
            paging);

    /// <summary>Enrolls customers by hand; those who cannot enter are named with the reason.</summary>
    public EnrollmentResult Create(CrmCaller caller, string journeyId, EnrollCustomersRequest request)
    {
        JourneyRow journey = rules.Journeys.Get(caller, journeyId);
        SegmentRow? segment = rules.Segments.Referred(journey.Value.TenantId, request.SegmentId);
        if (journey.Value.Status != JourneyStatus.Active) throw CrmError.State("Journey is not ACTIVE");

        List<EnrollmentRow> enrolled = [];
        List<SkippedEnrollment> skipped = [];
        IEnumerable<string> ids = segment is null
            ? request.CustomerIds ?? []
            : State.Members.Of(segment.Ordinal).Select(place => State.Customers.At(place)!.Id).Order(StringComparer.Ordinal).ToList();
        foreach (string id in ids)
        {
            CustomerRow? customer = State.Customers.Find(id) is { } found && found.Value.TenantId == journey.Value.TenantId ? found : null;
            if (Obstacle(journey, customer) is { } reason) skipped.Add(new SkippedEnrollment { CustomerId = id, Reason = reason });
            else enrolled.Add(Enroll(journey, customer!));
        }

        return new EnrollmentResult
        {
            JourneyId = journey.Id,
            EnrolledCount = enrolled.Count,
            SkippedCount = skipped.Count,
            Enrollments = [.. enrolled.Select(row => State.Enrollments.Current(row)!.Value)],
            Skipped = skipped,
        };
    }

    /// <summary>Enrolls a customer through a trigger; the rules for re-entry and limit apply silently.</summary>
    public void TryEnroll(JourneyRow journey, CustomerRow customer)
    {
        if (Obstacle(journey, customer) is null) Enroll(journey, customer);
    }

    /// <summary>Ends an ACTIVE enrollment on a caller's word.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="journeyId">The journey; null for whichever the enrollment belongs to.</param>
    /// <param name="enrollmentId">The enrollment.</param>
    /// <param name="reason">Why; null for <c>manual</c>.</param>
    public EnrollmentRow Exit(CrmCaller caller, string? journeyId, string enrollmentId, string? reason)
    {
        JourneyRow? journey = journeyId is null ? null : rules.Journeys.Get(caller, journeyId);
        EnrollmentRow? row = State.Enrollments.Find(enrollmentId);
        journey ??= row is null ? null : rules.Journeys.Find(caller, row.Value.JourneyId);
        if (row is null || journey is null || row.Value.JourneyId != journey.Id) throw CrmError.NotFound("Enrollment");
        if (row.Value.Status != EnrollmentStatus.Active) throw CrmError.Transition("exit", row.Value.Status.Value, "enrollment");
        return Exit(row, reason ?? "manual");
    }

    /// <summary>Ends an ACTIVE enrollment early.</summary>
    public EnrollmentRow Exit(EnrollmentRow row, string reason)
        => End(row, row.Value with { Status = EnrollmentStatus.Exited, ExitedAt = rules.Now, ExitReason = reason });

    /// <summary>Ends all ACTIVE enrollments of a customer.</summary>
    public void ExitAll(string customerId, string reason)
    {
        foreach (EnrollmentRow row in State.ActiveEnrollmentsByCustomer[customerId].ToList()) Exit(row, reason);
    }

    /// <summary>Ends an enrollment: as completed, exited or failed.</summary>
    public EnrollmentRow End(EnrollmentRow row, JourneyEnrollment ended)
    {
        bool completed = ended.Status == EnrollmentStatus.Completed;
        row = State.Enrollments.Update(row with { Value = ended with { CurrentStepId = null, NextActionAt = null } });
        JourneyRow journey = State.Journeys.Find(row.Value.JourneyId)!;
        State.Journeys.Update(journey with
        {
            Value = journey.Value with
            {
                TotalCompleted = journey.Value.TotalCompleted + (completed ? 1 : 0),
                TotalExited = journey.Value.TotalExited + (completed ? 0 : 1),
                ActiveEnrollments = journey.Value.ActiveEnrollments - 1,
                UpdatedAt = rules.Now,
            },
        });
        Record(row, journey, completed ? "JOURNEY_COMPLETED" : "JOURNEY_EXITED", completed ? "Journey completed" : "Journey exited");
        return State.Enrollments.Current(row)!;
    }

    private EnrollmentSkipReason? Obstacle(JourneyRow journey, CustomerRow? customer)
    {
        if (customer is null) return EnrollmentSkipReason.CustomerNotFound;
        if (State.Customers.Current(customer)!.Value.Status != CustomerStatus.Active) return EnrollmentSkipReason.CustomerNotActive;
        Index<EnrollmentRow>.Rows former = State.EnrollmentsByPair[CrmState.Key(journey.Id, customer.Id)];
        if (former.Any(row => row.Value.Status == EnrollmentStatus.Active)) return EnrollmentSkipReason.AlreadyEnrolled;
        if (former.Count > 0 && !journey.Value.AllowReentry) return EnrollmentSkipReason.ReentryNotAllowed;
        return journey.Value.MaxEnrollments is { } most && State.ActiveEnrollmentsByJourney.Count(journey.Id) >= most ? EnrollmentSkipReason.EnrollmentLimitReached : null;
    }

    private EnrollmentRow Enroll(JourneyRow journey, CustomerRow customer)
    {
        EnrollmentRow row = State.Enrollments.Add(new EnrollmentRow
        {
            Value = new JourneyEnrollment
            {
                Id = State.Enrollments.NextId,
                JourneyId = journey.Id,
                CustomerId = customer.Id,
                Status = EnrollmentStatus.Active,
                EnrolledAt = rules.Now,
            },
        });
        JourneyRow current = State.Journeys.Current(journey)!;
        State.Journeys.Update(current with
        {
            Value = current.Value with { TotalEnrolled = current.Value.TotalEnrolled + 1, ActiveEnrollments = current.Value.ActiveEnrollments + 1, UpdatedAt = rules.Now },
        });
        Record(row, journey, "JOURNEY_ENROLLED", "Journey entered");
        rules.JourneyEngine.Begin(row);
        return row;
    }

    private void Record(EnrollmentRow row, JourneyRow journey, string type, string title)
        => rules.Activities.Record(State.Customers.Find(row.Value.CustomerId)!, new RecordedActivity(type, ActivityCategory.Marketing, title)
        {
            SourceId = row.Id,
            Metadata = ActivityRules.Metadata("journeyId", journey.Id),
        });

    private static int NewestFirst(EnrollmentRow a, EnrollmentRow b)
    {
        int byTime = b.Value.EnrolledAt.CompareTo(a.Value.EnrolledAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }
}
