using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Sequences over the wire.</summary>
internal static class SequencesEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map)
    {
        map("sequences.list", List);
        map("sequences.create", Create);
        map("sequences.update", Update);
        map("sequences.cancel", Cancel);
        map("sequences.enroll", Enroll);
    }

    private static FakeResponse List(MailmarkCall call)
    {
        List<Sequence> sequences =
        [
            .. call.State.SequencesOfDomain[call.DomainId].Select(row => new Sequence
            {
                Id = row.Id,
                Name = row.Name,
                Status = new(row.Status),
                Steps = SequenceSteps.Shape(row.Steps),
                MailboxAddress = call.State.Mailboxes.Find(row.MailboxId)?.FullAddress,
                Stats = call.Service.Sequences.Count(row),
                CreatedAt = Millis.Instant(row.CreatedAt),
            }),
        ];
        return MailmarkResponse.Json(sequences, MailmarkJson.Default.ListSequence);
    }

    private static FakeResponse Create(MailmarkCall call)
    {
        MailmarkBody body = call.Body();
        if (body.IsMissing("name")) throw MailmarkErrors.NameRequired();
        if (body.IsMissing("from")) throw MailmarkErrors.FromRequired();
        if (body.Get("steps") is not { ValueKind: JsonValueKind.Array } steps || steps.GetArrayLength() == 0) throw MailmarkErrors.StepsRequired();
        if (!SequenceSteps.IsMail(steps[0])) throw MailmarkErrors.FirstStepInvalid();
        string from = body.Text("from");
        if (call.State.MailboxesByAddress.First(from.ToLowerInvariant()) is not { } mailbox || mailbox.DomainId != call.DomainId)
            throw MailmarkErrors.MailboxAddressNotFound(from);
        if (body.Get("name") is not { ValueKind: JsonValueKind.String } name) throw MailmarkErrors.StepInvalid(".name");
        SequenceRow sequence = call.State.Sequences.Add(new SequenceRow
        {
            DomainId = call.DomainId,
            MailboxId = mailbox.Id,
            Name = name.GetString()!,
            Steps = SequenceSteps.Read(steps),
            Status = "active",
            CreatedAt = call.NowMs,
        });
        CreatedSequence created = new()
        {
            Id = sequence.Id,
            Name = sequence.Name,
            Status = new(sequence.Status),
            Steps = SequenceSteps.Shape(sequence.Steps),
            MailboxAddress = mailbox.FullAddress,
            CreatedAt = Millis.Instant(sequence.CreatedAt),
        };
        return MailmarkResponse.Json(created, MailmarkJson.Default.CreatedSequence, 201);
    }

    private static FakeResponse Update(MailmarkCall call)
    {
        SequenceRow sequence = Find(call, call.Parts.Count == 1);
        JsonElement? status = call.Body().Get("status");
        sequence = status switch
        {
            { ValueKind: JsonValueKind.String } text when text.ValueEquals("paused") => call.Service.Sequences.Pause(sequence),
            { ValueKind: JsonValueKind.String } text when text.ValueEquals("active") => call.Service.Sequences.Resume(sequence),
            _ => throw MailmarkErrors.SequenceStatusInvalid(),
        };
        return MailmarkResponse.Json(new SequenceState { Id = sequence.Id, Status = new(sequence.Status) }, MailmarkJson.Default.SequenceState);
    }

    private static FakeResponse Cancel(MailmarkCall call)
    {
        SequenceRow sequence = Find(call, call.Parts.Count == 1);
        int cancelled = call.Service.Sequences.Cancel(sequence);
        return MailmarkResponse.Json(new CancelledSequence { Id = sequence.Id, Status = "completed", CancelledEnrollments = cancelled }, MailmarkJson.Default.CancelledSequence);
    }

    private static FakeResponse Enroll(MailmarkCall call)
    {
        SequenceRow sequence = Find(call, call.Parts.Count == 2 && call.Parts[1] == "enroll");
        if (sequence.Status != "active") throw MailmarkErrors.SequenceNotActive();
        if (call.Body().Get("contacts") is not { ValueKind: JsonValueKind.Array } contacts || contacts.GetArrayLength() == 0) throw MailmarkErrors.ContactsRequired();
        if (contacts.GetArrayLength() > 100) throw MailmarkErrors.TooManyContacts();

        // All is read before anything is stored: merge fields of a wrong type fail the whole call.
        List<(string Email, IReadOnlyDictionary<string, string>? Fields)> given = [];
        foreach (JsonElement contact in contacts.EnumerateArray())
            if (Address(contact) is { Length: > 0 } email) given.Add((email, MergeFields.Read(contact.TryGetProperty("mergeFields", out JsonElement fields) ? fields : null)));
        List<string> ids = [];
        foreach ((string email, IReadOnlyDictionary<string, string>? fields) in given)
            if (!call.Service.Sequences.IsActive(sequence, email)) ids.Add(call.Service.Sequences.Enroll(sequence, email, fields).Id);
        EnrollResult result = new() { Enrolled = ids.Count, Skipped = contacts.GetArrayLength() - ids.Count, EnrollmentIds = ids };
        return MailmarkResponse.Json(result, MailmarkJson.Default.EnrollResult);
    }

    private static string? Address(JsonElement contact)
        => contact.ValueKind == JsonValueKind.Object && contact.TryGetProperty("email", out JsonElement email) && email.ValueKind == JsonValueKind.String ? SuppressionRules.Normal(email.GetString()!) : null;

    private static SequenceRow Find(MailmarkCall call, bool pathIsKnown)
    {
        if (!pathIsKnown) throw MailmarkErrors.SequencePathNotFound();
        return call.State.Sequences.TryFind(call.Parts[0], out SequenceRow? sequence) && sequence.DomainId == call.DomainId ? sequence : throw MailmarkErrors.SequenceNotFound();
    }
}
