namespace Outreach.Sdk.Mailmark;

/// <summary>Sends one message to the contact.</summary>
public sealed record SendEmailStep : SequenceStep
{
    /// <summary>Always <c>send_email</c>.</summary>
    public override string Type => "send_email";

    /// <summary>Subject; <c>{{field}}</c> is replaced from the contact's merge fields.</summary>
    public string Subject { get => field ?? ""; init; }

    /// <summary>HTML body; same replacement.</summary>
    public string Html { get => field ?? ""; init; }
}
