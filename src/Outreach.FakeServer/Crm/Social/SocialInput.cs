using System.Text.Json;
using Outreach.Sdk;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>Reads the bodies of social calls.</summary>
internal static class SocialInput
{
    private static readonly string[] ReadOnlyOnCreate =
    [
        "id", "status", "publishedAt", "platformPostId", "platformUrl", "error", "likes", "comments", "shares", "reach", "impressions", "engagementSyncedAt",
        "retryCount", "createdBy", "createdAt", "updatedAt",
    ];

    private static readonly string[] ReadOnlyOnUpdate = [.. ReadOnlyOnCreate, "tenantId", "connectionId", "scheduledAt"];

    /// <summary>Reads the start of an OAuth flow.</summary>
    public static ConnectSocialRequest Connect(JsonElement body) => CrmInput.Read(body, [], fields => new ConnectSocialRequest
    {
        TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
        Platform = fields.OneOf<SocialPlatform>("platform", required: true).Or(null) ?? default,
        RedirectUri = fields.Url("redirectUri", required: true).Or(null) ?? "",
        ClubId = fields.Text("clubId").Or(null),
    });

    /// <summary>Reads the end of an OAuth flow.</summary>
    public static SocialCallbackRequest Callback(JsonElement body) => CrmInput.Read(body, [], fields => new SocialCallbackRequest
    {
        Platform = fields.OneOf<SocialPlatform>("platform", required: true).Or(null) ?? default,
        Code = fields.Text("code", required: true, min: 1).Or(null) ?? "",
        State = fields.Text("state", required: true, min: 1).Or(null) ?? "",
    });

    /// <summary>Reads a new post.</summary>
    public static CreateSocialPostRequest CreatePost(JsonElement body) => CrmInput.Read(body, ReadOnlyOnCreate, fields => new CreateSocialPostRequest
    {
        TenantId = fields.Text("tenantId", required: true, min: 1).Or(null),
        ConnectionId = fields.Text("connectionId", required: true, min: 1).Or(null) ?? "",
        Content = Content(fields, required: true).Or(null) ?? "",
        CampaignId = fields.Text("campaignId").Or(null),
        MediaUrls = MediaUrls(fields).Or(null),
        LinkUrl = fields.Url("linkUrl").Or(null),
        Hashtags = fields.Texts("hashtags", max: 30).Or(null),
        ScheduledAt = fields.Time("scheduledAt").Or(null),
    });

    /// <summary>Reads a change of a post.</summary>
    public static UpdateSocialPostRequest UpdatePost(JsonElement body) => CrmInput.Read(body, ReadOnlyOnUpdate, fields => new UpdateSocialPostRequest
    {
        Content = Content(fields, required: false).NotNull(),
        MediaUrls = MediaUrls(fields).Items(),
        LinkUrl = fields.Url("linkUrl", nullable: true),
        Hashtags = fields.Texts("hashtags", max: 30).Items(),
        CampaignId = fields.Text("campaignId", nullable: true),
    }, patch: true);

    /// <summary>Reads when to publish.</summary>
    public static ScheduleSocialPostRequest Schedule(JsonElement body) => CrmInput.Read(body, [], fields => new ScheduleSocialPostRequest
    {
        ScheduledAt = fields.Time("scheduledAt", required: true).Or(null) ?? default,
    });

    private static Optional<string?> Content(Fields fields, bool required)
    {
        Optional<string?> text = fields.Text("content", required, min: 1);
        if (text is not { IsSet: true, Value: { } content } || !string.IsNullOrWhiteSpace(content)) return text;
        fields.Report("content", ViolationKind.Blank);
        return default;
    }

    private static Optional<IReadOnlyList<string>?> MediaUrls(Fields fields) => fields.List("mediaUrls", item =>
    {
        Optional<string> url = item.Text();
        if (!url.IsSet || CrmInput.IsUrl(url.Value)) return url;
        item.Report(ViolationKind.Rule, expected: "must be an absolute URL");
        return default;
    }, max: 10);
}
