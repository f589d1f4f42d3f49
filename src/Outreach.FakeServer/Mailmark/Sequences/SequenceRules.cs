using System.Globalization;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Sequences and the way of their contacts through the steps.</summary>
internal sealed class SequenceRules
{
    private const string StepJob = "mailmark.step";
    private readonly MailmarkService _service;

    public SequenceRules(MailmarkService service)
    {
        _service = service;
        service.World.Jobs.Handle(
            StepJob,
            job => Run(job.Subject, int.Parse(job.Data!, CultureInfo.InvariantCulture)),
            Explain,
            of: service.State.Enrollments,
            data: JobData.Number);
    }

    private MailmarkState State => _service.State;

    /// <summary>Counts the enrollments of a sequence by state.</summary>
    public EnrollmentStats Count(SequenceRow sequence)
    {
        int total = 0, active = 0, completed = 0, replied = 0, bounced = 0, cancelled = 0;
        foreach (EnrollmentRow enrollment in State.EnrollmentsOfSequence[sequence.Id])
        {
            total++;
            switch (enrollment.Status)
            {
                case "active": active++; break;
                case "completed": completed++; break;
                case "replied": replied++; break;
                case "bounced": bounced++; break;
                default: cancelled++; break;
            }
        }

        return new EnrollmentStats { Total = total, Active = active, Completed = completed, Replied = replied, Bounced = bounced, Cancelled = cancelled };
    }

    /// <summary>Whether an address is on its way through a sequence already.</summary>
    public bool IsActive(SequenceRow sequence, string email)
    {
        string key = MailmarkState.Key(sequence.Id, email);
        return _service.Settings.SourceQuirks ? State.EnrollmentsByEmail.First(key)?.Status == "active" : State.ActiveByEmail.Count(key) > 0;
    }

    /// <summary>Enrolls an address; its first step is due at once.</summary>
    public EnrollmentRow Enroll(SequenceRow sequence, string email, IReadOnlyDictionary<string, string>? mergeFields)
    {
        EnrollmentRow enrollment = State.Enrollments.Add(new EnrollmentRow
        {
            SequenceId = sequence.Id,
            Email = email,
            Status = "active",
            CurrentStep = 0,
            EnrolledAt = _service.Now,
            MergeFields = mergeFields,
        });
        if (!_service.Settings.SourceQuirks) RunAt(enrollment, 0, 0);
        return enrollment;
    }

    /// <summary>Stops an active sequence for a while.</summary>
    public SequenceRow Pause(SequenceRow sequence)
        => sequence.Status == "active" ? State.Sequences.Update(sequence with { Status = "paused" }) : throw MailmarkErrors.SequenceNotActive();

    /// <summary>Lets a paused sequence go on: what fell due meanwhile runs now.</summary>
    public SequenceRow Resume(SequenceRow sequence)
    {
        if (sequence.Status != "paused") throw MailmarkErrors.SequenceNotPaused();
        sequence = State.Sequences.Update(sequence with { Status = "active" });
        foreach (EnrollmentRow enrollment in State.ActiveOfSequence[sequence.Id].ToList())
        {
            if (enrollment.HeldStep is not { } step) continue;
            State.Enrollments.Update(enrollment with { HeldStep = null });
            RunAt(enrollment, step, 0);
        }

        return sequence;
    }

    /// <summary>Ends a sequence for good, and with it every active enrollment.</summary>
    /// <returns>All enrollments of the sequence that were ever cancelled.</returns>
    public int Cancel(SequenceRow sequence)
    {
        foreach (EnrollmentRow enrollment in State.ActiveOfSequence[sequence.Id].ToList())
            State.Enrollments.Update(enrollment with { Status = "cancelled", EndedAt = _service.Now, HeldStep = null });
        State.Sequences.Update(sequence with { Status = "completed" });
        return Count(sequence).Cancelled;
    }

    /// <summary>Any mail from a contact ends its enrollments in every sequence of the mailbox.</summary>
    public void Replied(MailboxRow mailbox, string sender)
    {
        foreach (SequenceRow sequence in State.SequencesOfMailbox[mailbox.Id].ToList())
        {
            string key = MailmarkState.Key(sequence.Id, sender);
            IEnumerable<EnrollmentRow> candidates = _service.Settings.SourceQuirks ? State.EnrollmentsByEmail[key].Take(1) : State.ActiveByEmail[key];
            foreach (EnrollmentRow enrollment in candidates.ToList())
                if (enrollment.Status == "active") End(enrollment, "replied");
        }
    }

