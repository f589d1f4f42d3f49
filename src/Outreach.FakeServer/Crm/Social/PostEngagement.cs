using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>
/// The engagement of a published post. It follows from the post's age, and so do the automatic syncs: they are worked out when
/// a post is shown, and cost a world that nobody looks at nothing.
/// </summary>
internal static class PostEngagement
{
    private const int MostHours = 168;

    /// <summary>A post with the engagement of its latest sync, automatic or asked for.</summary>
    /// <param name="post">The post as stored; its <see cref="SocialPost.EngagementSyncedAt"/> is the latest sync that was asked for.</param>
    /// <param name="now">The present.</param>
    public static SocialPost Show(SocialPost post, DateTimeOffset now)
    {
        if (post.Status != SocialPostStatus.Published || post.PublishedAt is not { } publishedAt) return post;
        DateTimeOffset? automatic = LatestAutomaticSync(publishedAt, now);
        DateTimeOffset? synced = post.EngagementSyncedAt is { } asked && (automatic is null || asked > automatic) ? asked : automatic;
        if (synced is not { } at) return post;
        int hours = (int)Math.Min(MostHours, Math.Floor((at - publishedAt).TotalHours));
        return post with
        {
            Reach = 40 * hours,
            Impressions = 55 * hours,
            Likes = 2 * hours,
            Comments = hours / 4,
            Shares = hours / 6,
            EngagementSyncedAt = at,
            UpdatedAt = at > post.UpdatedAt ? at : post.UpdatedAt,
        };
    }

    /// <summary>Hourly for a day, every six hours to the end of the seventh day, then daily.</summary>
    private static DateTimeOffset? LatestAutomaticSync(DateTimeOffset publishedAt, DateTimeOffset now)
    {
        long hours = (long)Math.Floor((now - publishedAt).TotalHours);
        if (hours < 1) return null;
        long slot = hours <= 24 ? hours : hours <= MostHours ? hours / 6 * 6 : hours / 24 * 24;
        return publishedAt.AddHours(slot);
    }
}
