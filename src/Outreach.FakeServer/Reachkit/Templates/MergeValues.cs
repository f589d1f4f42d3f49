using System.Text.Json;

namespace Outreach.FakeServer.Reachkit;

/// <summary>The values that the tags of a message to one lead may ask for: the built-ins, then the lead's own variables.</summary>
/// <param name="leadId">Id of the lead.</param>
/// <param name="email">Address of the lead.</param>
/// <param name="firstName">First name, or null.</param>
/// <param name="lastName">Last name, or null.</param>
/// <param name="unsubscribeUrl">The lead's own unsubscribe address.</param>
/// <param name="variables">Custom variables as submitted, in the order in which they were given; null for none.</param>
internal sealed class MergeValues(
    string leadId,
    string email,
    string? firstName,
    string? lastName,
    string? unsubscribeUrl,
    IEnumerable<KeyValuePair<string, JsonElement>>? variables)
{
    private Dictionary<string, string>? _custom;
    private string? _fullName;

    /// <summary>Id of the lead.</summary>
    public string LeadId => leadId;

    /// <summary>Gives the value of a normalised name, or null if it is missing, null or blank. A built-in that has a value comes first.</summary>
    public string? Find(string name)
    {
        string? builtIn = name switch
        {
            "first_name" => firstName,
            "last_name" => lastName,
            "email" => email,
            "full_name" => FullName,
            "contact" => Filled(FullName) ?? email,
            "unsubscribe_url" => unsubscribeUrl,
            _ => null,
        };
        return Filled(builtIn) ?? Filled((_custom ??= ByNormalisedName(variables)).GetValueOrDefault(name));
    }

    private string FullName => _fullName ??= string.Join(' ', new[] { Filled(firstName), Filled(lastName) }.Where(part => part is not null));

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static Dictionary<string, string> ByNormalisedName(IEnumerable<KeyValuePair<string, JsonElement>>? variables)
    {
        Dictionary<string, string> byName = [];
        foreach (var (key, value) in variables ?? []) byName[MergeName.Normalise(key)] = TextOf(value);
        return byName;
    }

    // Numbers and booleans are written as they were submitted.
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };
}
