namespace Outreach.FakeServer.Tests.Hosting;

public sealed class StateFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-state").FullName;

    private string Path => System.IO.Path.Combine(_directory, "state.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Worlds_come_back_with_clock_messages_and_seed()
    {
        FakeWorlds worlds = await WorldsAsync(seed: 7);
        FakeWorld other = worlds.Add(await OutreachFake.StartAsync(new FakeOptions { Seed = 99, RateLimits = false, ClockMode = ClockMode.Manual }), "other");
        await other.Fake.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        lock (other.Fake.World.Gate) other.Fake.World.Outbox.Add(new OutboxMessage { Api = "markus", MessageId = "m", SentAt = other.Fake.Clock.Now, From = "a@x.example", To = "b@x.example", Subject = "Zoë" });
        using (StateFile file = StateFile.Open(Path)) file.Save(worlds);

        FakeWorlds again = await WorldsAsync(seed: 7);
        using (StateFile file = StateFile.Open(Path))
        {
            file.Seed.Should().Be(7);
            file.LoadInto(again);
        }

        FakeWorld found = again.Find("other")!;
        found.Fake.Options.Should().Match<FakeOptions>(options => options.Seed == 99 && !options.RateLimits);
        found.Fake.Clock.Now.Should().Be(other.Fake.Clock.Now);
        found.Fake.Outbox.Should().ContainSingle().Which.Subject.Should().Be("Zoë");
    }

    [Fact]
    public async Task A_file_belongs_to_one_process_at_a_time()
    {
        using (StateFile first = StateFile.Open(Path))
        {
            Action second = () => StateFile.Open(Path).Dispose();
            second.Should().Throw<StateFileException>().WithMessage($"State file {Path}: another outreach-fake uses it.");
            first.Save(await WorldsAsync(1));
        }

        using StateFile third = StateFile.Open(Path);
        third.Seed.Should().Be(1);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "cut", "cut:200", "is cut or no JSON, at line 1, byte *" },
        { "empty", "cut:0", "is cut or no JSON, at line 1, byte 1." },
        { "another format", "\"outreach-fake state\"=>\"shopping list\"", "is no state of outreach-fake*" },
        { "newer", "\"version\":1=>\"version\":2", "is of version 2, this outreach-fake reads version 1; use a newer one." },
        { "edited", "\"seed\":1=>\"seed\":3", "was changed after it was written*take the member 'digest' out." },
        { "a wrong type", "\"limits\":{}=>\"limits\":7;nodigest", "world 'default', part 'limits' cannot be read: *" },
        { "a missing part", "\"limits\":{},=>;nodigest", "world 'default', part 'limits' is missing" },
        { "an unknown part", "\"limits\":{}=>\"limits\":{},\"surprise\":1;nodigest", "world 'default', part 'surprise' is unknown" },
        { "an unknown job", "\"jobs\":[]=>\"jobs\":[{\"due\":\"2026-03-02T09:00:00Z\",\"order\":0,\"kind\":\"nope\",\"subject\":\"x\"}];nodigest", "world 'default', part 'jobs' cannot be read: *nothing handles the kind 'nope'." },
        { "no default world", "\"name\":\"default\"=>\"name\":\"other\";nodigest", "has no world 'default'." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_file_that_cannot_be_used_gives_one_line_and_stays_as_it_is(string what, string change, string message)
    {
        using (StateFile file = StateFile.Open(Path)) file.Save(await WorldsAsync(1));
        string text = await File.ReadAllTextAsync(Path);
        if (change.StartsWith("cut:", StringComparison.Ordinal)) text = text[..int.Parse(change[4..], null)];
        else
        {
            if (change.EndsWith(";nodigest", StringComparison.Ordinal))
            {
                change = change[..^9];
                text = text[..text.IndexOf(",\"digest\"", StringComparison.Ordinal)] + "}";
            }

            string[] sides = change.Split("=>");
            text.Should().Contain(sides[0], what);
            text = text.Replace(sides[0], sides[1], StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path, text);
        FakeWorlds worlds = await WorldsAsync(1);

        Action load = () =>
        {
            using StateFile file = StateFile.Open(Path);
            file.LoadInto(worlds);
        };

        load.Should().Throw<StateFileException>().WithMessage($"State file {Path}: {message}").Which.Message.Should().NotContain("\n");
        (await File.ReadAllTextAsync(Path)).Should().Be(text);
        Directory.GetFiles(_directory).Should().ContainSingle();
    }

    [Fact]
    public void A_file_in_a_directory_that_is_not_there_is_refused()
    {
        Action open = () => StateFile.Open(System.IO.Path.Combine(_directory, "none", "state.json")).Dispose();

        open.Should().Throw<StateFileException>().WithMessage("*its directory is not there.");
    }

    private static async Task<FakeWorlds> WorldsAsync(ulong seed)
        => new(await OutreachFake.StartAsync(new FakeOptions { Seed = seed, ClockMode = ClockMode.Manual }), TimeProvider.System);
}
