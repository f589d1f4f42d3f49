using Outreach.Sdk;

namespace Outreach.Mcp;

/// <summary>The keys of live accounts. No text of this type shows one.</summary>
internal sealed class Credentials
{
    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Gives a variable's value; null when it is not set.</param>
    /// <exception cref="UsageException">Crm has a token and no address, or an address that is none.</exception>
    public static Credentials Read(Func<string, string?> variable)
    {
        string? Get(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

        Credentials read = new()
        {
            MarkusKey = Get("MARKUS_API_KEY"),
            ReachkitKey = Get("REACHKIT_API_KEY"),
            MailmarkKey = Get("MAILMARK_API_KEY"),
            CrmToken = Get("CRM_TOKEN"),
            CrmTenantId = Get("CRM_TENANT_ID"),
            MarkusAddress = Address("MARKUS_BASE_ADDRESS"),
            ReachkitAddress = Address("REACHKIT_BASE_ADDRESS"),
            MailmarkAddress = Address("MAILMARK_BASE_ADDRESS"),
            CrmAddress = Address("CRM_BASE_ADDRESS"),
        };
        if (read.CrmToken is not null && read.CrmAddress is null) throw new UsageException("CRM_TOKEN needs CRM_BASE_ADDRESS: each installation has its own.");
        return read;

        Uri? Address(string name) => Get(name) is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
            : throw new UsageException($"{name} is no absolute address.");
    }

    public string? MarkusKey { get; init; }

    public string? ReachkitKey { get; init; }

    public string? MailmarkKey { get; init; }

    public string? CrmToken { get; init; }

    public string? CrmTenantId { get; init; }

    public Uri? MarkusAddress { get; init; }

    public Uri? ReachkitAddress { get; init; }

    public Uri? MailmarkAddress { get; init; }

    public Uri? CrmAddress { get; init; }

    /// <summary>The APIs that have a key.</summary>
    public IReadOnlyList<string> Apis
        => [.. new (string Api, string? Key)[] { ("markus", MarkusKey), ("reachkit", ReachkitKey), ("mailmark", MailmarkKey), ("crm", CrmToken) }.Where(api => api.Key is not null).Select(api => api.Api)];

    /// <summary>What must stand in no message.</summary>
    public IReadOnlyList<string> Secrets => [.. new[] { MarkusKey, ReachkitKey, MailmarkKey, CrmToken }.OfType<string>()];

    /// <summary>Puts the keys of some APIs into a client's options.</summary>
    public void Apply(OutreachClientOptions options, IReadOnlyCollection<string> apis)
    {
        if (apis.Contains("markus")) (options.Markus.ApiKey, options.Markus.BaseAddress) = (MarkusKey, MarkusAddress);
        if (apis.Contains("reachkit")) (options.Reachkit.ApiKey, options.Reachkit.BaseAddress) = (ReachkitKey, ReachkitAddress);
        if (apis.Contains("mailmark")) (options.Mailmark.ApiKey, options.Mailmark.BaseAddress) = (MailmarkKey, MailmarkAddress);
        if (apis.Contains("crm")) (options.Crm.ApiKey, options.Crm.BaseAddress, options.Crm.TenantId) = (CrmToken, CrmAddress, CrmTenantId);
    }

    /// <summary>A message of the client's about its options, with the names of the variables that they come from.</summary>
    public static string InVariables(string message)
    {
        string text = message.Replace("Crm.ApiKey", "CRM_TOKEN", StringComparison.Ordinal).Replace("Crm.TenantId", "CRM_TENANT_ID", StringComparison.Ordinal);
        foreach (string api in (ReadOnlySpan<string>)["Markus", "Reachkit", "Mailmark", "Crm"])
            text = text.Replace($"{api}.ApiKey", $"{api.ToUpperInvariant()}_API_KEY", StringComparison.Ordinal).Replace($"{api}.BaseAddress", $"{api.ToUpperInvariant()}_BASE_ADDRESS", StringComparison.Ordinal);
        return text;
    }

    public override string ToString() => $"{nameof(Credentials)} ({string.Join(", ", Apis)})";
}
