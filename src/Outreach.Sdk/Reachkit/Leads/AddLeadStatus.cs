namespace Outreach.Sdk.Reachkit;

/// <summary>What became of one lead of <see cref="LeadsClient.AddAllAsync"/>.</summary>
public enum AddLeadStatus
{
    /// <summary>The service answered with the lead: new, or the existing one where <c>if_exists</c> allows that.</summary>
    Added,

    /// <summary>The service refused it; nothing was stored.</summary>
    Refused,

    /// <summary>The call broke off: the lead was stored or not.</summary>
    Unknown,
}
