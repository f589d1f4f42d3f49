namespace Outreach.FakeServer.Markus;

/// <summary>The allowances that a usage warning is given for.</summary>
[Flags]
internal enum AllowanceKinds
{
    None = 0,
    Campaigns = 1,
    Contacts = 2,
    Messages = 4,
    AiGenerations = 8,
}