    /// <summary>A bounce of a step's mail ends the enrollment.</summary>
    public void Bounced(string? enrollmentId)
    {
        if (State.Enrollments.Find(enrollmentId) is { Status: "active" } enrollment) End(enrollment, "bounced");
    }

    /// <summary>Has a step run after a while; one that is negative or beyond all dates never comes.</summary>
    public void RunAt(EnrollmentRow enrollment, int step, double delayMs)
    {
        if (delayMs >= 0 && delayMs <= Millis.Last - _service.Now)
            _service.World.Jobs.Schedule(_service.World.Clock.Now + TimeSpan.FromMilliseconds(delayMs), StepJob, enrollment.Id, step.ToString(CultureInfo.InvariantCulture));
    }

    private void Run(string enrollmentId, int step)
    {
        if (State.Enrollments.Find(enrollmentId) is not { Status: "active" } enrollment || State.Sequences.Find(enrollment.SequenceId) is not { } sequence) return;
        if (sequence.Status == "paused" && !_service.Settings.SourceQuirks) State.Enrollments.Update(enrollment with { HeldStep = step });
        if (sequence.Status != "active") return;
        if (step >= sequence.Steps.Count) End(enrollment, "completed");
        else if (sequence.Steps[step].DelayMs is { } delay) RunAt(Advance(enrollment, step), step + 1, delay);
        else if (TrySend(sequence, enrollment, sequence.Steps[step])) Go(sequence, Advance(enrollment, step), step + 1);
    }

    private string Explain(Job job)
    {
        if (State.Enrollments.Find(job.Subject) is not { } enrollment || State.Sequences.Find(enrollment.SequenceId) is not { } sequence) return "nothing: the enrollment is gone";
        if (enrollment.Status != "active" || sequence.Status is not ("active" or "paused")) return $"nothing: {enrollment.Email} is on its way through sequence '{sequence.Name}' no more";
        int step = int.Parse(job.Data!, CultureInfo.InvariantCulture);
        string due = step < sequence.Steps.Count
            ? string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of {sequence.Steps.Count} of sequence '{sequence.Name}' falls due for {enrollment.Email}")
            : $"sequence '{sequence.Name}' ends for {enrollment.Email}";
        if (sequence.Status == "paused") return due + ", and nothing is done: the sequence is paused";
        return step > 0 && step <= sequence.Steps.Count && sequence.Steps[step - 1].DelayMs is { } delay ? string.Create(CultureInfo.InvariantCulture, $"{due}, after its delay of {TimeSpan.FromMilliseconds(delay):c}") : due;
    }

    private EnrollmentRow Advance(EnrollmentRow enrollment, int step) => State.Enrollments.Update(enrollment with { CurrentStep = step + 1 });

    private void Go(SequenceRow sequence, EnrollmentRow enrollment, int next)
    {
        if (next >= sequence.Steps.Count) End(enrollment, "completed");
        else if (sequence.Steps[next].DelayMs is { } delay) RunAt(enrollment, next + 1, delay);
        else RunAt(enrollment, next, 0);
    }

    // A step that cannot be sent is not tried again: the enrollment stays active for ever.
    private bool TrySend(SequenceRow sequence, EnrollmentRow enrollment, StepRow step)
    {
        if (State.Mailboxes.Find(sequence.MailboxId) is not { } mailbox) return false;
        try
        {
            _service.Mail.Send(new OutgoingMail(
                mailbox,
                [enrollment.Email],
                MergeFields.Apply(step.Subject!, enrollment.MergeFields),
                MergeFields.Apply(step.Html!, enrollment.MergeFields),
                EnrollmentId: enrollment.Id));
            return true;
        }
        catch (MailmarkError)
        {
            return false;
        }
    }

    private void End(EnrollmentRow enrollment, string status)
    {
        State.Enrollments.Update(enrollment with { Status = status, EndedAt = _service.Now, HeldStep = null });
        if (State.Sequences.Find(enrollment.SequenceId) is { Status: "active" } sequence && State.ActiveOfSequence.Count(sequence.Id) == 0)
            State.Sequences.Update(sequence with { Status = "completed" });
    }
}
