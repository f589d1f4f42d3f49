namespace Outreach.Mcp.Tests.Support;

internal static class Keys
{
    public const string Markus = "mk_live_secretsecretsecretsecretsecret12";

    public static Credentials OfMarkus { get; } = new() { MarkusKey = Markus };

    public static Credentials OfAll { get; } = new()
    {
        MarkusKey = Markus,
        ReachkitKey = "opaque-secret-of-reachkit",
        MailmarkKey = "dm_live_secretofmailmark",
        CrmToken = "secret.of.crm",
        CrmAddress = new Uri("https://crm.example/"),
        CrmTenantId = "tenant_7",
    };
}
