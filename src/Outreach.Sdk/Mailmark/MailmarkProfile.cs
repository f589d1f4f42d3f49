namespace Outreach.Sdk.Mailmark;

/// <summary>Mailmark as data.</summary>
internal static class MailmarkProfile
{
    public static ApiProfile Instance { get; } = new()
    {
        Name = "mailmark",
        DisplayName = "Mailmark",
        BaseAddress = new Uri("https://api.mailmark.dev/"),
        Errors = new MailmarkErrorReader(),
        Operations = static () => MailmarkClient.Operations,
    };
}
