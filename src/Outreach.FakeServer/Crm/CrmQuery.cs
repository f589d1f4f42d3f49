using System.Globalization;
using Outreach.Sdk;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads a call's query parameters; the first bad one refuses the call.</summary>
internal readonly struct CrmQuery(FakeRequest request)
{
    /// <summary>The tenant, which is required.</summary>
    public string Tenant() => Text("tenantId", required: true, min: 1)!;

    /// <summary>The page.</summary>
    public CrmPaging Paging() => new(Integer("skip", 0, int.MaxValue) ?? 0, Integer("take", 1, 100) ?? 25);

    /// <summary>A text.</summary>
    public string? Text(string name, bool required = false, int min = 0, int max = int.MaxValue)
    {
        string? text = request.QueryValue(name);
        if (text is null) return required ? throw CrmError.Invalid($"{name} is required") : null;
        int length = Fields.Length(text);
        if (length < min) throw CrmError.Invalid($"{name} must not be empty");
        return length <= max ? text : throw CrmError.Invalid($"{name} must not be longer than {max}");
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Integer(string name, int low, int high)
    {
        if (request.QueryValue(name) is not { } text) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) throw CrmError.Invalid($"{name} must be an integer");
        if (number < low) throw CrmError.Invalid($"{name} must not be less than {low}");
        return number <= high ? (int)number : throw CrmError.Invalid($"{name} must not be greater than {high}");
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string name, double low, double high)
    {
        if (request.QueryValue(name) is not { } text) return null;
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number)) throw CrmError.Invalid($"{name} must be a number");
        if (number < low) throw CrmError.Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} must not be less than {low}"));
        return number <= high ? number : throw CrmError.Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} must not be greater than {high}"));
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool? Boolean(string name) => request.QueryValue(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw CrmError.Invalid($"{name} must be a boolean"),
    };

    /// <summary>A date-time.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (request.QueryValue(name) is not { } text) return null;

        // A plus of an offset that was not percent-encoded arrives as a space.
        return Rfc3339.TryRead(text.Replace(' ', '+'), out DateTimeOffset instant) ? instant : throw CrmError.Invalid($"{name} must be a date-time");
    }

    /// <summary>One of an enum's known values.</summary>
    public TEnum? OneOf<TEnum>(string name, IReadOnlyList<TEnum>? allowed = null) where TEnum : struct, IOpenEnum<TEnum>
    {
        if (request.QueryValue(name) is not { } text) return null;
        allowed ??= TEnum.Known;
        foreach (TEnum known in allowed)
            if (known.Value == text) return known;
        throw CrmError.Invalid($"{name} must be one of: {string.Join(", ", allowed.Select(known => known.Value))}");
    }
}
