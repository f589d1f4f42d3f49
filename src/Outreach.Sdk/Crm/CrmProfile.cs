namespace Outreach.Sdk.Crm;

/// <summary>Crm as data.</summary>
internal static class CrmProfile
{
    public static ApiProfile Instance { get; } = new()
    {
        Name = "crm",
        DisplayName = "Crm",
        ListMember = "data"u8.ToArray(),
        PageMember = "meta"u8.ToArray(),
        Errors = new CodedErrorReader(),
        Buckets =
        [
            new("read", 1000, 60),
            new("write", 100, 60),
            new("campaign-execution", 10, 60),
            new("social-publishing", 30, 60),
            new("bulk", 10, 60),
        ],
        Operations = static () => CrmClient.Operations,
    };
}
