using System.Text.Json;

namespace Outreach.FakeServer.Tests.Reachkit;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("09:14", "09:00")]
    [InlineData("09:15", "09:30")]
    [InlineData("09:23", "09:30")]
    [InlineData("09:44", "09:30")]
    [InlineData("09:45", "10:00")]
    [InlineData("00:00", "00:00")]
    [InlineData("00:14", "00:00")]
    public async Task Times_come_back_rounded(string given, string stored)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/schedule";
        ReachkitAnswer answer = (await api.Patch(path, $$$"""{"default_window":{"start":"{{{given}}}","end":"23:50"},"days":{"friday":{"start":"{{{given}}}"} } }""")).ShouldBe(200);
        answer.Text("default_window").Should().Be($$"""{"start":"{{stored}}","end":"23:30"}""");
        answer.Data.GetProperty("days").GetProperty("friday").GetRawText().Should().Be($$"""{"enabled":true,"start":"{{stored}}","end":null}""");
    }

    [Theory]
    [InlineData("9:00")]
    [InlineData("24:00")]
    [InlineData("09:60")]
    [InlineData("09.00")]
    [InlineData("")]
    [InlineData(" 09:00")]
    [InlineData("09:00:00")]
    public async Task Other_forms_of_time_are_refused(string time)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/schedule";
        (await api.Patch(path, $$$"""{"default_window":{"start":"{{{time}}}"},"days":{"monday":{"end":"{{{time}}}"} } }""")).ShouldFail(
            422, "validation_failed", "default_window.start: must be HH:MM", "days.monday.end: must be HH:MM");
    }

    [Theory]
    [InlineData("Europe/Kyiv")]
    [InlineData("europe/paris")]
    [InlineData("UTC")]
    [InlineData(" Europe/Paris")]
    public async Task Other_zones_are_refused(string zone)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        (await api.Patch($"campaigns/{await api.Campaign()}/schedule", $$"""{"timezone":"{{zone}}"}""")).ShouldFail(422, "validation_failed", "timezone: is not a supported time zone");
    }

    [Fact]
    public async Task All_26_zones_are_taken()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/schedule";
        Sdk.Reachkit.ScheduleTimezone.Known.Should().HaveCount(26);
        foreach (Sdk.Reachkit.ScheduleTimezone zone in Sdk.Reachkit.ScheduleTimezone.Known)
            (await api.Patch(path, $$"""{"timezone":"{{zone}}"}""")).ShouldBe(200).Text("timezone").Should().Be(zone.Value);
    }

    [Theory]
    [InlineData("""{"timezone":null}""", "timezone: can't be blank")]
    [InlineData("""{"timezone":7}""", "timezone: is invalid")]
    [InlineData("""{"default_window":null}""", "default_window: can't be blank")]
    [InlineData("""{"default_window":{"start":null,"end":null}}""", "default_window.start: can't be blank", "default_window.end: can't be blank")]
    [InlineData("""{"default_window":{"start":900}}""", "default_window.start: is invalid")]
    [InlineData("""{"days":null}""", "days: can't be blank")]
    [InlineData("""{"days":[]}""", "days: is invalid")]
    [InlineData("""{"days":{"monday":null}}""", "days.monday: can't be blank")]
    [InlineData("""{"days":{"monday":{"enabled":null}}}""", "days.monday.enabled: can't be blank")]
    [InlineData("""{"days":{"monday":{"enabled":"true"}}}""", "days.monday.enabled: is invalid")]
    [InlineData("""{"days":{"Monday":{},"mon":7}}""", "days.Monday: is not a day of the week", "days.mon: is not a day of the week")]
    [InlineData("""{"default_window":{"start":"17:00"}}""", "default_window.end: must be after start",
        "days.monday.end: must be after start", "days.tuesday.end: must be after start", "days.wednesday.end: must be after start", "days.thursday.end: must be after start", "days.friday.end: must be after start")]
    [InlineData("""{"days":{"monday":{"start":"16:50"}}}""", "days.monday.end: must be after start")]
    [InlineData("""{"days":{"monday":{"end":"09:14"}}}""", "days.monday.end: must be after start")]
    [InlineData("""{"days":{"monday":{"start":"22:00","end":"06:00"}}}""", "days.monday.end: must be after start")]
    [InlineData("""{"timezone":"x","days":{"monday":{"start":"x"}}}""", "timezone: is not a supported time zone", "days.monday.start: must be HH:MM")]
    [InlineData("""{"days":{"monday":{"start":"x","end":"08:00"},"tuesday":{"start":"18:00"},"noday":{}}}""",
        "days.monday.start: must be HH:MM", "days.tuesday.end: must be after start", "days.noday: is not a day of the week")]
    [InlineData("""{"default_window":{"start":"17:00","end":7},"days":{"monday":{"start":"18:00"},"tuesday":{"start":"18:00","end":"12:00"}}}""",
        "default_window.end: is invalid", "days.tuesday.end: must be after start")]
    [InlineData("""{"default_window":{"end":"08:00"},"days":{"monday":{"enabled":1},"tuesday":{"start":"06:00"},"wednesday":{"enabled":false},"thursday":{"end":"10:00"}}}""",
        "default_window.end: must be after start", "days.monday.enabled: is invalid", "days.friday.end: must be after start")]
    public async Task Bad_schedules_are_refused_whole(string body, params string[] details)
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string campaign = await api.Campaign();
        string before = (await api.Get($"campaigns/{campaign}")).Text("schedule");
        (await api.Patch($"campaigns/{campaign}/schedule", body)).ShouldFail(422, "validation_failed", details);
        (await api.Get($"campaigns/{campaign}")).Text("schedule").Should().Be(before);
    }

    [Fact]
    public async Task What_is_left_out_stays_and_null_falls_back_by_itself()
    {
        await using ReachkitApi api = await ReachkitApi.StartAsync();
        string path = $"campaigns/{await api.Campaign()}/schedule";
        await api.Patch(path, """{"days":{"monday":{"start":"10:00","end":"12:00"},"sunday":{"start":"20:00","end":"08:00"}}}""");
        ReachkitAnswer answer = await api.Patch(path, """{"days":{"monday":{"start":null}},"default_window":{"end":"18:00"}}""");
        answer.Data.GetProperty("days").GetProperty("monday").GetRawText().Should().Be("""{"enabled":true,"start":null,"end":"12:00"}""");
        answer.Text("default_window").Should().Be("""{"start":"09:00","end":"18:00"}""");
        answer.Data.GetProperty("days").GetProperty("sunday").GetProperty("enabled").ValueKind.Should().Be(JsonValueKind.False);
        (await api.Patch(path, """{"days":{"sunday":{"enabled":true}}}""")).ShouldFail(422, "validation_failed", "days.sunday.end: must be after start");
    }
}
