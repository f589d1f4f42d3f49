namespace Outreach.Sdk;

/// <summary>How Mailmark is reached.</summary>
public sealed class MailmarkOptions : ApiOptions
{
    internal override ApiProfile Profile => Mailmark.MailmarkProfile.Instance;
}
