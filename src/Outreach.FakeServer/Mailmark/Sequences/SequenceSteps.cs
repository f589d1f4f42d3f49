using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>The steps of a sequence: exactly a mail or a wait each, no further members.</summary>
internal static class SequenceSteps
{
    /// <summary>Reads the steps of a list.</summary>
    public static IReadOnlyList<StepRow> Read(JsonElement list)
    {
        List<StepRow> steps = [];
        foreach (JsonElement item in list.EnumerateArray())
            steps.Add(Read(item, $".steps[{steps.Count.ToString(CultureInfo.InvariantCulture)}]"));
        return steps;
    }

    /// <summary>Whether a step is a mail by its type, whatever else it holds.</summary>
    public static bool IsMail(JsonElement step) => HasType(step, "send_email");

    /// <summary>The steps as the wire has them.</summary>
    public static IReadOnlyList<SequenceStep> Shape(IReadOnlyList<StepRow> steps)
        => [.. steps.Select(step => step.DelayMs is { } delay ? (SequenceStep)new DelayStep { DelayMs = delay } : new SendEmailStep { Subject = step.Subject!, Html = step.Html! })];

    private static StepRow Read(JsonElement step, string path)
    {
        if (IsMail(step) && Member(step, "subject") is { ValueKind: JsonValueKind.String } subject && Member(step, "html") is { ValueKind: JsonValueKind.String } html && HasOnly(step, 3))
            return new StepRow(subject.GetString(), html.GetString(), null);
        if (HasType(step, "delay") && Member(step, "delayMs") is { ValueKind: JsonValueKind.Number } delay && double.IsFinite(delay.GetDouble()) && HasOnly(step, 2))
            return new StepRow(null, null, delay.GetDouble());
        throw MailmarkErrors.StepInvalid(path);
    }

    private static bool HasType(JsonElement step, string type) => Member(step, "type") is { ValueKind: JsonValueKind.String } text && text.ValueEquals(type);

    private static JsonElement? Member(JsonElement step, string name) => step.ValueKind == JsonValueKind.Object && step.TryGetProperty(name, out JsonElement value) ? value : null;

    // A name may be there twice, the last one counting, as JSON.parse has it.
    private static bool HasOnly(JsonElement step, int members) => step.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal).Count() == members;
}
