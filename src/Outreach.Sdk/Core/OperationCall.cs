using System.Globalization;
using System.Runtime.CompilerServices;

namespace Outreach.Sdk;

/// <summary>An operation with the values of its path and query: what is sent, before it is a URL.</summary>
public readonly struct OperationCall
{
    private readonly string[] _values;
    private readonly string? _query;
    private readonly KeyValuePair<string, string>? _header;

    internal OperationCall(Operation operation, string[] values, string? firstName = null, string? secondName = null)
    {
        operation.Path.Check(values, firstName, secondName);
        Operation = operation;
        _values = values;
    }

    private OperationCall(OperationCall call, string? query, KeyValuePair<string, string>? header)
    {
        Operation = call.Operation;
        _values = call._values;
        _query = query;
        _header = header;
    }

    /// <summary>The operation that is called.</summary>
    public Operation Operation { get; }

    /// <summary>The one header that belongs to the call itself, such as a payment; null for nearly all calls.</summary>
    internal KeyValuePair<string, string>? Header => _header;

    /// <summary>Adds a query value, percent-encoded; null adds nothing.</summary>
    public OperationCall With(string name, string? value)
        => value is null ? this : new(this, $"{_query}{(_query is null ? '?' : '&')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}", _header);

    /// <summary>Sends a header with the call, in place of one given before; null adds nothing.</summary>
    public OperationCall WithHeader(string? name, string? value)
        => name is null || value is null ? this : new(this, _query, new(name, value));

    /// <summary>Adds a whole number; null adds nothing.</summary>
    public OperationCall With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number; null adds nothing.</summary>
    public OperationCall With(string name, double? value) => With(name, value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds <c>true</c> or <c>false</c>; null adds nothing.</summary>
    public OperationCall With(string name, bool? value) => With(name, value is null ? null : value.Value ? "true" : "false");

    /// <summary>Adds a day as <c>YYYY-MM-DD</c>; null adds nothing.</summary>
    public OperationCall With(string name, DateOnly? value) => With(name, value?.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Adds an instant in UTC, <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>; null adds nothing.</summary>
    public OperationCall With(string name, DateTimeOffset? value)
        => With(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds the wire value of an open enum; null adds nothing.</summary>
    public OperationCall With<TEnum>(string name, TEnum? value) where TEnum : struct, IOpenEnum<TEnum> => With(name, value?.Value);

    /// <summary>The whole address.</summary>
    /// <param name="template">The operation's own template, or the one that a route override puts in its place.</param>
    /// <param name="baseAddress">What the template is relative to, with a trailing slash.</param>
    internal string Build(PathTemplate template, string baseAddress = "")
    {
        if (_values.Length == 0) return string.Concat(baseAddress, template.Text, _query);
        DefaultInterpolatedStringHandler builder = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        builder.AppendLiteral(baseAddress);
        template.Append(ref builder, Arrange(template), Operation.KeepsAddresses);
        builder.AppendLiteral(_query ?? "");
        return builder.ToStringAndClear();
    }

    private ReadOnlySpan<string> Arrange(PathTemplate template)
    {
        if (ReferenceEquals(template, Operation.Path)) return _values;
        string[] arranged = new string[_values.Length];
        for (int i = 0; i < arranged.Length; i++)
        {
            string parameter = template.Parameters[i];
            for (int j = 0; j < _values.Length; j++)
                if (Operation.Path.Parameters[j] == parameter) arranged[i] = _values[j];
        }

        return arranged;
    }
}
