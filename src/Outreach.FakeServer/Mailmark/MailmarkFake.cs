namespace Outreach.FakeServer.Mailmark;

/// <summary>Test control of Mailmark: the things that its API cannot make, and the ones that recipients and operators do.</summary>
public sealed partial class MailmarkFake
{
    /// <summary>The name of the account that a new world holds.</summary>
    public const string DefaultUser = "owner";

    internal const string DefaultDomain = "acme.dev";
    internal const string DefaultApiKey = "dm_live_0123456789abcdef0123456789abcdef0123456789abcdef";
    internal const string DefaultOrgApiKey = "dm_live_fedcba9876543210fedcba9876543210fedcba9876543210";
    internal const string DefaultWebhookSecret = "mailmark-fake-webhook-secret";

    private readonly MailmarkService _service;

    internal MailmarkFake(MailmarkService service) => _service = service;

    /// <summary>The key of the default domain.</summary>
    public string ApiKey => DefaultApiKey;

    /// <summary>The org-wide key of the default account.</summary>
    public string OrgApiKey => DefaultOrgApiKey;

    /// <summary>The default account's domain, <c>acme.dev</c>; its mailboxes are <c>hello@acme.dev</c> and <c>sales@acme.dev</c>.</summary>
    public string Domain => DefaultDomain;
}
