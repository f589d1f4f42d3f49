using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Crm;

/// <summary>What becomes of the members of two profiles when one is folded into the other.</summary>
internal static class CustomerMerge
{
    /// <summary>The winner keeps what it has; its null members are filled from the loser.</summary>
    /// <param name="winner">The profile that survives.</param>
    /// <param name="loser">The profile that is merged away.</param>
    /// <param name="loserAuthUserId">The loser's user id before the merge; it moves when the winner has none.</param>
    public static Customer Unite(Customer winner, Customer loser, string? loserAuthUserId)
    {
        bool loserIsLater = loser.LastActivityAt is { } last && (winner.LastActivityAt is not { } own || last > own);
        return winner with
        {
            AuthUserId = winner.AuthUserId ?? loserAuthUserId,
            Email = winner.Email ?? loser.Email,
            PhoneNumber = winner.PhoneNumber ?? loser.PhoneNumber,
            FirstName = winner.FirstName ?? loser.FirstName,
            LastName = winner.LastName ?? loser.LastName,
            DisplayName = winner.DisplayName ?? loser.DisplayName,
            MembershipTier = winner.MembershipTier ?? loser.MembershipTier,
            MembershipStatus = winner.MembershipStatus ?? loser.MembershipStatus,
            MemberSince = winner.MemberSince ?? loser.MemberSince,
            MembershipExpiry = winner.MembershipExpiry ?? loser.MembershipExpiry,
            Handicap = winner.Handicap ?? loser.Handicap,
            HandicapUpdatedAt = winner.HandicapUpdatedAt ?? loser.HandicapUpdatedAt,
            HomeClubId = winner.HomeClubId ?? loser.HomeClubId,
            HomeClubName = winner.HomeClubName ?? loser.HomeClubName,
            EngagementScore = winner.EngagementScore ?? loser.EngagementScore,
            EngagementScoreAt = winner.EngagementScoreAt ?? loser.EngagementScoreAt,
            ChurnRiskScore = winner.ChurnRiskScore ?? loser.ChurnRiskScore,
            ChurnRiskScoreAt = winner.ChurnRiskScoreAt ?? loser.ChurnRiskScoreAt,
            SclMemberId = winner.SclMemberId ?? loser.SclMemberId,
            TeetimePlayerId = winner.TeetimePlayerId ?? loser.TeetimePlayerId,
            MessagingContactId = winner.MessagingContactId ?? loser.MessagingContactId,
            LastBookingAt = winner.LastBookingAt ?? loser.LastBookingAt,
            LastEmailOpenAt = winner.LastEmailOpenAt ?? loser.LastEmailOpenAt,
            LastEmailClickAt = winner.LastEmailClickAt ?? loser.LastEmailClickAt,
            LifetimeValue = winner.LifetimeValue is null && loser.LifetimeValue is null ? null : (int)Math.Min(int.MaxValue, (long)(winner.LifetimeValue ?? 0) + (loser.LifetimeValue ?? 0)),
            BookingCount30d = (winner.BookingCount30d ?? 0) + (loser.BookingCount30d ?? 0),
            LastActivityAt = loserIsLater ? loser.LastActivityAt : winner.LastActivityAt,
            LastActivityType = loserIsLater ? loser.LastActivityType : winner.LastActivityType,
            Tags = [.. (winner.Tags ?? []).Union(loser.Tags ?? [], StringComparer.Ordinal)],
            ExternalIds = Unite(winner.ExternalIds ?? new(), loser.ExternalIds ?? new()),
        };
    }

    private static CustomerExternalIds Unite(CustomerExternalIds winner, CustomerExternalIds loser) => new()
    {
        McaV1ZaId = winner.McaV1ZaId ?? loser.McaV1ZaId,
        McaV1UkId = winner.McaV1UkId ?? loser.McaV1UkId,
        GolfRsaId = winner.GolfRsaId ?? loser.GolfRsaId,
        Others = winner.Others is null && loser.Others is null ? null : Unite(winner.Others ?? new Dictionary<string, JsonElement>(), loser.Others ?? new Dictionary<string, JsonElement>()),
    };

    private static Dictionary<string, JsonElement> Unite(IDictionary<string, JsonElement> winner, IDictionary<string, JsonElement> loser)
        => winner.Concat(loser.Where(pair => !winner.ContainsKey(pair.Key))).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
