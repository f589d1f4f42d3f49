using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer.Markus;

/// <summary>The members of a campaign's body; a member that is absent or bad is unset.</summary>
internal sealed class CampaignFields
{
    private readonly MarkusBody _body;

    /// <summary>Reads a body of create or, where nothing is required, of update.</summary>
    /// <param name="body">The body.</param>
    /// <param name="create">Whether a campaign is created.</param>
    /// <param name="known">The campaign that is updated; null when there is none.</param>
    /// <param name="now">The present.</param>
    public CampaignFields(MarkusBody body, bool create, CampaignRow? known, DateTimeOffset now)
    {
        _body = body;
        Fields fields = body.Fields;
        Name = fields.Text("name", required: create, min: 1, max: 200, trim: true);
        if (create) ObjectiveType = fields.OneOf<ObjectiveType>("objective_type", required: true);
        Description = fields.Text("description", nullable: true, max: 2000);
        Objective = fields.Text("objective", nullable: true, max: 2000);
        Channels = fields.ManyOf<Channel>("channels", min: 1, max: 4);
        if (Channels.IsSet && Channels.Value!.Distinct().Count() < Channels.Value!.Count) body.Rule("channels", "must not name a channel twice");
        ObjectiveType? objective = create ? ObjectiveType.Or(null) : known?.ObjectiveType;
        Product = ReadProduct(fields.Object("product", nullable: true));
        if (Product.Or(null) is not null && objective is not null && objective != Sdk.Markus.ObjectiveType.ProductPromotion) body.Rule("product", "is allowed only for product_promotion");
        Venue = ReadVenue(fields.Object("venue", nullable: true));
        if (Venue.Or(null) is not null && objective is not null && objective != Sdk.Markus.ObjectiveType.VenueDj) body.Rule("venue", "is allowed only for venue_dj");
        CustomInstructions = fields.Text("custom_instructions", nullable: true, max: 5000);
        if (fields.Object("settings") is { IsSet: true, Value: { } settings }) Settings = ReadSettings(settings);
        StartDate = body.Instant("start_date");
        EndDate = body.Instant("end_date");
        if (EndDate.Or(null) <= now) body.Rule("end_date", "must lie in the future");
        else if ((EndDate.IsSet || StartDate.IsSet) && EndDate.Or(known?.EndDate) <= StartDate.Or(known?.StartDate)) body.Rule("end_date", "must be later than start_date");
        if (!create)
        {
            Status = fields.OneOf("status", allowed: [CampaignStatus.Draft, CampaignStatus.Active, CampaignStatus.Paused, CampaignStatus.Completed]);
            body.RequireMember();
        }
    }

    public Optional<string?> Name { get; }

    public Optional<ObjectiveType?> ObjectiveType { get; }

    public Optional<string?> Description { get; }

    public Optional<string?> Objective { get; }

    public Optional<IReadOnlyList<Channel>?> Channels { get; }

    public Optional<ProductDetails?> Product { get; }

    public Optional<VenueDetails?> Venue { get; }

    public Optional<string?> CustomInstructions { get; }

    /// <summary>Merges the settings that are given into others; null when none are given.</summary>
    public Func<CampaignSettings, CampaignSettings>? Settings { get; }

    public Optional<DateTimeOffset?> StartDate { get; }

    public Optional<DateTimeOffset?> EndDate { get; }

    public Optional<CampaignStatus?> Status { get; }

    /// <summary>Whether a member other than <c>name</c>, <c>description</c> and <c>status</c> is given.</summary>
    public bool ChangesMoreThanLabels
        => Objective.IsSet || Channels.IsSet || Product.IsSet || Venue.IsSet || CustomInstructions.IsSet || Settings is not null || StartDate.IsSet || EndDate.IsSet;

