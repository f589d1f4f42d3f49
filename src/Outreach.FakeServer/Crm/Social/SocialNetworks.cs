using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What the four networks are like: accounts, permissions, publishing windows, addresses.</summary>
internal static class SocialNetworks
{
    /// <summary>How long an access token lasts.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromDays(90);

    /// <summary>The kind of account that a network gives.</summary>
    public static string AccountType(SocialPlatform platform) => platform.Value switch
    {
        "FACEBOOK" => "page",
        "INSTAGRAM" => "business",
        "TWITTER" => "profile",
        _ => "company",
    };

    /// <summary>The permissions that a network grants.</summary>
    public static IReadOnlyList<string> Permissions(SocialPlatform platform) => platform.Value switch
    {
        "FACEBOOK" => ["pages_manage_posts", "pages_read_engagement"],
        "INSTAGRAM" => ["instagram_basic", "instagram_content_publish"],
        "TWITTER" => ["tweet.read", "tweet.write"],
        _ => ["w_member_social"],
    };

    /// <summary>How many posts an account may publish within a span; null without limit.</summary>
    public static (int Posts, TimeSpan Span)? Window(SocialPlatform platform) => platform.Value switch
    {
        "FACEBOOK" => (200, TimeSpan.FromHours(24)),
        "INSTAGRAM" => (25, TimeSpan.FromHours(24)),
        "TWITTER" => (200, TimeSpan.FromMinutes(15)),
        _ => null,
    };

    /// <summary>What ids of a network begin with.</summary>
    public static string Prefix(SocialPlatform platform) => platform.Value switch
    {
        "FACEBOOK" => "fb",
        "INSTAGRAM" => "ig",
        "TWITTER" => "tw",
        _ => "li",
    };

    /// <summary>The network's name as people write it.</summary>
    public static string Title(SocialPlatform platform) => platform.Value switch
    {
        "FACEBOOK" => "Facebook",
        "INSTAGRAM" => "Instagram",
        "TWITTER" => "Twitter",
        _ => "LinkedIn",
    };
}
