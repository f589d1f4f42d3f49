namespace Outreach.Sdk;

/// <summary>Tells the API by a key's form, so that a key never travels to an API it was not given for.</summary>
internal static class KeyForm
{
    private const string WayOut = "Use new OutreachClient(new OutreachClientOptions { Reachkit = { ApiKey = … } }), or Markus, Mailmark or Crm in its place, to say which API the key is for.";

    public static OutreachClientOptions ToOptions(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (string.IsNullOrWhiteSpace(key)) throw new ArgumentException("The key is blank.", nameof(key));
        if (!Credential.IsWellFormed(key)) throw new ArgumentException("The key holds white space, line breaks, control or non-ASCII characters: it was probably read with its surroundings.", nameof(key));
        if (key.StartsWith("mk_", StringComparison.Ordinal)) return new OutreachClientOptions { Markus = { ApiKey = key } };
        if (key.StartsWith("dm_", StringComparison.Ordinal)) return new OutreachClientOptions { Mailmark = { ApiKey = key } };
        if (IsJwt(key)) throw new ArgumentException("The key is a JWT, as Crm uses them, and Crm needs the address of its installation: use new OutreachClient(new OutreachClientOptions { Crm = { BaseAddress = …, ApiKey = … } }).", nameof(key));
        throw new ArgumentException($"The key's form names no API (mk_… is Markus, dm_… is Mailmark). {WayOut}", nameof(key));
    }

    private static bool IsJwt(string key)
    {
        string[] parts = key.Split('.');
        return parts.Length == 3 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '='));
    }
}
