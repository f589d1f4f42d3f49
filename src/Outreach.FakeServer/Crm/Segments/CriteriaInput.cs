using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads criteria; every violation names its place, as <c>criteria.rules[1].value</c>.</summary>
internal static class CriteriaInput
{
    /// <summary>Deepest nesting of groups; more is refused before it is read.</summary>
    public const int MaxDepth = 20;

    /// <summary>Reads a group under a member's name.</summary>
    public static Optional<SegmentCriteria?> Criteria(this Fields fields, string name, bool required = false)
    {
        Optional<Fields?> group = fields.Object(name, required);
        if (group is not { IsSet: true, Value: { } members }) return default;
        int before = fields.Violations.Count;
        SegmentCriteria read = Group(members, 1);
        return fields.Violations.Count == before ? read : default(Optional<SegmentCriteria?>);
    }

    /// <summary>Reads a list of rules under a member's name, which stands for a group of all of them.</summary>
    public static Optional<IReadOnlyList<SegmentRule>?> Rules(this Fields fields, string name) => fields.List(name, item =>
    {
        if (item.Object() is not { } members) return default;
        int before = members.Violations.Count;
        SegmentRule rule = Rule(members);
        return members.Violations.Count == before ? rule : default(Optional<SegmentRule>);
    });

    private static SegmentCriteria Group(Fields group, int depth)
    {
        Combinator combinator = group.OneOf<Combinator>("combinator", required: true).Or(null) ?? Combinator.And;
        Optional<IReadOnlyList<SegmentNode>?> rules = group.List<SegmentNode>("rules", item =>
        {
            if (item.Object() is not { } members) return default;
            int before = members.Violations.Count;
            bool isGroup = members.Has("combinator") || members.Has("rules");
            if (isGroup && depth == MaxDepth) item.Report(ViolationKind.Rule, expected: $"must not be nested deeper than {MaxDepth} groups");
            if (members.Violations.Count > before) return default;
            SegmentNode node = isGroup ? Group(members, depth + 1) : Rule(members);
            return members.Violations.Count == before ? new Optional<SegmentNode>(node) : default;
        }, required: true, min: 1);
        return new SegmentCriteria { Combinator = combinator, Rules = rules.Or(null) ?? [] };
    }

    private static SegmentRule Rule(Fields rule)
    {
        string name = rule.Text("field", required: true).Or(null) ?? "";
        RuleOperator op = rule.OneOf<RuleOperator>("operator", required: true).Or(null) ?? default;
        JsonElement? value = rule.Element.TryGetProperty("value", out JsonElement given) && given.ValueKind != JsonValueKind.Null && !CrmJsonDepth.IsDeeper(given, 1) ? given.Clone() : null;
        SegmentRule read = new() { Field = name, Operator = op, Value = value };
        if (name.Length == 0 && rule.Violations.Count > 0) return read;
        if (CustomerField.Find(name) is not { } field)
        {
            rule.Rule("field", $"is not a segment field: {name}");
            return read;
        }

        if (op.Value is null) return read;
        if (!field.Takes(op)) rule.Rule("operator", $"{op} cannot be used with {name}");
        else if (op != RuleOperator.IsNull && op != RuleOperator.IsNotNull) CheckValue(rule, field, op);
        return read;
    }

    private static void CheckValue(Fields rule, CustomerField field, RuleOperator op)
    {
        if (op == RuleOperator.In)
        {
            rule.List<bool>("value", item =>
            {
                CheckScalar(item, field);
                return true;
            }, required: true, min: 1);
            return;
        }

        if (!rule.Element.TryGetProperty("value", out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            rule.Report("value", ViolationKind.Missing);
            return;
        }

        // A scalar is checked as an item that stands at the member's own place.
        CheckScalar(new ListItem(value, rule.PathOf("value"), (List<Violation>)rule.Violations, static (list, i) => $"{list}[{i}]"), field);
    }

    private static void CheckScalar(ListItem value, CustomerField field)
    {
        JsonValueKind kind = value.Element.ValueKind;
        switch (field.Kind)
        {
            case CriteriaKind.Number when kind != JsonValueKind.Number: value.Report(ViolationKind.Type, expected: "number"); break;
            case CriteriaKind.Boolean when kind is not (JsonValueKind.True or JsonValueKind.False): value.Report(ViolationKind.Type, expected: "boolean"); break;
            case CriteriaKind.String or CriteriaKind.Array when kind != JsonValueKind.String: value.Report(ViolationKind.Type, expected: "string"); break;
            case CriteriaKind.Enum when kind != JsonValueKind.String: value.Report(ViolationKind.Type, expected: "string"); break;
            case CriteriaKind.Enum when !field.Values.Contains(value.Element.GetString()!, StringComparer.Ordinal): value.Report(ViolationKind.NotAllowed, expected: string.Join(", ", field.Values)); break;
            case CriteriaKind.Date when kind != JsonValueKind.String || !CriteriaCompiler.TryDate(value.Element.GetString()!, out _): value.Report(ViolationKind.Type, expected: "date"); break;
        }
    }
}
