namespace Outreach.FakeServer;

/// <summary>
/// Something that falls due: data, not a closure, so that a snapshot and a state file can carry it. What is to be done is
/// looked up by <paramref name="Kind"/>.
/// </summary>
/// <param name="Due">When.</param>
/// <param name="Order">Order of creation; decides between jobs that are due at the same time.</param>
/// <param name="Kind">What, such as <c>markus.delivery</c>.</param>
/// <param name="Subject">The id or key of what it is about.</param>
/// <param name="Data">Anything else that the handler needs.</param>
internal sealed record Job(DateTimeOffset Due, long Order, string Kind, string Subject, string? Data) : IComparable<Job>
{
    /// <inheritdoc/>
    public int CompareTo(Job? other)
    {
        if (other is null) return 1;
        int byDue = Due.UtcTicks.CompareTo(other.Due.UtcTicks);
        return byDue != 0 ? byDue : Order.CompareTo(other.Order);
    }
}
