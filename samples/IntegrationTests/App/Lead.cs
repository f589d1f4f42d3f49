namespace LeadSync;

/// <summary>A lead as the app's callers send it.</summary>
public sealed record Lead(string Email, string? Name = null, string? Company = null);
