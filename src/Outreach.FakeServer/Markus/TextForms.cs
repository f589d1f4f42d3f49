using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Markus;

/// <summary>Forms of texts that the contract names.</summary>
internal static partial class TextForms
{
    /// <summary>The e-mail rule of section 3.</summary>
    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z", RegexOptions.CultureInvariant)]
    public static partial Regex Email();

    /// <summary>An absolute URI.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.\-]*:[^\s]+\z", RegexOptions.CultureInvariant)]
    public static partial Regex Uri();

    /// <summary>A BCP 47 language tag.</summary>
    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    public static partial Regex Language();

    /// <summary>A UUID, in any case.</summary>
    [GeneratedRegex(@"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Uuid();

    /// <summary>A local time, HH:MM.</summary>
    [GeneratedRegex(@"^([01][0-9]|2[0-3]):[0-5][0-9]\z", RegexOptions.CultureInvariant)]
    public static partial Regex LocalTime();

    /// <summary>The beginning of a raw API key.</summary>
    [GeneratedRegex(@"^mk_live_[A-Za-z0-9]{4}", RegexOptions.CultureInvariant)]
    public static partial Regex KeyPrefix();

    /// <summary>A country, ISO 3166-1 alpha-2.</summary>
    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Country();
}
