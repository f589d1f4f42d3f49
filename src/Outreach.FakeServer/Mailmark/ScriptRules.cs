using System.Globalization;
using System.Text.Json;

namespace Outreach.FakeServer.Mailmark;

/// <summary>JavaScript's ways with values, which the service shows to its callers.</summary>
internal static class ScriptRules
{
    /// <summary>Absent, null, empty text, 0 or false: what the service calls missing.</summary>
    public static bool IsMissing(JsonElement? value) => value?.ValueKind switch
    {
        null or JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => value.Value.ValueEquals(""),
        JsonValueKind.Number => value.Value.GetDouble() == 0,
        _ => false,
    };

    /// <summary>The number at the beginning of a text, as parseInt reads it; null for NaN.</summary>
    public static double? ParseInt(string? text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        int sign = 1;
        if (!rest.IsEmpty && rest[0] is '+' or '-')
        {
            sign = rest[0] == '-' ? -1 : 1;
            rest = rest[1..];
        }

        int digits = 0;
        double value = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) value = (value * 10) + (rest[digits++] - '0');
        return digits == 0 ? null : sign * value;
    }

    /// <summary>Math.round: halves go up.</summary>
    public static double Round(double value) => Math.Floor(value + 0.5);

    /// <summary>A share in percent with two decimals; 0 of nothing.</summary>
    public static double Rate(int count, int total) => total == 0 ? 0 : Round((double)count / total * 10000) / 100;

    /// <summary>A scalar as text; null for a JSON null.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Text(value.GetDouble()),
        _ => null,
    };

    /// <summary>A number as text: no exponent from 1e-6 up to 1e21.</summary>
    public static string Text(double number)
    {
        if (number == 0) return "0";
        if (double.IsInfinity(number)) return number > 0 ? "Infinity" : "-Infinity";
        (string digits, int exponent) = Decimal(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        string sign = number < 0 ? "-" : "";
        if (exponent is >= 21 or < -6)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        return digits.Length <= exponent + 1 ? sign + digits.PadRight(exponent + 1, '0') : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>encodeURIComponent.</summary>
    public static string EncodeComponent(string text)
        => Uri.EscapeDataString(text)
            .Replace("%21", "!", StringComparison.Ordinal).Replace("%27", "'", StringComparison.Ordinal)
            .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal).Replace("%2A", "*", StringComparison.Ordinal);

    // The significant digits of a number in its shortest form, and the place of the first.
    private static (string Digits, int Exponent) Decimal(string number)
    {
        int e = number.IndexOf('E', StringComparison.Ordinal);
        string mantissa = e < 0 ? number : number[..e];
        int exponent = e < 0 ? 0 : int.Parse(number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        int zeros = digits.Length - digits.TrimStart('0').Length;
        return (digits[zeros..].TrimEnd('0'), exponent + (point < 0 ? mantissa.Length : point) - 1 - zeros);
    }
}
