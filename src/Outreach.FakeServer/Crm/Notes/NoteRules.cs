using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for notes.</summary>
internal sealed class NoteRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>A page of a profile's notes.</summary>
    public CrmPage<NoteRow> List(CrmCaller caller, string customerId, NoteType? type, CrmPaging paging)
    {
        CustomerRow customer = rules.Customers.Get(caller, customerId);
        return rules.Lists.Page(("notes", customer.Id, type), State.NotesByCustomer[customer.Id].Newest().Where(row => type is null || row.Value.Type == type), PinnedFirst, paging);
    }

    /// <summary>Stores a note under the caller's id.</summary>
    public NoteRow Create(CrmCaller caller, string customerId, CreateNoteRequest request)
    {
        CustomerRow customer = CustomerRules.RequireLive(rules.Customers.Get(caller, customerId));
        NoteRow row = State.Notes.Add(new NoteRow
        {
            Value = new Note
            {
                Id = State.Notes.NextId,
                TenantId = customer.Value.TenantId,
                CustomerId = customer.Id,
                Type = request.Type ?? NoteType.General,
                Content = request.Content,
                IsPinned = request.IsPinned ?? false,
                CreatedBy = caller.Subject,
                CreatedAt = rules.Now,
                UpdatedAt = rules.Now,
            },
        });
        rules.Activities.Record(customer, new RecordedActivity("NOTE_ADDED", ActivityCategory.Note, "Note added") { SourceId = row.Id });
        return row;
    }

    /// <summary>Changes a note.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="customerId">The profile that the note must belong to; null for whichever it is.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="request">The change.</param>
    public NoteRow Update(CrmCaller caller, string? customerId, string noteId, UpdateNoteRequest request)
    {
        NoteRow row = GetForWriting(caller, customerId, noteId);
        return State.Notes.Update(row with
        {
            Value = row.Value with
            {
                Content = request.Content.Or(row.Value.Content),
                Type = request.Type.Or(row.Value.Type),
                IsPinned = request.IsPinned.Or(row.Value.IsPinned),
                UpdatedAt = rules.Now,
            },
        });
    }

    /// <summary>Removes a note for good.</summary>
    public void Delete(CrmCaller caller, string? customerId, string noteId) => State.Notes.Remove(GetForWriting(caller, customerId, noteId));

    private NoteRow GetForWriting(CrmCaller caller, string? customerId, string noteId)
    {
        CustomerRow? customer = customerId is null ? null : rules.Customers.Get(caller, customerId);
        NoteRow? row = State.Notes.Find(noteId);
        if (row is null || !caller.Tenants.Contains(row.Value.TenantId!) || (customer is not null && row.Value.CustomerId != customer.Id)) throw CrmError.NotFound("Note");
        CustomerRules.RequireLive(customer ?? State.Customers.Find(row.Value.CustomerId)!);
        return row;
    }

    private static int PinnedFirst(NoteRow a, NoteRow b)
    {
        int byPin = b.Value.IsPinned.CompareTo(a.Value.IsPinned);
        if (byPin != 0) return byPin;
        int byTime = b.Value.CreatedAt.CompareTo(a.Value.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(a.Id, b.Id);
    }
}
