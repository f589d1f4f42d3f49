namespace Outreach.Sdk.Reachkit;

/// <summary>How far <see cref="LeadsClient.AddAllAsync"/> has come.</summary>
/// <param name="Leads">Leads done so far, counted over the whole source.</param>
/// <param name="Added">Leads added so far.</param>
/// <param name="Refused">Leads refused so far.</param>
/// <param name="Unknown">Leads so far whose outcome is unknown.</param>
public sealed record AddLeadsProgress(int Leads, int Added, int Refused, int Unknown);
