using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Sdk;

namespace Outreach.FakeServer.Crm;

/// <summary>Turns a body's object into a request record, or into the first violation's message.</summary>
internal static partial class CrmInput
{
    /// <summary>Reads an object.</summary>
    /// <param name="body">The object; it may come from REST or from GraphQL.</param>
    /// <param name="readOnly">Members that exist on the resource and cannot be written.</param>
    /// <param name="read">Reads the members.</param>
    /// <param name="patch">Whether the object must have at least one member.</param>
    /// <exception cref="CrmError">400 with the first violation.</exception>
    public static T Read<T>(JsonElement body, IReadOnlyList<string> readOnly, Func<Fields, T> read, bool patch = false)
    {
        if (body.ValueKind != JsonValueKind.Object) throw CrmError.Invalid("Request body must be an object");
        if (patch && body.GetPropertyCount() == 0) throw CrmError.Invalid("at least one member is required");
        foreach (string name in readOnly)
            if (body.TryGetProperty(name, out _)) throw CrmError.Invalid($"{name} is read-only");
        List<Violation> violations = [];
        T value = read(new Fields(body, violations));
        return violations.Count == 0 ? value : throw CrmError.Invalid(Message(violations[0]));
    }

    /// <summary>Reports a rule in words of its own; the text follows the member's path.</summary>
    public static void Rule(this Fields fields, string name, string text) => fields.Report(name, ViolationKind.Rule, expected: text);

    /// <summary>Reads an e-mail address: trimmed, lower case.</summary>
    public static Optional<string?> Email(this Fields fields, string name, bool nullable = false)
    {
        Optional<string?> text = fields.Text(name, nullable: nullable, max: 254, trim: true);
        if (text is not { IsSet: true, Value: { } address }) return text;
        if (IsEmail(address)) return new Optional<string?>(address.ToLowerInvariant());
        fields.Rule(name, "must be an email");
        return default;
    }

    /// <summary>Reads a phone number in E.164 form.</summary>
    public static Optional<string?> Phone(this Fields fields, string name, bool nullable = false)
    {
        Optional<string?> text = fields.Text(name, nullable: nullable, trim: true);
        if (text is not { IsSet: true, Value: { } number } || IsPhone(number)) return text;
        fields.Rule(name, "must be a phone number in E.164 form");
        return default;
    }

    /// <summary>Reads an instant, cut to whole seconds as the API shows it.</summary>
    public static Optional<DateTimeOffset?> Time(this Fields fields, string name, bool required = false, bool nullable = false)
    {
        Optional<DateTimeOffset?> instant = fields.Instant(name, required, nullable);
        return instant is { IsSet: true, Value: { } read } ? new Optional<DateTimeOffset?>(read.ToWholeSeconds()) : instant;
    }

    /// <summary>An instant without its fraction of a second.</summary>
    public static DateTimeOffset ToWholeSeconds(this DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Reads an absolute URI.</summary>
    public static Optional<string?> Url(this Fields fields, string name, bool required = false, bool nullable = false)
    {
        Optional<string?> text = fields.Text(name, required, nullable);
        if (text is not { IsSet: true, Value: { } url } || IsUrl(url)) return text;
        fields.Rule(name, "must be an absolute URL");
        return default;
    }

    /// <summary>Reads an IANA time zone.</summary>
    public static Optional<string?> Zone(this Fields fields, string name)
    {
        Optional<string?> text = fields.Text(name);
        if (text is not { IsSet: true, Value: { } zone } || CrmZones.Exists(zone)) return text;
        fields.Rule(name, "must be an IANA time zone");
        return default;
    }

    /// <summary>Reads a five-field cron expression.</summary>
    public static Optional<string?> Cron(this Fields fields, string name, bool nullable = false)
    {
        Optional<string?> text = fields.Text(name, nullable: nullable, trim: true);
        if (text is not { IsSet: true, Value: { } pattern } || CronPattern.TryParse(pattern, out _)) return text;
        fields.Rule(name, "must be a cron expression of five fields");
        return default;
    }

    /// <summary>Refuses a list that holds an item twice.</summary>
    public static Optional<IReadOnlyList<T>?> Distinct<T>(this Optional<IReadOnlyList<T>?> list, Fields fields, string name)
    {
        if (list is not { IsSet: true, Value: { } items } || items.Distinct().Count() == items.Count) return list;
        fields.Rule(name, "must not contain duplicates");
        return default;
    }

    /// <summary>The value of a member that cannot be null, set when it was read.</summary>
    public static Optional<T> NotNull<T>(this Optional<T?> value) where T : struct => value.IsSet ? new Optional<T>(value.Value!.Value) : default;

    /// <summary>The value of a member that cannot be null, set when it was read.</summary>
    public static Optional<T> NotNull<T>(this Optional<T?> value) where T : class => value.IsSet ? new Optional<T>(value.Value!) : default;

    /// <summary>The items of a list that cannot be null, set when it was read.</summary>
    public static OptionalList<T> Items<T>(this Optional<IReadOnlyList<T>?> list) => list is { IsSet: true, Value: { } items } ? new OptionalList<T>(items) : default;

    /// <summary>Whether a text has the form of an e-mail address.</summary>
    public static bool IsEmail(string text) => text.Length <= 254 && EmailForm().IsMatch(text);

    /// <summary>Whether a text is a phone number in E.164 form.</summary>
    public static bool IsPhone(string text) => PhoneForm().IsMatch(text);

    /// <summary>Whether a text is an absolute URI.</summary>
    public static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme.Length > 1 && text.Contains(':', StringComparison.Ordinal) && !text.StartsWith('/');

    /// <summary>The message of a violation.</summary>
    public static string Message(Violation violation)
    {
        string path = violation.Path.Length == 0 ? "Request body" : violation.Path;
        return violation.Kind switch
        {
            ViolationKind.Missing => $"{path} is required",
            ViolationKind.Null or ViolationKind.Type or ViolationKind.Form => violation.Expected is null ? $"{path} is required" : $"{path} must be {Article(violation.Expected)} {violation.Expected}",
            ViolationKind.Blank => $"{path} must not be empty",
            ViolationKind.TooShort => $"{path} must not be shorter than {Number(violation.Low)}",
            ViolationKind.TooLong => $"{path} must not be longer than {Number(violation.High)}",
            ViolationKind.TooSmall => $"{path} must not be less than {Number(violation.Low)}",
            ViolationKind.TooLarge => $"{path} must not be greater than {Number(violation.High)}",
            ViolationKind.NotAllowed => $"{path} must be one of: {violation.Expected}",
            _ => $"{path} {violation.Expected}",
        };
    }

    private static string Article(string noun) => "aeio".Contains(noun[0], StringComparison.Ordinal) ? "an" : "a";

    private static string Number(double? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^\s@<>,;]+@[^\s@<>,;.]+(\.[^\s@<>,;.]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}
