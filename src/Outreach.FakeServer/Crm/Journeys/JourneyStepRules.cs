using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What holds for the steps of a journey.</summary>
internal sealed class JourneyStepRules(CrmRules rules)
{
    private CrmState State => rules.State;

    /// <summary>All steps of a journey, by number.</summary>
    public IReadOnlyList<JourneyStep> Of(string journeyId) => [.. Rows(journeyId).Select(row => row.Value)];

    /// <summary>All steps of a journey, by number.</summary>
    public List<JourneyStepRow> Rows(string journeyId)
    {
        List<JourneyStepRow> rows = [.. State.StepsByJourney[journeyId]];
        rows.Sort(static (a, b) => a.Value.StepNumber.CompareTo(b.Value.StepNumber));
        return rows;
    }

    /// <summary>All steps of a journey, by number.</summary>
    public IReadOnlyList<JourneyStep> List(CrmCaller caller, string journeyId) => Of(rules.Journeys.Get(caller, journeyId).Id);

    /// <summary>Appends a step.</summary>
    public JourneyStepRow Create(CrmCaller caller, string journeyId, CreateJourneyStepRequest request)
    {
        JourneyRow journey = rules.Journeys.Get(caller, journeyId);
        if (journey.Value.Status != JourneyStatus.Draft) throw CrmError.State("Cannot add steps to active journey");
        JourneyStep step = new()
        {
            Id = State.Steps.NextId,
            JourneyId = journey.Id,
            StepNumber = State.StepsByJourney.Count(journey.Id) + 1,
            Type = request.Type,
            Name = request.Name,
            Config = request.Config,
            NextStepId = request.NextStepId,
            NextStepYesId = request.NextStepYesId,
            NextStepNoId = request.NextStepNoId,
        };
        RequireReferences(step);
        JourneyStepRow row = State.Steps.Add(new JourneyStepRow { Value = step });
        Touch(journey);
        return row;
    }

    /// <summary>Changes a step.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="journeyId">The journey; null for whichever the step belongs to.</param>
    /// <param name="stepId">The step.</param>
    /// <param name="request">The change.</param>
    public JourneyStepRow Update(CrmCaller caller, string? journeyId, string stepId, UpdateJourneyStepRequest request)
    {
        (JourneyRow journey, JourneyStepRow row) = GetForChange(caller, journeyId, stepId);
        JourneyStep step = row.Value with
        {
            Name = request.Name.Or(row.Value.Name),
            Config = request.Config.Or(row.Value.Config),
            NextStepId = request.NextStepId.Or(row.Value.NextStepId),
            NextStepYesId = request.NextStepYesId.Or(row.Value.NextStepYesId),
            NextStepNoId = request.NextStepNoId.Or(row.Value.NextStepNoId),
        };
        if (JourneyStepInput.CheckConfig(step.Type, step.Config) is { } wrong) throw CrmError.Invalid(wrong);
        RequireReferences(step);
        Touch(journey);
        return State.Steps.Update(row with { Value = step });
    }

    /// <summary>Removes a step: those after it move up, references to it are cleared.</summary>
    public void Delete(CrmCaller caller, string? journeyId, string stepId)
    {
        (JourneyRow journey, JourneyStepRow row) = GetForChange(caller, journeyId, stepId);
        State.Steps.Remove(row);
        foreach (JourneyStepRow other in Rows(journey.Id)) State.Steps.Update(other with { Value = Without(other.Value, row) });
        Touch(journey);
    }

    /// <summary>Renumbers all steps.</summary>
    public IReadOnlyList<JourneyStep> Reorder(CrmCaller caller, string journeyId, IReadOnlyList<string> stepIds)
    {
        JourneyRow journey = rules.Journeys.Get(caller, journeyId);
        RequireDraft(journey);
        List<JourneyStepRow> rows = Rows(journey.Id);
        JourneyStepRow?[] order = [.. stepIds.Select(id => rows.Find(row => string.Equals(row.Id, id, StringComparison.OrdinalIgnoreCase)))];
        if (order.Length != rows.Count || order.Contains(null) || order.Distinct().Count() != order.Length) throw CrmError.Invalid("stepIds must list every step of the journey once");
        for (int i = 0; i < order.Length; i++) State.Steps.Update(order[i]! with { Value = order[i]!.Value with { StepNumber = i + 1 } });
        Touch(journey);
        return Of(journey.Id);
    }

    private (JourneyRow Journey, JourneyStepRow Step) GetForChange(CrmCaller caller, string? journeyId, string stepId)
    {
        JourneyRow? journey = journeyId is null ? null : rules.Journeys.Get(caller, journeyId);
        JourneyStepRow? row = State.Steps.Find(stepId);
        journey ??= row is null ? null : rules.Journeys.Find(caller, row.Value.JourneyId);
        if (row is null || journey is null || row.Value.JourneyId != journey.Id) throw CrmError.NotFound("Journey step");
        RequireDraft(journey);
        return (journey, row);
    }

    private static void RequireDraft(JourneyRow journey)
    {
        if (journey.Value.Status != JourneyStatus.Draft) throw CrmError.State("Cannot change steps of active journey");
    }

    private static JourneyStep Without(JourneyStep step, JourneyStepRow removed) => step with
    {
        StepNumber = step.StepNumber > removed.Value.StepNumber ? step.StepNumber - 1 : step.StepNumber,
        NextStepId = Without(step.NextStepId, removed),
        NextStepYesId = Without(step.NextStepYesId, removed),
        NextStepNoId = Without(step.NextStepNoId, removed),
        Config = step.Config.Variants is null ? step.Config : step.Config with
        {
            Variants = [.. step.Config.Variants.Select(variant => variant with { NextStepId = Without(variant.NextStepId, removed) })],
        },
    };

    private static string? Without(string? stepId, JourneyStepRow removed) => string.Equals(stepId, removed.Id, StringComparison.OrdinalIgnoreCase) ? null : stepId;

    private void RequireReferences(JourneyStep step)
    {
        if (step.Type != JourneyStepType.Condition && step.NextStepYesId is not null) throw CrmError.Invalid("nextStepYesId is allowed on CONDITION steps only");
        if (step.Type != JourneyStepType.Condition && step.NextStepNoId is not null) throw CrmError.Invalid("nextStepNoId is allowed on CONDITION steps only");
        RequireReference(step, "nextStepId", step.NextStepId);
        RequireReference(step, "nextStepYesId", step.NextStepYesId);
        RequireReference(step, "nextStepNoId", step.NextStepNoId);
        for (int i = 0; i < step.Config.Variants?.Count; i++) RequireReference(step, $"config.variants[{i}].nextStepId", step.Config.Variants[i].NextStepId);
    }

    private void RequireReference(JourneyStep step, string member, string? stepId)
    {
        if (stepId is not null && State.Steps.Find(stepId)?.Value.JourneyId != step.JourneyId) throw CrmError.Invalid($"{member} must name a step of the same journey");
    }

    private void Touch(JourneyRow journey) => State.Journeys.Update(State.Journeys.Current(journey)! with { Value = journey.Value with { UpdatedAt = rules.Now } });
}
