namespace LeadSync;

/// <summary>What the app knows of a lead.</summary>
public sealed record KnownLead(string ContactId, string Email, LeadState State, string? Answer = null);
