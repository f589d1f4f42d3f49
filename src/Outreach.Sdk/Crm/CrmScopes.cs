namespace Outreach.Sdk.Crm;

/// <summary>The scopes that a Crm key can have.</summary>
public static class CrmScopes
{
    /// <summary>Read profiles, timeline, notes (and, by inference, every other GET).</summary>
    public const string Read = "crm:read";

    /// <summary>Create and change profiles, add notes and activities.</summary>
    public const string Write = "crm:write";

    /// <summary>Merge and delete profiles, manage segments.</summary>
    public const string Admin = "crm:admin";

    /// <summary>Manage campaigns, journeys and promotions.</summary>
    public const string Campaigns = "crm:campaigns";

    /// <summary>Manage social connections and posts.</summary>
    public const string Social = "crm:social";
}
