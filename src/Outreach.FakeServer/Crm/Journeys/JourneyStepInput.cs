using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of step calls.</summary>
internal static class JourneyStepInput
{
    private static readonly string[] ReadOnly = ["id", "journeyId", "stepNumber"];
    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnly, "type"];
    private static readonly string[] Writable = ["email", "phoneNumber", "firstName", "lastName", "displayName", "lifecycleStage", "authUserId"];

    /// <summary>Reads a new step.</summary>
    public static CreateJourneyStepRequest Create(JsonElement body) => CrmInput.Read(body, ReadOnly, fields =>
    {
        JourneyStepType? type = fields.OneOf<JourneyStepType>("type", required: true).Or(null);
        return new CreateJourneyStepRequest
        {
            Type = type ?? default,
            Name = fields.Text("name", min: 1, max: 200, trim: true).Or(null),
            Config = Config(fields, required: true, type).Or(null) ?? new JourneyStepConfig(),
            NextStepId = fields.Text("nextStepId").Or(null),
            NextStepYesId = fields.Text("nextStepYesId").Or(null),
            NextStepNoId = fields.Text("nextStepNoId").Or(null),
        };
    });

    /// <summary>Reads a change. What the step's type asks of the settings is checked by <see cref="CheckConfig"/>.</summary>
    public static UpdateJourneyStepRequest Update(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields => new UpdateJourneyStepRequest
    {
        Name = fields.Text("name", nullable: true, min: 1, max: 200, trim: true),
        Config = Config(fields, required: false, null).NotNull(),
        NextStepId = fields.Text("nextStepId", nullable: true),
        NextStepYesId = fields.Text("nextStepYesId", nullable: true),
        NextStepNoId = fields.Text("nextStepNoId", nullable: true),
    }, patch: true);

    /// <summary>Reads a new order.</summary>
    public static ReorderJourneyStepsRequest Reorder(JsonElement body) => CrmInput.Read(body, [], fields => new ReorderJourneyStepsRequest
    {
        StepIds = fields.Texts("stepIds", required: true, min: 1, minLength: 1).Distinct(fields, "stepIds").Or(null) ?? [],
    });

    /// <summary>What is wrong with the settings of a step of a type; null when nothing is.</summary>
    public static string? CheckConfig(JourneyStepType type, JourneyStepConfig config) => type.Value switch
    {
        "SEND" when config.Channel is null => "config.channel is required for SEND steps",
        "SEND" when string.IsNullOrEmpty(config.TemplateId) => "config.templateId is required for SEND steps",
        "WAIT" when config.Duration is null => "config.duration is required for WAIT steps",
        "WAIT" when config.Unit is null => "config.unit is required for WAIT steps",
        "CONDITION" when config.Criteria is null && string.IsNullOrEmpty(config.EventType) => "config.criteria or config.eventType is required for CONDITION steps",
        "SPLIT" when config.Variants is null => "config.variants is required for SPLIT steps",
        "SPLIT" when Math.Abs(config.Variants.Sum(variant => variant.Percentage) - 100) > 1e-9 => "config.variants must have percentages that sum to 100",
        "UPDATE" when config.Set is not { Count: > 0 } && config.AddTags is not { Count: > 0 } && config.RemoveTags is not { Count: > 0 } => "one of config.set, config.addTags, config.removeTags is required for UPDATE steps",
        _ => null,
    };

    private static Optional<JourneyStepConfig?> Config(Fields fields, bool required, JourneyStepType? type)
    {
        Optional<Fields?> config = fields.Object("config", required);
        if (config is not { IsSet: true, Value: { } members }) return default;
        int before = fields.Violations.Count;
        JourneyStepConfig read = new()
        {
            EventType = members.Text("eventType", min: 1).Or(null),
            Conditions = members.Rules("conditions").Or(null),
            Channel = members.OneOf("channel", allowed: CrmMessages.Channels).Or(null),
            TemplateId = members.Text("templateId", min: 1).Or(null),
            Duration = (int?)members.Integer("duration", min: 1, max: int.MaxValue).Or(null),
            Unit = members.OneOf<WaitUnit>("unit").Or(null),
            Criteria = members.Criteria("criteria").Or(null),
            Variants = members.List("variants", Variant, min: 2).Or(null),
            Set = Set(members),
            AddTags = members.Texts("addTags", minLength: 1, maxLength: 50).Or(null),
            RemoveTags = members.Texts("removeTags", minLength: 1, maxLength: 50).Or(null),
        };
        if (fields.Violations.Count > before) return default;
        if (type is { } known && CheckConfig(known, read) is { } wrong) throw CrmError.Invalid(wrong);
        return read;
    }

    private static Optional<JourneySplitVariant> Variant(ListItem item)
    {
        if (item.Object() is not { } members) return default;
        int before = members.Violations.Count;
        JourneySplitVariant variant = new()
        {
            Name = members.Text("name", required: true, min: 1, trim: true).Or(null) ?? "",
            Percentage = members.Number("percentage", required: true, min: 0, max: 100).Or(null) ?? 0,
            NextStepId = members.Text("nextStepId", nullable: true).Or(null),
        };
        return members.Violations.Count == before ? variant : default(Optional<JourneySplitVariant>);
    }

    private static Dictionary<string, JsonScalar>? Set(Fields config)
    {
        if (config.Object("set") is not { IsSet: true, Value: { } members }) return null;
        Dictionary<string, JsonScalar> set = new(StringComparer.Ordinal);
        foreach (JsonProperty member in members.Element.EnumerateObject())
        {
            if (!Writable.Contains(member.Name, StringComparer.Ordinal)) members.Rule(member.Name, "cannot be written by a step");
            else set[member.Name] = JsonScalar.From(member.Value);
        }

        CustomerInput.Update(members);
        return set;
    }
}
