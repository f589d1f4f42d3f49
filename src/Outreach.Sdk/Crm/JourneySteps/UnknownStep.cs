namespace Outreach.Sdk.Crm;

/// <summary>A step of a kind that this version of the client does not know, as it came.</summary>
public sealed record UnknownStep : JourneyStepAction
{
    private readonly JourneyStepType _type;
    private readonly JourneyStepConfig _config;

    internal UnknownStep(JourneyStepType type, JourneyStepConfig config)
    {
        _type = type;
        _config = config;
    }

    /// <inheritdoc/>
    public override JourneyStepType Type => _type;

    /// <inheritdoc/>
    public override JourneyStepConfig ToConfig() => _config;
}
