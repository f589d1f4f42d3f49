using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>Lists are sent in pieces, and the bytes of their rows are kept: nobody should be able to tell.</summary>
public sealed class ListAnswerTests
{
    [Fact]
    public async Task A_list_longer_than_a_buffer_arrives_whole_over_a_socket()
    {
        await using OutreachFakeHost host = await OutreachFakeHost.StartAsync(new OutreachFakeHostOptions { World = new FakeOptions { ClockMode = ClockMode.Manual } });
        using HttpClient inProcess = host.Fake.CreateHttpClient("reachkit");
        using HttpClient overSocket = new() { BaseAddress = host.Address };
        overSocket.DefaultRequestHeaders.Authorization = new("Bearer", host.Fake.Reachkit.ApiKey);
        string leads = await CampaignAsync(inProcess);
        for (int i = 0; i < 100; i++) await AddAsync(inProcess, leads, $"lead{i}@company.example", new string((char)('a' + (i % 26)), i * 20));

        byte[] here = await inProcess.GetByteArrayAsync($"{leads}?page_size=100");
        byte[] there = await overSocket.GetByteArrayAsync($"reachkit/{leads}?page_size=100");

        here.Length.Should().BeGreaterThan(100_000);
        there.Should().Equal(here);
        JsonDocument.Parse(there).RootElement.GetProperty("data").GetArrayLength().Should().Be(100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_list_of_few_rows_is_well_formed(int count)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("reachkit");
        string leads = await CampaignAsync(http);
        for (int i = 0; i < count; i++) await AddAsync(http, leads, $"lead{i}@company.example", "Dana");

        using JsonDocument list = JsonDocument.Parse(await http.GetByteArrayAsync(leads));

        list.RootElement.GetProperty("data").EnumerateArray().Select(lead => lead.GetProperty("email").GetString())
            .Should().Equal(Enumerable.Range(0, count).Reverse().Select(i => $"lead{i}@company.example"));
        list.RootElement.GetProperty("metadata").GetProperty("total_count").GetInt32().Should().Be(count);
    }

    [Fact]
    public async Task Rows_at_the_same_place_of_two_worlds_are_not_mixed_up()
    {
        await using OutreachFake one = await OutreachFake.StartAsync();
        await using OutreachFake other = await OutreachFake.StartAsync();
        using HttpClient first = one.CreateHttpClient("reachkit");
        using HttpClient second = other.CreateHttpClient("reachkit");
        string leads = await CampaignAsync(first);
        (await CampaignAsync(second)).Should().Be(leads);
        await AddAsync(first, leads, "dana@company.example", "Dana");
        await AddAsync(second, leads, "kim@company.example", "Kim");

        for (int i = 0; i < 3; i++)
        {
            (await first.GetStringAsync(leads)).Should().Contain("dana@").And.NotContain("kim@");
            (await second.GetStringAsync(leads)).Should().Contain("kim@").And.NotContain("dana@");
        }
    }

    [Fact]
    public async Task A_change_of_a_lead_is_in_the_next_list_whichever_part_of_it_changed()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        using HttpClient http = fake.CreateHttpClient("reachkit");
        string leads = await CampaignAsync(http);
        await AddAsync(http, leads, "dana@gmail.com", "Dana");
        (await http.GetStringAsync(leads)).Should().Contain("\"Dana\"").And.Contain("\"provider\":null");

        await AddAsync(http, leads, "dana@gmail.com", "Daniela", ifExists: "update");
        (await http.GetStringAsync(leads)).Should().Contain("\"Daniela\"").And.NotContain("\"Dana\"");

        await fake.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        (await http.GetStringAsync(leads)).Should().NotContain("\"provider\":null");
    }

    [Fact]
    public async Task Faults_and_the_journal_see_a_list_like_any_other_answer()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using HttpClient http = fake.CreateHttpClient("reachkit");
        string leads = await CampaignAsync(http);
        await AddAsync(http, leads, "dana@company.example", "Dana");
        string plain = await http.GetStringAsync(leads);
        Encoding.UTF8.GetString(fake.Journal.Last().ResponseBody.Span).Should().Be(plain);

        fake.Faults.Add("reachkit.leads.list", FaultEffect.Patch("data[0].email", "\"patched@company.example\""));
        (await http.GetStringAsync(leads)).Should().Be(plain.Replace("dana@company.example", "patched@company.example", StringComparison.Ordinal));
        Encoding.UTF8.GetString(fake.Journal.Last().ResponseBody.Span).Should().Contain("patched@company.example");

        fake.Faults.Add("reachkit.leads.list", FaultEffect.CutBody());
        Func<Task> cut = () => http.GetStringAsync(leads);
        await cut.Should().ThrowAsync<HttpRequestException>();

        fake.Faults.Add("reachkit.leads.list", FaultEffect.ContentType("text/html"));
        using HttpResponseMessage html = await http.GetAsync(leads);
        html.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await html.Content.ReadAsStringAsync()).Should().Be(plain);
    }

    private static async Task<string> CampaignAsync(HttpClient http)
    {
        using HttpResponseMessage made = await http.PostAsJsonAsync("api/v1/campaigns", new { name = "Launch" });
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        using JsonDocument campaign = JsonDocument.Parse(await made.Content.ReadAsByteArrayAsync());
        return $"api/v1/campaigns/{campaign.RootElement.GetProperty("data").GetProperty("id").GetString()}/leads";
    }

    private static async Task AddAsync(HttpClient http, string leads, string email, string firstName, string ifExists = "fail")
        => (await http.PostAsJsonAsync(leads, new { email, first_name = firstName, if_exists = ifExists })).EnsureSuccessStatusCode().Dispose();
}
