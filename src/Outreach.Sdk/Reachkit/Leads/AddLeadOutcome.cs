namespace Outreach.Sdk.Reachkit;

/// <summary>The outcome of one lead of <see cref="LeadsClient.AddAllAsync"/>.</summary>
/// <param name="Index">Position of the lead in the source, from 0.</param>
/// <param name="Email">Its address as given.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Lead">The lead as stored; null unless it was added.</param>
/// <param name="Error">Why it was refused or is unknown; null when it was added.</param>
public sealed record AddLeadOutcome(int Index, string Email, AddLeadStatus Status, Lead? Lead, OutreachException? Error);
