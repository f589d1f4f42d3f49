using System.Text.Json;
using Outreach.Sdk;

namespace Outreach.FakeServer.Markus;

/// <summary>The body of a call, or a part of it, while it is read; what is wrong with it is collected and refused at once.</summary>
internal sealed class MarkusBody
{
    private static readonly JsonDocument Empty = JsonDocument.Parse("{}");

    private readonly List<Violation> _violations = [];
    private readonly string? _whole;

    public MarkusBody(JsonElement root, string? whole = null)
    {
        _whole = whole;
        if (root.ValueKind != JsonValueKind.Object)
        {
            _violations.Add(new Violation("", ViolationKind.Type, Expected: "object"));
            Check();
        }

        Fields = new Fields(root, _violations);
    }

    /// <summary>A body without members.</summary>
    public static MarkusBody None(string? whole = null) => new(Empty.RootElement, whole);

    /// <summary>The members.</summary>
    public Fields Fields { get; }

    /// <summary>Reports the break of a rule that the schema cannot say.</summary>
    public void Rule(string path, string text, string? code = null) => _violations.Add(new Violation(path, ViolationKind.Rule, Expected: text, Code: code));

    /// <summary>Reads a date-time of the body, of which whole seconds are kept.</summary>
    public Optional<DateTimeOffset?> Instant(string name)
    {
        Optional<DateTimeOffset?> read = Fields.Instant(name, nullable: true);
        return read is { IsSet: true, Value: { } instant } ? MarkusState.WholeSecond(instant) : read;
    }

    /// <summary>Reports a body without any member, where a schema wants one.</summary>
    public void RequireMember()
    {
        if (!Fields.Element.EnumerateObject().Any()) Rule("", "must have at least one member");
    }

    /// <summary>Refuses the body if anything is wrong with it.</summary>
    public void Check() => MarkusViolations.Refuse(_violations, _whole);
}
