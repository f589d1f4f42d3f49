using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Outreach.Sdk;

/// <summary>A path with parameters in braces, such as <c>campaigns/{campaign_id}/contacts</c>, parsed once.</summary>
public sealed class PathTemplate
{
    private readonly string[] _literals;

    /// <summary>Parses a template.</summary>
    /// <param name="template">The path without a leading slash.</param>
    /// <exception cref="ArgumentException">The braces do not match, a parameter is repeated, or the path could leave the base address.</exception>
    public PathTemplate(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.StartsWith('/') || template.Contains("..", StringComparison.Ordinal) || template.AsSpan().ContainsAny('?', '#', '\\'))
            throw new ArgumentException($"'{template}' is no relative path.", nameof(template));

        List<string> literals = [];
        List<string> parameters = [];
        int at = 0;
        while (true)
        {
            int open = template.IndexOf('{', at);
            if (open < 0) break;
            int close = template.IndexOf('}', open);
            if (close <= open + 1) throw new ArgumentException($"'{template}' has a brace without its partner.", nameof(template));
            literals.Add(template[at..open]);
            string parameter = template[(open + 1)..close];
            if (parameters.Contains(parameter)) throw new ArgumentException($"'{template}' has '{parameter}' twice.", nameof(template));
            parameters.Add(parameter);
            at = close + 1;
        }

        literals.Add(template[at..]);
        _literals = [.. literals];
        Parameters = parameters;
        Text = template;
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The names of the parameters, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal void Append(ref DefaultInterpolatedStringHandler builder, ReadOnlySpan<string> values, bool keepAddresses)
    {
        for (int i = 0; i < values.Length; i++)
        {
            builder.AppendLiteral(_literals[i]);
            string value = Uri.EscapeDataString(values[i]);
            builder.AppendLiteral(keepAddresses ? value.Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal) : value);
        }

        builder.AppendLiteral(_literals[^1]);
    }

    /// <summary>Refuses values that cannot stand in a path.</summary>
    /// <param name="values">In the template's order.</param>
    /// <param name="firstName">What the caller calls the first value; null or no name for the template's word.</param>
    /// <param name="secondName">What the caller calls the second value.</param>
    internal void Check(ReadOnlySpan<string> values, string? firstName = null, string? secondName = null)
    {
        if (values.Length != Parameters.Count)
            throw new ArgumentException($"'{Text}' takes {Parameters.Count} value(s), not {values.Length}.");
        for (int i = 0; i < values.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(values[i]) && values[i] is not ("." or "..")) continue;
            string? name = i switch { 0 => firstName, 1 => secondName, _ => null };
            throw new ArgumentException($"The value of '{Parameters[i]}' must not be null, blank, '.' or '..'.", IsName(name) ? name : ParameterName(Parameters[i]));
        }
    }

    private static bool IsName([NotNullWhen(true)] string? text) => text is { Length: > 0 } && text.All(char.IsLetterOrDigit);

    private static string ParameterName(string wireName)
    {
        if (!wireName.Contains('_')) return wireName;
        string[] words = wireName.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