    private Optional<ProductDetails?> ReadProduct(Optional<Fields?> member)
    {
        if (!member.IsSet) return default;
        if (member.Value is not { } fields) return new Optional<ProductDetails?>(null);
        return new ProductDetails
        {
            Name = fields.Text("name", required: true, min: 1, max: 200).Or(null) ?? "",
            Url = fields.Text("url", nullable: true, max: 2048, form: TextForms.Uri()).Or(null),
            Description = fields.Text("description", nullable: true, max: 5000).Or(null),
            Pricing = fields.Text("pricing", nullable: true, max: 500).Or(null),
            KeyBenefits = fields.Texts("key_benefits", max: 20, maxLength: 300).Or(null),
        };
    }

    private Optional<VenueDetails?> ReadVenue(Optional<Fields?> member)
    {
        if (!member.IsSet) return default;
        if (member.Value is not { } fields) return new Optional<VenueDetails?>(null);
        return new VenueDetails
        {
            ArtistName = fields.Text("artist_name", required: true, min: 1, max: 200).Or(null) ?? "",
            Genres = fields.Texts("genres", max: 10, maxLength: 60).Or(null),
            Bio = fields.Text("bio", nullable: true, max: 5000).Or(null),
            MixUrls = fields.Texts("mix_urls", max: 10, maxLength: 2048, form: TextForms.Uri()).Or(null),
            HomeCity = fields.Text("home_city", nullable: true, max: 120).Or(null),
            AvailableFrom = fields.Day("available_from", nullable: true).Or(null),
            AvailableUntil = fields.Day("available_until", nullable: true).Or(null),
            FeeNote = fields.Text("fee_note", nullable: true, max: 500).Or(null),
        };
    }

    private Func<CampaignSettings, CampaignSettings> ReadSettings(Fields fields)
    {
        bool? requireApproval = fields.Flag("require_approval").Or(null);
        long? dailyLimit = fields.Integer("daily_send_limit", min: 1, max: 500).Or(null);
        string? timezone = fields.Text("timezone", min: 1, max: 64).Or(null);
        if (timezone is not null && !WindowClock.IsZone(timezone)) _body.Rule(fields.PathOf("timezone"), "must be an IANA time zone");
        MessageTone? tone = fields.OneOf<MessageTone>("tone").Or(null);
        string? language = fields.Text("language", form: TextForms.Language()).Or(null);
        SendWindow? window = fields.Object("send_window") is { IsSet: true, Value: { } windowFields } ? ReadWindow(windowFields) : null;
        FollowUpSettings? followUps = fields.Object("follow_ups") is { IsSet: true, Value: { } followUpFields }
            ? new FollowUpSettings
            {
                Enabled = followUpFields.Flag("enabled", required: true).Or(null) ?? true,
                MaxFollowUps = (int)(followUpFields.Integer("max_follow_ups", required: true, min: 0, max: 5).Or(null) ?? 2),
                DelayDays = (int)(followUpFields.Integer("delay_days", required: true, min: 1, max: 30).Or(null) ?? 3),
            }
            : null;
        return settings => settings with
        {
            RequireApproval = requireApproval ?? settings.RequireApproval,
            DailySendLimit = (int?)dailyLimit ?? settings.DailySendLimit,
            Timezone = timezone ?? settings.Timezone,
            Tone = tone ?? settings.Tone,
            Language = language ?? settings.Language,
            SendWindow = window ?? settings.SendWindow,
            FollowUps = followUps ?? settings.FollowUps,
        };
    }

    private SendWindow ReadWindow(Fields fields)
    {
        IReadOnlyList<SendDay>? days = fields.ManyOf<SendDay>("days", required: true, min: 1, max: 7).Or(null);
        if (days is not null && days.Distinct().Count() < days.Count) _body.Rule(fields.PathOf("days"), "must not name a day twice");
        string? start = fields.Text("start", required: true, form: TextForms.LocalTime()).Or(null);
        string? end = fields.Text("end", required: true, form: TextForms.LocalTime()).Or(null);
        if (start is not null && end is not null && string.CompareOrdinal(end, start) <= 0) _body.Rule(fields.PathOf("end"), "must be later than start");
        return new SendWindow { Days = days ?? [], Start = start ?? "", End = end ?? "" };
    }
}
