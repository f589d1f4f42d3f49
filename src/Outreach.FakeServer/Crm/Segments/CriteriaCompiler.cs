using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Makes a test out of criteria, once for all customers; the test allocates nothing.</summary>
internal static class CriteriaCompiler
{
    /// <summary>The test of a group.</summary>
    public static Func<Customer, bool> Compile(SegmentCriteria criteria)
    {
        Func<Customer, bool>[] tests = [.. criteria.Rules.Select(Compile)];
        return criteria.Combinator == Combinator.Or ? AnyOf(tests) : AllOf(tests);
    }

    /// <summary>The test of a list of rules, which is a group of all of them.</summary>
    public static Func<Customer, bool> Compile(IReadOnlyList<SegmentRule> rules) => AllOf([.. rules.Select(Compile)]);

    /// <summary>Reads a date-time, or a date, which is its midnight in UTC.</summary>
    public static bool TryDate(string text, out DateTimeOffset instant)
        => Rfc3339.TryRead(text, out instant) || DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static Func<Customer, bool> Compile(SegmentNode node) => node is SegmentCriteria group ? Compile(group) : Compile((SegmentRule)node);

    private static Func<Customer, bool> AllOf(Func<Customer, bool>[] tests) => customer =>
    {
        foreach (Func<Customer, bool> test in tests)
            if (!test(customer)) return false;
        return true;
    };

    private static Func<Customer, bool> AnyOf(Func<Customer, bool>[] tests) => customer =>
    {
        foreach (Func<Customer, bool> test in tests)
            if (test(customer)) return true;
        return false;
    };

    private static Func<Customer, bool> Compile(SegmentRule rule)
    {
        CustomerField field = CustomerField.Find(rule.Field)!;
        JsonElement value = rule.Value ?? default;
        if (rule.Operator == RuleOperator.IsNull) return IsNull(field);
        if (rule.Operator == RuleOperator.IsNotNull) return IsNull(field) is var isNull ? customer => !isNull(customer) : null!;
        return field.Kind switch
        {
            CriteriaKind.Number => Number(field.Number, rule.Operator, value),
            CriteriaKind.Date => Date(field.Date, rule.Operator, value),
            CriteriaKind.Boolean => Boolean(field.Boolean, rule.Operator, value.GetBoolean()),
            CriteriaKind.Array => Array(field.List, rule.Operator, value),
            _ => Text(field, rule.Operator, value),
        };
    }

    private static Func<Customer, bool> IsNull(CustomerField field) => field.Kind switch
    {
        CriteriaKind.Number => customer => field.Number(customer) is null,
        CriteriaKind.Date => customer => field.Date(customer) is null,
        CriteriaKind.Boolean => customer => field.Boolean(customer) is null,
        CriteriaKind.Array => customer => field.List(customer) is not { Count: > 0 },
        _ => customer => field.Text(customer) is null,
    };

    // A comparison with a null field is false, for neq too, as in SQL; lifted comparisons of C# differ for that one operator.
    private static Func<Customer, bool> Number(Func<Customer, double?> field, RuleOperator op, JsonElement value)
    {
        if (op == RuleOperator.In)
        {
            double[] entries = [.. value.EnumerateArray().Select(entry => entry.GetDouble())];
            return customer => field(customer) is { } number && entries.AsSpan().Contains(number);
        }

        double operand = value.GetDouble();
        return op.Value switch
        {
            "eq" => customer => field(customer) is { } number && number == operand,
            "neq" => customer => field(customer) is { } number && number != operand,
            "gt" => customer => field(customer) > operand,
            "gte" => customer => field(customer) >= operand,
            "lt" => customer => field(customer) < operand,
            _ => customer => field(customer) <= operand,
        };
    }

    private static Func<Customer, bool> Date(Func<Customer, DateTimeOffset?> field, RuleOperator op, JsonElement value)
    {
        TryDate(value.GetString()!, out DateTimeOffset operand);
        return op.Value switch
        {
            "eq" => customer => field(customer) is { } date && date == operand,
            "neq" => customer => field(customer) is { } date && date != operand,
            "gt" => customer => field(customer) > operand,
            "gte" => customer => field(customer) >= operand,
            "lt" => customer => field(customer) < operand,
            _ => customer => field(customer) <= operand,
        };
    }

    private static Func<Customer, bool> Boolean(Func<Customer, bool?> field, RuleOperator op, bool operand)
        => op == RuleOperator.Equal ? customer => field(customer) == operand : customer => field(customer) is { } flag && flag != operand;

    private static Func<Customer, bool> Array(Func<Customer, IReadOnlyList<string>?> field, RuleOperator op, JsonElement value)
    {
        if (op == RuleOperator.Contains)
        {
            string entry = value.GetString()!;
            return customer => Has(field(customer), entry);
        }

        string[] entries = [.. value.EnumerateArray().Select(item => item.GetString()!)];
        return customer =>
        {
            foreach (string entry in entries)
                if (Has(field(customer), entry)) return true;
            return false;
        };
    }

    private static Func<Customer, bool> Text(CustomerField field, RuleOperator op, JsonElement value)
    {
        Func<Customer, string?> text = field.Text;

        // Addresses are stored in lower case.
        Func<string, string> form = field.Name == "email" ? entry => entry.ToLowerInvariant() : entry => entry;
        if (op == RuleOperator.In)
        {
            FrozenSet<string> entries = value.EnumerateArray().Select(entry => form(entry.GetString()!)).ToFrozenSet(StringComparer.Ordinal);
            return customer => text(customer) is { } own && entries.Contains(own);
        }

        string operand = form(value.GetString()!);
        return op.Value switch
        {
            "eq" => customer => text(customer) is { } own && own == operand,
            "neq" => customer => text(customer) is { } own && own != operand,
            _ => customer => text(customer) is { } own && own.Contains(operand, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static bool Has(IReadOnlyList<string>? list, string entry)
    {
        for (int i = 0; i < list?.Count; i++)
            if (list[i] == entry) return true;
        return false;
    }
}
