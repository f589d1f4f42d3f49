namespace Outreach.Sdk.Crm;

/// <summary>Sends a message.</summary>
/// <param name="Channel">Message channel: EMAIL, SMS, PUSH or WHATSAPP.</param>
/// <param name="TemplateId">Template of the messaging service.</param>
public sealed record SendStep(Channel Channel, string TemplateId) : JourneyStepAction
{
    /// <inheritdoc/>
    public override JourneyStepType Type => JourneyStepType.Send;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => new() { Channel = Channel, TemplateId = TemplateId };
}
