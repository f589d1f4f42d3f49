using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The members of a contact's body; a member that is absent or bad is unset.</summary>
internal sealed class ContactFields
{
    private readonly MarkusBody _body;

    public ContactFields(MarkusBody body)
        : this(body, body.Fields, campaign: true)
    {
    }

    /// <summary>Reads the members.</summary>
    /// <param name="body">Takes violations of rules.</param>
    /// <param name="fields">The object: the body, or a row of an import.</param>
    /// <param name="campaign">Whether the object names a campaign.</param>
    public ContactFields(MarkusBody body, Fields fields, bool campaign)
    {
        _body = body;
        if (campaign) CampaignId = ReadId(fields, "campaign_id");
        Name = fields.Text("name", nullable: true, min: 1, max: 200);
        Optional<string?> email = fields.Text("email", nullable: true, trim: true, max: 254, form: TextForms.Email(), code: "CONT_003");
        Email = email.IsSet ? email.Value?.ToLowerInvariant() : email;
        Company = fields.Text("company", nullable: true, max: 200);
        Title = fields.Text("title", nullable: true, max: 200);
        Type = fields.OneOf<ContactType>("type");
        Phone = fields.Text("phone", nullable: true, max: 40);
        Website = fields.Text("website", nullable: true, max: 2048, form: TextForms.Uri());
        if (fields.Object("social") is { IsSet: true, Value: { } social })
        {
            Social = new SocialHandles
            {
                Instagram = social.Text("instagram", nullable: true, max: 100).Or(null),
                Twitter = social.Text("twitter", nullable: true, max: 100).Or(null),
                Linkedin = social.Text("linkedin", nullable: true, max: 300).Or(null),
            };
        }

        if (fields.Object("location") is { IsSet: true, Value: { } location })
        {
            Location = new Location
            {
                City = location.Text("city", nullable: true, max: 120).Or(null),
                Region = location.Text("region", nullable: true, max: 120).Or(null),
                Country = location.Text("country", nullable: true, form: TextForms.Country()).Or(null),
                Address = location.Text("address", nullable: true, max: 300).Or(null),
            };
        }

        Tags = fields.Texts("tags", max: 20, minLength: 1, maxLength: 50);
        if (Tags.IsSet && Tags.Value!.Distinct(StringComparer.Ordinal).Count() < Tags.Value!.Count) body.Rule(fields.PathOf("tags"), "must not name a label twice");
        Notes = fields.Text("notes", nullable: true, max: 5000);
        CustomFields = fields.TextMap("custom_fields", max: 50, maxLength: 1000);
    }

    public Optional<string?> CampaignId { get; }

    public Optional<string?> Name { get; }

    /// <summary>In lower case.</summary>
    public Optional<string?> Email { get; }

    public Optional<string?> Company { get; }

    public Optional<string?> Title { get; }

    public Optional<ContactType?> Type { get; }

    public Optional<string?> Phone { get; }

    public Optional<string?> Website { get; }

    public Optional<SocialHandles?> Social { get; }

    public Optional<Location?> Location { get; }

    public Optional<IReadOnlyList<string>?> Tags { get; }

    public Optional<string?> Notes { get; }

    public Optional<IReadOnlyDictionary<string, string>?> CustomFields { get; }

    /// <summary>Reports a contact that could not be reached anywhere; a bad address has been reported already.</summary>
    public void CheckReachable(string path, string? email, SocialHandles? social, bool emailIsBad)
    {
        if (email is null && !emailIsBad && string.IsNullOrEmpty(social?.Instagram) && string.IsNullOrEmpty(social?.Twitter) && string.IsNullOrEmpty(social?.Linkedin))
            _body.Rule(path, "needs an e-mail address or a social handle");
    }

    /// <summary>The contact as new.</summary>
    public ContactRow ToRow(string accountId, string? campaignId, ContactSource source, DateTimeOffset now) => new()
    {
        AccountId = accountId,
        CampaignId = campaignId,
        Name = Name.Or(null),
        Email = Email.Or(null),
        Company = Company.Or(null),
        Title = Title.Or(null),
        Type = Type.Or(null) ?? ContactType.Other,
        Phone = Phone.Or(null),
        Website = Website.Or(null),
        Social = Social.Or(null),
        Location = Location.Or(null),
        Tags = Tags.Or(null) ?? [],
        Notes = Notes.Or(null),
        CustomFields = CustomFields.Or(null),
        Source = source,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>A UUID, in lower case.</summary>
    public static Optional<string?> ReadId(Fields fields, string name, bool required = false, bool nullable = true)
    {
        Optional<string?> text = fields.Text(name, required, nullable);
        if (!text.IsSet || text.Value is null) return text;
        if (TextForms.Uuid().IsMatch(text.Value)) return text.Value.ToLowerInvariant();
        fields.Report(name, ViolationKind.Form, expected: "uuid");
        return default;
    }
}
