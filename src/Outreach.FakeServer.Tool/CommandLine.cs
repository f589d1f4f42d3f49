using System.Globalization;

namespace Outreach.FakeServer;

/// <summary>A command line: options as <c>--name value</c>, <c>--name=value</c> or <c>--name</c>, and the words between them.</summary>
internal sealed class CommandLine
{
    private readonly List<KeyValuePair<string, string?>> _options = [];
    private readonly List<string> _words = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Takes the arguments apart.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="flags">The options that take no value.</param>
    /// <param name="valued">The options that take one.</param>
    public CommandLine(IReadOnlyList<string> arguments, IReadOnlySet<string> flags, IReadOnlySet<string> valued)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument is "-h" or "-?") argument = "--help";
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(argument);
                continue;
            }

            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? argument : argument[..equals];
            if (flags.Contains(name))
            {
                _options.Add(equals < 0 ? new(name, null) : throw new UsageException($"{name} takes no value."));
                continue;
            }

            if (!valued.Contains(name)) throw new UsageException($"{name} is no option of this command.");
            string? value = equals >= 0 ? argument[(equals + 1)..] : i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : null;
            _options.Add(new(name, string.IsNullOrWhiteSpace(value) ? throw new UsageException($"{name} needs a value.") : value));
        }
    }

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name)
    {
        _asked.Add(name);
        return _options.Any(option => option.Key == name);
    }

    /// <summary>An option's last value; null when it was not given.</summary>
    public string? Value(string name)
    {
        _asked.Add(name);
        return _options.LastOrDefault(option => option.Key == name).Value;
    }

    /// <summary>All values of an option.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        _asked.Add(name);
        return [.. _options.Where(option => option.Key == name && option.Value is not null).Select(option => option.Value!)];
    }

    /// <summary>An option's value as a whole number.</summary>
    public ulong? Whole(string name, ulong most = ulong.MaxValue, ulong least = 0)
        => Value(name) is not { } text ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) && number >= least && number <= most ? number
        : throw new UsageException(most == ulong.MaxValue ? $"{name}: '{text}' is no whole number." : $"{name}: '{text}' is no whole number {(least == 0 ? "up" : $"from {least}")} to {most}.");

    /// <summary>An option's value as a number of 0 or within bounds.</summary>
    public double? Number(string name, double least, double most)
        => Value(name) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && (number == 0 || (number >= least && number <= most)) ? number
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no number from {least} to {most}, nor 0."));

    /// <summary>An option's value as a point in time.</summary>
    public DateTimeOffset? Time(string name)
        => Value(name) is not { } text ? null
        : text == "now" ? TimeProvider.System.GetUtcNow()
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time
        : throw new UsageException($"{name}: '{text}' is no time; write 2026-03-02T09:00:00Z, or now.");

    /// <summary>Refuses options that nobody asked for, and more words than there may be.</summary>
    public void End(int words)
    {
        foreach ((string name, _) in _options)
            if (!_asked.Contains(name)) throw new UsageException($"{name} is no option of this command.");
        if (_words.Count > words) throw new UsageException($"'{_words[words]}' is one word too many.");
    }
}
