using System.Text.RegularExpressions;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Which addresses may be written to.</summary>
internal sealed partial class RecipientRules(MailmarkService service)
{
    private const long VerdictAge = 7 * Millis.Day;

    private static readonly HashSet<string> Disposable = new(StringComparer.Ordinal)
    {
        "mailinator.com", "guerrillamail.com", "tempmail.com", "throwaway.email", "yopmail.com", "sharklasers.com",
        "guerrillamailblock.com", "grr.la", "dispostable.com", "trashmail.com", "10minutemail.com", "tempail.com",
        "fakeinbox.com", "mailnesia.com", "maildrop.cc", "discard.email",
    };

    /// <summary>Refuses a list that has an invalid address.</summary>
    public void Check(IReadOnlyList<string> recipients)
    {
        List<string> invalid = [.. recipients.Select(SuppressionRules.Normal).Where(address => !IsValid(address))];
        if (invalid.Count > 0) throw MailmarkErrors.RecipientsInvalid(invalid);
    }

    private bool IsValid(string address)
    {
        if (!Form().IsMatch(address)) return false;
        VerdictRow? verdict = service.State.VerdictsByEmail.First(address);
        if (verdict is not null && service.Now - verdict.CheckedAt < VerdictAge) return verdict.Valid;
        bool valid = HasMailDomain(address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]);
        if (verdict is null) service.State.Verdicts.Add(new VerdictRow { Email = address, Valid = valid, CheckedAt = service.Now });
        else service.State.Verdicts.Update(verdict with { Valid = valid, CheckedAt = service.Now });
        return valid;
    }

    private bool HasMailDomain(string domain)
    {
        if (Disposable.Contains(domain)) return false;
        if (service.Settings.Dns.TryGetValue(domain, out string? records)) return records is "mx" or "a-only";
        return !domain.EndsWith(".invalid", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
