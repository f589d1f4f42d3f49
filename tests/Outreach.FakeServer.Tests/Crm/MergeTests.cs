using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Crm;

public sealed class MergeTests
{
    [Fact]
    public async Task The_winner_keeps_what_it_has_and_is_filled_from_the_loser()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        DateTimeOffset then = new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero);
        string winner = api.Control.AddCustomer(new()
        {
            Email = "winner@x.example",
            LastName = "Winner",
            EngagementScore = 10,
            BookingCount30d = 2,
            ActivityCount30d = 3,
            ActivityCount90d = 4,
            LastActivityAt = then,
            ExternalIds = new() { McaV1ZaId = "za-w" },
        }).Id;
        string loser = api.Control.AddCustomer(new()
        {
            Email = "loser@x.example",
            PhoneNumber = "+27821230001",
            AuthUserId = "u1",
            FirstName = "Lou",
            LastName = "Loser",
            DisplayName = "Lou L.",
            MembershipTier = "Gold",
            MembershipStatus = "ACTIVE",
            MemberSince = then,
            MembershipExpiry = then.AddYears(5),
            Handicap = 14.2,
            HandicapUpdatedAt = then,
            HomeClubId = "c1",
            HomeClubName = "Club",
            EngagementScore = 90,
            EngagementScoreAt = then,
            ChurnRiskScore = 12,
            ChurnRiskScoreAt = then,
            LifetimeValue = 500,
            SclMemberId = 7,
            TeetimePlayerId = "p1",
            MessagingContactId = "m1",
            LastBookingAt = then,
            LastEmailOpenAt = then,
            LastEmailClickAt = then,
            BookingCount30d = 5,
            ActivityCount30d = 1,
            ActivityCount90d = 2,
            ExternalIds = new() { McaV1ZaId = "za-l", GolfRsaId = "rsa-l" },
            EmailOptIn = true,
        }).Id;

        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldBe(200);
        JsonElement merged = (await api.Get($"customers/{winner}")).Body;
        JsonElement gone = (await api.Get($"customers/{loser}")).Body;
        foreach (string filled in new[]
        {
            "phoneNumber", "firstName", "displayName", "membershipTier", "membershipStatus", "memberSince", "membershipExpiry", "handicap", "handicapUpdatedAt", "homeClubId", "homeClubName", "engagementScoreAt",
            "churnRiskScore", "churnRiskScoreAt", "lifetimeValue", "sclMemberId", "teetimePlayerId", "messagingContactId", "lastBookingAt", "lastEmailOpenAt", "lastEmailClickAt",
        })
            merged.GetProperty(filled).GetRawText().Should().Be(gone.GetProperty(filled).GetRawText()).And.NotBe("null", filled);
        merged.GetProperty("lastName").GetString().Should().Be("Winner");
        merged.GetProperty("engagementScore").GetInt32().Should().Be(10);
        merged.GetProperty("emailOptIn").GetBoolean().Should().BeFalse();
        merged.GetProperty("externalIds").GetRawText().Should().Be("""{"mcaV1ZaId":"za-w","golfRsaId":"rsa-l"}""");
        merged.GetProperty("bookingCount30d").GetInt32().Should().Be(7);
        merged.GetProperty("activityCount30d").GetInt32().Should().Be(5, "both profiles' figures and the merge itself");
        merged.GetProperty("activityCount90d").GetInt32().Should().Be(7);
        merged.GetProperty("authUserId").GetString().Should().Be("u1");
        gone.GetProperty("authUserId").ValueKind.Should().Be(JsonValueKind.Null, "it moved");
    }

    [Fact]
    public async Task A_membership_moves_with_its_time()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string winner = await api.Customer("winner@x.example");
        string loser = await api.Customer("loser@x.example");
        string segment = await api.Static("Board", loser);
        await api.Advance(TimeSpan.FromHours(1));
        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldBe(200);
        JsonElement member = (await api.Get($"segments/{segment}/members")).Data.EnumerateArray().Should().ContainSingle().Subject;
        member.GetProperty("id").GetString().Should().Be(winner);
        member.GetProperty("joinedSegmentAt").GetString().Should().Be("2026-03-02T09:00:00Z");
    }

    [Fact]
    public async Task A_merge_while_a_campaign_runs_and_a_journey_waits_reaches_the_person_once()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string winner = api.Reachable(1);
        string loser = api.Reachable(2);
        string journey = await api.Running("MANUAL", "", """{"type":"WAIT","config":{"duration":1,"unit":"HOURS"}}""", """{"type":"SEND","config":{"channel":"SMS","templateId":"t"}}""");
        await api.Enroll(journey, loser);
        string campaign = await api.Campaign(await api.Static("Both", winner, loser));
        (await api.Post($"campaigns/{campaign}/schedule", """{"scheduledAt":"2026-03-02T10:00:00Z"}""")).ShouldBe(200).Number("targetCount").Should().Be(2);
        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldBe(200);
        await api.Advance(TimeSpan.FromHours(2));
        (await api.Get($"campaigns/{campaign}")).Number("targetCount").Should().Be(1);
        api.Fake.Outbox.Should().ContainSingle().Which.To.Should().Be("c1@acme.example");
        CrmAnswer left = await api.Get($"journeys/{journey}");
        left.Number("totalExited").Should().Be(1);
        left.Number("activeEnrollments").Should().Be(0);
        (await api.Post($"journeys/{journey}/enrollments", $$"""{"customerIds":["{{loser}}"]}""")).Body.GetProperty("skipped")[0].GetProperty("reason").GetString().Should().Be("CUSTOMER_NOT_ACTIVE");
        (await api.Post($"segments/{await api.Static("Late")}/members", $$"""{"customerIds":["{{loser}}"]}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
    }

    [Fact]
    public async Task What_is_done_to_a_loser_or_its_notes_is_refused()
    {
        await using CrmApi api = await CrmApi.StartAsync();
        string winner = await api.Customer("winner@x.example");
        string loser = await api.Customer("loser@x.example");
        string third = await api.Customer("third@x.example");
        string note = (await api.Post($"customers/{loser}/notes", """{"content":"x"}""")).ShouldBe(201).Text("id");
        (await api.Post($"customers/{winner}/merge", $$"""{"loserId":"{{loser}}"}""")).ShouldBe(200);
        (await api.Delete($"customers/{loser}")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Post($"customers/{loser}/activities", """{"type":"CALLED","category":"OTHER","title":"x"}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Post($"customers/{loser}/merge", $$"""{"loserId":"{{third}}"}""")).ShouldFail(400, "INVALID_STATE", "Customer is MERGED");
        (await api.Patch($"customers/{loser}/notes/{note}", """{"content":"y"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Note not found");
        (await api.Patch($"customers/{third}/notes/{note}", """{"content":"y"}""")).ShouldFail(404, "RESOURCE_NOT_FOUND", "Note not found");
        (await api.Patch($"customers/{winner}/notes/{note}", """{"content":"y"}""")).ShouldBe(200);
        (await api.Delete($"customers/{winner}")).ShouldBe(204);
        (await api.Get($"customers/{winner}")).Text("deletedAt").Should().Be("2026-03-02T09:00:00Z");
        (await api.Patch($"customers/{winner}/notes/{note}", """{"content":"z"}""")).ShouldFail(400, "INVALID_STATE", "Customer is DELETED");
        (await api.Delete($"customers/{winner}/notes/{note}")).ShouldFail(400, "INVALID_STATE", "Customer is DELETED");
        (await api.Get($"customers/{winner}/notes")).Ids.Should().Equal(note);
    }
}
