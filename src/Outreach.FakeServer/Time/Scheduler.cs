using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>The due-time queue of a world.</summary>
internal sealed class Scheduler : IStatePart
{
    private readonly Dictionary<string, JobKind> _kinds = new(StringComparer.Ordinal);
    private State _state = new(ImmutableSortedSet<Job>.Empty, 0);

    /// <inheritdoc/>
    public string Name => "jobs";

    /// <summary>The job that is due first, or null.</summary>
    public Job? Next => _state.Jobs.IsEmpty ? null : _state.Jobs.Min;

    /// <summary>All jobs, in the order in which they will run.</summary>
    public IReadOnlyCollection<Job> Jobs => _state.Jobs;

    /// <summary>That the subjects of jobs are there.</summary>
    public IEnumerable<Reference> References
        => _kinds.Where(pair => pair.Value.Of is not null).Select(pair => new Reference(Name, $"{pair.Key}.subject", () => Lost(pair.Key, pair.Value.Of!)));

    /// <summary>Says how the jobs of a kind are carried out.</summary>
    /// <param name="kind">The kind, with its API before it: <c>markus.delivery</c>.</param>
    /// <param name="run">Carries a job out.</param>
    /// <param name="explain">One line on what a job will do; by default its kind and subject.</param>
    /// <param name="of">The rows that have a job's subject for as long as it waits; null where the subject may go before.</param>
    /// <param name="data">What a job's data must be; null for anything.</param>
    public void Handle(string kind, Action<Job> run, Func<Job, string>? explain = null, IRows? of = null, JobData? data = null)
        => _kinds.Add(kind, new JobKind(run, explain ?? (job => $"{job.Kind} {job.Subject}"), of, data ?? JobData.Any));

    /// <summary>Adds a job. One that is due in the past runs as soon as time is looked at.</summary>
    public Job Schedule(DateTimeOffset due, string kind, string subject, string? data = null)
    {
        if (!_kinds.ContainsKey(kind)) throw new InvalidOperationException($"Nothing handles jobs of kind '{kind}'.");
        Job job = new(due, _state.NextOrder, kind, subject, data);
        _state = new State(_state.Jobs.Add(job), _state.NextOrder + 1);
        return job;
    }

    /// <summary>Takes a job out of the queue.</summary>
    public void Cancel(Job job) => _state = _state with { Jobs = _state.Jobs.Remove(job) };

    /// <summary>Takes the first job out of the queue if it is due.</summary>
    public Job? TakeDue(DateTimeOffset now)
    {
        if (Next is not { } job || job.Due > now) return null;
        Cancel(job);
        return job;
    }

    /// <summary>Carries a job out.</summary>
    public void Run(Job job) => _kinds[job.Kind].Run(job);

    /// <summary>Says what a job will do.</summary>
    public string Explain(Job job) => _kinds[job.Kind].Explain(job);

    object IStatePart.Capture() => _state;

    void IStatePart.Restore(object capture) => _state = (State)capture;

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("nextOrder", _state.NextOrder);
        writer.WriteStartArray("jobs");
        foreach (Job job in _state.Jobs)
        {
            writer.WriteStartObject();
            writer.WriteString("due", job.Due.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            writer.WriteNumber("order", job.Order);
            writer.WriteString("kind", job.Kind);
            writer.WriteString("subject", job.Subject);
            if (job.Data is not null) writer.WriteString("data", job.Data);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    void IStatePart.Read(JsonElement value)
    {
        ImmutableSortedSet<Job>.Builder jobs = ImmutableSortedSet.CreateBuilder<Job>();
        StrictObject state = new(value, "");
        long nextOrder = state.Whole("nextOrder", 0) ?? throw state.Bad("nextOrder", "is missing");
        foreach (StrictObject job in state.Objects("jobs") ?? throw state.Bad("jobs", "is missing"))
        {
            string kind = job.NeedText("kind");
            if (!_kinds.TryGetValue(kind, out JobKind? known)) throw job.Bad("kind", $"nothing handles the kind '{kind}'");
            DateTimeOffset due = job.Time("due") ?? throw job.Bad("due", "is missing");
            long order = job.Whole("order", 0) ?? throw job.Bad("order", "is missing");
            if (order >= nextOrder) throw job.Bad("order", $"{order} is not below nextOrder, {nextOrder}");
            string? data = job.Text("data");
            if (!known.Data.Fits(data)) throw job.Bad("data", data is null ? $"is missing; jobs of kind '{kind}' have {known.Data.Form}" : $"'{data}' is not {known.Data.Form}, as jobs of kind '{kind}' have");
            if (!jobs.Add(new Job(due, order, kind, job.NeedText("subject"), data))) throw job.Bad("order", $"{order} is that of another job, due at the same time");
            job.End();
        }

        state.End();
        _state = new State(jobs.ToImmutable(), nextOrder);
    }

    private string? Lost(string kind, IRows rows)
    {
        foreach (Job job in _state.Jobs)
            if (job.Kind == kind && !rows.Has(job.Subject)) return string.Create(CultureInfo.InvariantCulture, $"the job {kind} of order {job.Order}: its subject '{job.Subject}' is the id of no row of {rows.Name}.");
        return null;
    }

    private sealed record State(ImmutableSortedSet<Job> Jobs, long NextOrder);
}
