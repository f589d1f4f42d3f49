using System.Globalization;

namespace Outreach.Mcp;

/// <summary>The command line of <c>outreach-mcp</c>.</summary>
internal static class CommandLine
{
    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">Options as <c>--name value</c>, <c>--name=value</c> or <c>--name</c>.</param>
    /// <param name="variable">Gives an environment variable's value; null when it is not set.</param>
    /// <exception cref="UsageException">An option is unknown, lacks its value or has a wrong one; or there is no API to serve.</exception>
    public static McpSettings Read(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        McpSettings settings = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            (string name, string? given) = Split(arguments[i]);
            string Value() => given ?? (i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i] : throw new UsageException($"{name} needs a value."));
            settings = name switch
            {
                "--api" => settings with { Apis = [.. settings.Apis, .. Words(name, Value()).Select(Api)] },
                "--categories" => settings with { Categories = [.. settings.Categories, .. Words(name, Value())] },
                "--read-only" => settings with { ReadOnly = Flag(name, given) },
                "--allow-writes" => settings with { AllowWrites = Flag(name, given) },
                "--fake" => settings with { Fake = Flag(name, given) },
                "--verbose" => settings with { Verbose = Flag(name, given) },
                "--http" => settings with { HttpPort = Number(name, Value(), 0, 65535) },
                "--max-result" => settings with { MaxResult = Number(name, Value(), 2_000, 10_000_000) },
                _ => throw new UsageException($"{arguments[i]} is no option."),
            };
        }

        if (settings is { ReadOnly: true, AllowWrites: true }) throw new UsageException("--read-only and --allow-writes exclude each other.");
        if (settings.Fake) return settings;
        settings = settings with { Credentials = Credentials.Read(variable) };
        foreach (string api in settings.Apis)
            if (!settings.Credentials.Apis.Contains(api)) throw new UsageException($"--api {api} needs {(api == "crm" ? "CRM_TOKEN" : $"{api.ToUpperInvariant()}_API_KEY")} in the environment.");
        return settings.Credentials.Apis.Count > 0 ? settings
            : throw new UsageException("There is no key: set MARKUS_API_KEY, REACHKIT_API_KEY, MAILMARK_API_KEY or CRM_BASE_ADDRESS and CRM_TOKEN, or give --fake to try everything in memory.");
    }

    private static (string Name, string? Value) Split(string argument)
    {
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    // An empty list would stand for everything, which is the opposite of what whoever narrows has in mind.
    private static string[] Words(string name, string text)
        => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } words ? words : throw new UsageException($"{name} names nothing.");

    private static string Api(string text)
        => McpSettings.AllApis.Contains(text.ToLowerInvariant()) ? text.ToLowerInvariant() : throw new UsageException($"There is no API '{text}'; there are {string.Join(", ", McpSettings.AllApis)}.");

    private static bool Flag(string name, string? given) => given is null ? true : throw new UsageException($"{name} takes no value.");

    private static int Number(string name, string text, int least, int most)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number
            : throw new UsageException($"{name} takes a whole number from {least} to {most}.");
}
