using System.Text.RegularExpressions;
using Outreach.Sdk;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Readings of fields that Reachkit has in several bodies.</summary>
internal static partial class ReachkitFields
{
    private const int LongestEmail = 254;

    /// <summary>Reads an address: trimmed, lower-cased.</summary>
    public static string? Email(this Fields fields, string name)
    {
        if (fields.Text(name, required: true, trim: true) is not { IsSet: true, Value: { } text }) return null;
        if (text.Length == 0) fields.Report(name, ViolationKind.Blank);
        else if (NormaliseEmail(text) is { } email) return email;
        else fields.Report(name, ViolationKind.Form);
        return null;
    }

    /// <summary>Reads a text that is not blank, as it came.</summary>
    public static Optional<string?> Filled(this Fields fields, string name, bool required = false)
    {
        Optional<string?> text = fields.Text(name, required);
        if (!text.IsSet || !string.IsNullOrWhiteSpace(text.Value)) return text;
        fields.Report(name, ViolationKind.Blank);
        return default;
    }

    /// <summary>Reads optional text: trimmed, blank is null.</summary>
    public static Optional<string?> Clearable(this Fields fields, string name)
    {
        Optional<string?> text = fields.Text(name, trim: true);
        return text is { IsSet: true, Value: "" } ? new Optional<string?>(null) : text;
    }

    /// <summary>An address trimmed and lower-cased; null when it is none.</summary>
    public static string? NormaliseEmail(string text)
    {
        string email = text.Trim().ToLowerInvariant();
        return Fields.Length(email) <= LongestEmail && AnyEmail().IsMatch(email) ? email : null;
    }

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnyEmail();
}
