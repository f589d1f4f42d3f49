namespace Outreach.Sdk.Crm;

/// <summary>
/// What a journey step does, one type per kind: <see cref="TriggerStep"/>, <see cref="SendStep"/>, <see cref="WaitStep"/>,
/// <see cref="ConditionStep"/>, <see cref="SplitStep"/>, <see cref="UpdateStep"/>, <see cref="EndStep"/>, or
/// <see cref="UnknownStep"/> for a kind that this version does not know. On the wire it is a type beside a configuration.
/// </summary>
public abstract record JourneyStepAction
{
    private protected JourneyStepAction() { }

    /// <summary>The kind on the wire.</summary>
    public abstract JourneyStepType Type { get; }

    /// <summary>The configuration on the wire.</summary>
    public abstract JourneyStepConfig ToConfig();

    /// <summary>Makes the typed step of a kind and its configuration.</summary>
    public static JourneyStepAction From(JourneyStepType type, JourneyStepConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return type.Value switch
        {
            "TRIGGER" => new TriggerStep(config.EventType ?? "") { Conditions = config.Conditions ?? [] },
            "SEND" => new SendStep(config.Channel ?? default, config.TemplateId ?? ""),
            "WAIT" => new WaitStep(config.Duration ?? 0, config.Unit ?? default),
            "CONDITION" => new ConditionStep { Criteria = config.Criteria, EventType = config.EventType },
            "SPLIT" => new SplitStep(config.Variants ?? []),
            "UPDATE" => new UpdateStep { Set = config.Set, AddTags = config.AddTags ?? [], RemoveTags = config.RemoveTags ?? [] },
            "END" => new EndStep(),
            _ => new UnknownStep(type, config),
        };
    }
}
