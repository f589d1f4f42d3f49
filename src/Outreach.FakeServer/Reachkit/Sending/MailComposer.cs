using Outreach.Sdk.Reachkit;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Composes outgoing mail (contract sections 3.9, 3.10 and 6.4).</summary>
internal sealed class MailComposer(ReachkitState state)
{
    private const string UnsubscribeAddress = "https://reachkit.ai/unsubscribe/";
    private const int MostCached = 4096;

    // Parsed texts, kept because parsing costs more than rendering. What is stored here follows from the texts alone.
    private readonly Dictionary<int, (VariantRow Variant, VariantTemplate Template)> _templates = [];
    private readonly Dictionary<string, string> _signatures = new(StringComparer.Ordinal);

    /// <summary>The parsed texts of a variant.</summary>
    public VariantTemplate Template(VariantRow variant)
    {
        if (_templates.TryGetValue(variant.Ordinal, out (VariantRow Variant, VariantTemplate Template) known)
            && known.Variant.Subject == variant.Subject && known.Variant.BodyHtml == variant.BodyHtml && known.Variant.BodyText == variant.BodyText)
            return known.Template;
        if (_templates.Count >= MostCached) _templates.Clear();
        VariantTemplate template = VariantTemplate.Parse(variant.Subject, variant.BodyHtml, variant.BodyText);
        _templates[variant.Ordinal] = (variant, template);
        return template;
    }

    /// <summary>A campaign email to a lead, before it is sent.</summary>
    public (string Subject, string? Html, string? Text) Campaign(CampaignRow campaign, VariantRow variant, InboxRow inbox, LeadRow lead, string? lastSubject)
    {
        VariantTemplate template = Template(variant);
        MergeValues values = new(lead.Id, lead.Email, lead.FirstName, lead.LastName, UnsubscribeUrl(lead.Ordinal), LeadVariables.Pairs(lead.Variables));
        string subject = ReplySubject.ForCampaign(template.Subject.Render(values, variant.Id), lastSubject);
        string? html = campaign.Options.TextOnly ? null : Signed(variant.BodyHtml is null ? null : template.Html.Render(values, variant.Id), inbox.Signature, "<br><br>");
        string? text = Signed(variant.BodyText is null ? null : template.Text.Render(values, variant.Id), SignatureText(inbox), "\n\n");
        return (subject, html, text);
    }

    /// <summary>A message that a person wrote: as given, with the signature.</summary>
    public (string Html, string Text) Manual(InboxRow inbox, string content)
        => (Signed(content, inbox.Signature, "<br><br>")!, Signed(VariantHtml.ToPlainText(content), SignatureText(inbox), "\n\n")!);

    /// <summary>The headers of an email; those of the unsubscribe option when a lead is given.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers(InboxRow inbox, string messageId, int? unsubscribes)
    {
        List<KeyValuePair<string, string>> headers = new(5)
        {
            new("From", From(inbox)),
            new("Message-ID", $"<{messageId}@{inbox.Domain}>"),
        };
        if (inbox.ReplyTo is { } replyTo) headers.Add(new("Reply-To", replyTo));
        if (unsubscribes is { } lead)
        {
            headers.Add(new("List-Unsubscribe", $"<{UnsubscribeUrl(lead)}>"));
            headers.Add(new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }

        return headers;
    }

    private static string From(InboxRow inbox)
    {
        string name = string.Join(' ', new[] { inbox.FirstName, inbox.LastName }.OfType<string>());
        return name.Length == 0 ? inbox.Email : $"{name} <{inbox.Email}>";
    }

    private static string? Signed(string? body, string? signature, string between)
        => string.IsNullOrEmpty(signature) ? body : string.IsNullOrEmpty(body) ? signature : body + between + signature;

    private string UnsubscribeUrl(int lead) => UnsubscribeAddress + state.TokenOf(lead);

    private string? SignatureText(InboxRow inbox)
    {
        if (inbox.Signature is not { } signature) return null;
        if (_signatures.TryGetValue(signature, out string? text)) return text;
        if (_signatures.Count >= MostCached) _signatures.Clear();
        return _signatures[signature] = VariantHtml.ToPlainText(signature);
    }
}
