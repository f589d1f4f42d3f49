using System.Text;
using Outreach.FakeServer;
using Outreach.Sdk;
using Outreach.Sdk.Markus;

namespace LeadImport.Tests;

public sealed class ImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lead-import-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_of_several_slices_gets_in_and_a_second_run_does_nothing()
    {
        string file = File(1200);

        (await RunAsync(file, "--fake")).Should().Be(0);
        (await RunAsync(file, "--fake")).Should().Be(0);

        _output.ToString().Should().Contain("1200 imported, 0 there already, 0 refused").And.Contain("Going on after row 1200 of 1200");
        _error.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task An_import_that_broke_off_goes_on_where_it_was_and_doubles_nothing()
    {
        string file = File(1200);
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using OutreachClient client = fake.CreateClient();
        fake.Faults.Add(new Fault { Operation = "markus.contacts.bulkImport", Skip = 1, Effect = FaultEffect.CommitThenDrop() });

        int first = await ImportAsync(client, file);
        int second = await ImportAsync(client, file);

        (first, second).Should().Be((1, 0));
        _error.ToString().Should().Contain("Of 500 rows nobody knows").And.Contain("500 rows are done");
        _output.ToString().Should().Contain("700 imported, 500 there already, 0 refused");
        (await client.Markus.Contacts.ListAsync()).Total.Should().Be(1200);
        (await client.Markus.Campaigns.ListAsync()).Total.Should().Be(1);
        fake.Journal.Of("markus.contacts.bulkImport").Should().HaveCount(4, "slices 1, 2, then 2 and 3");
    }

    [Fact]
    public async Task A_stop_by_the_user_is_no_loss()
    {
        string file = File(1200);
        await using OutreachFake fake = await OutreachFake.StartAsync();
        using CancellationTokenSource stop = new();
        int imports = 0;
        using OutreachClient client = new(
            new OutreachClientOptions { TimeProvider = fake.Clock, Markus = { ApiKey = fake.Markus.ApiKey } },
            new Watch(fake.CreateHandler(), request => { if (request.RequestUri!.AbsolutePath.EndsWith("/import", StringComparison.Ordinal) && ++imports == 3) stop.Cancel(); }));

        (await ImportAsync(client, file, stop.Token)).Should().Be(1);
        (await ImportAsync(client, file)).Should().Be(0);

        _error.ToString().Should().Contain("LeadImport: stopped.").And.Contain("1000 rows are done; the same command goes on from there.");
        (await client.Markus.Contacts.ListAsync()).Total.Should().Be(1200);
    }

    [Fact]
    public async Task Two_imports_on_one_checkpoint_take_turns()
    {
        string file = File(1200);
        await using OutreachFake fake = await OutreachFake.StartAsync();
        UsageException? refused = null;
        using OutreachClient second = fake.CreateClient();
        using OutreachClient first = new(
            new OutreachClientOptions { TimeProvider = fake.Clock, Markus = { ApiKey = fake.Markus.ApiKey } },
            new Watch(fake.CreateHandler(), _ =>
            {
                // While the first import's call is under way.
                Task<int> other = ImportAsync(second, file);
                refused ??= other.Exception?.InnerException as UsageException;
            }));

        (await ImportAsync(first, file)).Should().Be(0);
        (await ImportAsync(second, file)).Should().Be(0, "the first has ended");

        refused!.Message.Should().StartWith("Another import is at work on the checkpoint").And.NotContain("\n");
        _output.ToString().Should().Contain("1200 imported, 0 there already, 0 refused");
        (await second.Markus.Contacts.ListAsync()).Total.Should().Be(1200);
    }

    [Fact]
    public async Task Refused_rows_are_listed_with_their_lines()
    {
        string file = Path.Combine(_folder.FullName, "some.csv");
        await System.IO.File.WriteAllTextAsync(file, "Email,Name\r\na@x.example,\"A\n\"\"B\"\"\"\r\nnonsense,C\r\n,D\r\n", Encoding.UTF8);

        (await RunAsync(file, "--fake")).Should().Be(0);

        _output.ToString().Should().Contain("1 imported, 0 there already, 2 refused");
        string[] problems = await System.IO.File.ReadAllLinesAsync(file + ".problems.csv");
        problems.Select(line => line.Split(',')[0]).Should().Equal("line", "4", "5");
        problems[1].Should().Contain("CONT_003");
    }

    [Fact]
    public async Task Each_checkpoint_has_a_list_of_refused_rows_of_its_own()
    {
        string file = Path.Combine(_folder.FullName, "some.csv");
        await System.IO.File.WriteAllTextAsync(file, "email\na@x.example\nnonsense\n");
        string other = Path.Combine(_folder.FullName, "other.json");
        await RunAsync(file, "--fake", "--checkpoint", file + ".import.json");
        DateTime listed = System.IO.File.GetLastWriteTimeUtc(file + ".problems.csv");

        (await RunAsync(file, "--fake", "--checkpoint", other)).Should().Be(0);

        (await System.IO.File.ReadAllTextAsync(other + ".problems.csv")).Should().Be(await System.IO.File.ReadAllTextAsync(file + ".problems.csv")).And.Contain("nonsense");
        System.IO.File.GetLastWriteTimeUtc(file + ".problems.csv").Should().Be(listed);
        _output.ToString().Should().Contain($"(see {file}.problems.csv)").And.Contain($"(see {other}.problems.csv)");
    }

    [Theory]
    [InlineData("", 2, "LeadImport FILE")]
    [InlineData("FILE", 2, "Say either --fake or --live.")]
    [InlineData("FILE --fake --live", 2, "Say either --fake or --live.")]
    [InlineData("FILE other.csv --fake", 2, "'other.csv' is one file too many.")]
    [InlineData("FILE --fake --fast", 2, "There is no option '--fast'.")]
    [InlineData("FILE --fake --campaign", 2, "--campaign needs a value.")]
    [InlineData("FILE --fake --checkpoint FILE", 2, "that is the file with the leads")]
    [InlineData("FILE --live --url nowhere", 2, "'nowhere' is no address")]
    [InlineData("FILE --live", 2, "OUTREACH_KEY")]
    [InlineData("missing.csv --fake", 2, "There is no file")]
    [InlineData("--help", 0, "Exit code")]
    public async Task A_wrong_command_is_told_in_one_line(string command, int code, string text)
    {
        string file = File(1);

        (await RunAsync(command.Length == 0 ? [] : command.Replace("FILE", file).Split(' '))).Should().Be(code);

        $"{_output}{_error}".Should().Contain(text);
    }

    [Theory]
    [InlineData("name\nDana\n", "line 1: there is no column 'email'; the columns are name.")]
    [InlineData("email,email\na@x.example,b@x.example\n", "line 1: there are two columns 'email'.")]
    [InlineData("email,name\na@x.example,Dana\nb@x.example,\"Bea\n", "line 3: a quote is opened and not closed.")]
    public async Task A_file_that_is_no_such_CSV_is_refused_before_anything_is_sent(string content, string text)
    {
        string file = Path.Combine(_folder.FullName, "bad.csv");
        await System.IO.File.WriteAllTextAsync(file, content);

        (await RunAsync(file, "--fake")).Should().Be(2);

        _error.ToString().Should().Contain(text);
        System.IO.File.Exists(file + ".import.json").Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_UTF8_is_refused()
    {
        string file = Path.Combine(_folder.FullName, "latin.csv");
        await System.IO.File.WriteAllBytesAsync(file, [.. "email,name\na@x.example,Fran"u8, 0xE7, .. "ois\n"u8]);

        (await RunAsync(file, "--fake")).Should().Be(2);

        _error.ToString().Should().Contain("is no UTF-8");
    }

    [Fact]
    public async Task A_checkpoint_of_another_file_or_a_damaged_one_is_not_believed()
    {
        string file = File(3);
        await RunAsync(file, "--fake");
        await System.IO.File.AppendAllTextAsync(file, "late@x.example,Late\n");
        (await RunAsync(file, "--fake")).Should().Be(2);
        _error.ToString().Should().Contain("changed since the import began");

        await System.IO.File.WriteAllTextAsync(file + ".import.json", "{\"target\":");
        (await RunAsync(file, "--fake")).Should().Be(2);
        _error.ToString().Should().Contain("is damaged");

        (await RunAsync(file, "--fake", "--restart")).Should().Be(0);
        _output.ToString().Should().Contain("4 imported");
    }

    private Task<int> RunAsync(params string[] args) => Cli.RunAsync(args, key: null, _output, _error, TestContext.Current.CancellationToken);

    private Task<int> ImportAsync(OutreachClient client, string file, CancellationToken cancellationToken = default)
        => Cli.ImportAsync(client, ImportArguments.Parse([file, "--live"]), _output, _error, cancellationToken);

    private string File(int rows)
    {
        string file = Path.Combine(_folder.FullName, "leads.csv");
        System.IO.File.WriteAllLines(file, ["email,name", .. Enumerable.Range(1, rows).Select(n => $"lead{n}@x.example,Lead {n}")]);
        return file;
    }

    private sealed class Watch(HttpMessageHandler inner, Action<HttpRequestMessage> seen) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
