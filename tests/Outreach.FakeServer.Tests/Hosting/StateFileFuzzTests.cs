using System.Text;
using System.Text.Json.Nodes;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>Whatever became of a state file, it is read or refused in one line with its name, and stays as it is.</summary>
public sealed class StateFileFuzzTests : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Good = new(WriteAsync);

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-fuzz").FullName;

    private string Path => System.IO.Path.Combine(_directory, "state.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_that_is_cut_anywhere_is_refused()
    {
        byte[] good = await Good.Value;
        Random random = new(1);
        for (int i = 0; i < 200; i++) Load(good[..random.Next(good.Length)]).Should().Contain("cut or no JSON, at line 1, byte ");
    }

    [Fact]
    public async Task A_file_with_any_byte_changed_is_refused()
    {
        byte[] good = await Good.Value;
        Random random = new(2);
        for (int i = 0; i < 200; i++)
        {
            byte[] changed = [.. good];
            changed[random.Next(good.Length)] ^= (byte)(1 << random.Next(8));
            Load(changed).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_file_of_somebody_who_takes_the_digest_out_is_read_or_refused_when_any_bytes_are_changed()
    {
        byte[] good = WithoutDigest(await Good.Value);
        Random random = new(3);
        int refused = 0;
        for (int i = 0; i < 200; i++)
        {
            byte[] changed = [.. good];
            for (int times = random.Next(1, 4); times > 0; times--) changed[random.Next(good.Length)] = (byte)random.Next(256);
            if (Load(changed) is not null) refused++;
        }

        refused.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task A_file_with_values_that_no_world_has_is_read_or_refused()
    {
        string[] values = ["null", "-1", "0", "99999999999999999999", "1e308", "-2147483648", "\"\"", "\"nothing\"", "\"\\u0000\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00Z\"", "[]", "{}", "[null]", "true", "[[[[]]]]"];
        Random random = new(4);
        JsonNode good = JsonNode.Parse(WithoutDigest(await Good.Value))!;
        int refused = 0;
        for (int i = 0; i < 300; i++)
        {
            JsonNode changed = good.DeepClone();
            List<JsonNode> places = [];
            Collect(changed["worlds"]!, places);
            places[random.Next(places.Count)].ReplaceWith(JsonNode.Parse(values[random.Next(values.Length)]));
            if (Load(Encoding.UTF8.GetBytes(changed.ToJsonString())) is not null) refused++;
        }

        refused.Should().BeGreaterThan(200);
    }

    public static TheoryData<string, byte[], string> Odd => new()
    {
        { "nothing", [], "is cut or no JSON, at line 1, byte 1." },
        { "nothing but lines", "\n\n"u8.ToArray(), "is cut or no JSON, at line 3, byte 1." },
        { "a depth", Encoding.UTF8.GetBytes(new string('[', 100_000)), "is nested too deep, at line 1, byte 65." },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(), "is UTF-16 text; it has to be UTF-8." },
        { "Latin-1", [.. "{\n\"name\": \"Zo"u8, 0xEB, .. "\"}"u8], "is no UTF-8 text, at line 2, byte 12." },
        { "a list", "[]"u8.ToArray(), "is no state of outreach-fake: *" },
        { "two documents", "{}{}"u8.ToArray(), "is cut or no JSON, at line 1, byte 3." },
        { "a large one", Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1", 1_000_000)) + "]"), "is no state of outreach-fake: *" },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void A_file_that_is_no_such_file_is_refused(string what, byte[] content, string why) => Load(content).Should().Match($"State file {Path}: {why}", what);

    // Why a file is refused; null when it was read.
    private string? Load(byte[] content)
    {
        File.WriteAllBytes(Path, content);
        try
        {
            using StateFile file = StateFile.Open(Path);
            FakeOptions options = new() { Seed = file.Seed!.Value, ClockMode = ClockMode.Manual };
            file.LoadInto(new FakeWorlds(new OutreachFake(options), TimeProvider.System));
            return null;
        }
        catch (StateFileException e)
        {
            e.Message.Should().StartWith($"State file {Path}: ").And.NotContainAny("\n", "\r", "Outreach.");
            e.Message.Length.Should().BeLessThan(700);
            return e.Message;
        }
        finally
        {
            File.ReadAllBytes(Path).AsSpan().SequenceEqual(content).Should().BeTrue();
            Directory.GetFiles(_directory).Should().ContainSingle();
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        IEnumerable<JsonNode?> below = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode one in below.OfType<JsonNode>())
        {
            places.Add(one);
            Collect(one, places);
        }
    }

    private static byte[] WithoutDigest(byte[] file) => [.. file[..file.AsSpan().LastIndexOf(",\"digest\""u8)], (byte)'}'];

    // A world in which all four services have had something to do, and in which something is still to come.
    private static async Task<byte[]> WriteAsync()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync(new FakeOptions { ClockMode = ClockMode.Manual });
        fake.Recipients.When("*", new Reaction(ReactionKind.Open), new Reaction(ReactionKind.Reply));
        fake.Faults.Add("markus.auth.me", FaultEffect.Status(503));
        fake.LoadFixtures("""
            {
              "markus": { "plan": "scale", "connections": [{ "channel": "email", "handle": "sam@reach.example" }] },
              "reachkit": { "inboxes": [{ "email": "sam@reach.example", "isWarming": true }], "webhooks": [{ "url": "https://app.example/hook" }] },
              "crm": { "customers": [{ "firstName": "Ann", "email": "ann@acme.example", "emailOptIn": true }, { "firstName": "Bea" }] },
              "calls": [
                { "as": "m", "operation": "markus.campaigns.create", "body": { "name": "Q1", "objective_type": "custom" } },
                { "operation": "markus.contacts.create", "body": { "email": "ann@acme.example", "campaign_id": "${m.data.id}" } },
                { "operation": "markus.webhooks.create", "body": { "url": "https://app.example/hook", "events": ["*"] } },
                { "operation": "markus.campaigns.update", "path": { "campaign_id": "${m.data.id}" }, "body": { "status": "active" } },
                { "as": "r", "operation": "reachkit.campaigns.create", "body": { "name": "Q1" } },
                { "operation": "reachkit.leads.create", "path": { "campaign_id": "${r.data.id}" }, "body": { "email": "ann@acme.example", "variables": { "company": "Acme" } } },
                { "operation": "mailmark.emails.send", "body": { "from": "hello@acme.dev", "to": ["dana@acme.example"], "subject": "Hi", "text": "Hello" } },
                { "as": "s", "operation": "crm.segments.create", "body": { "tenantId": "tenant_123", "name": "All", "type": "STATIC" } }
              ]
            }
            """);
        await fake.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        using MemoryStream stream = new();
        StateFile.Write(stream, new FakeWorlds(fake, TimeProvider.System).All);
        return stream.ToArray();
    }
}
