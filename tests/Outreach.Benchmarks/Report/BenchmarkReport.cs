using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Outreach.Benchmarks.Client;
using Outreach.Benchmarks.Server;

namespace Outreach.Benchmarks.Report;

/// <summary>Runs everything and writes <c>docs/benchmarks.md</c>.</summary>
internal static class BenchmarkReport
{
    private static readonly Type[] _client =
    [
        typeof(GetBenchmarks), typeof(YieldingGetBenchmarks), typeof(PatchBenchmarks), typeof(YieldingPatchBenchmarks), typeof(PageBenchmarks),
        typeof(ThrottledPostBenchmarks), typeof(PagingBenchmarks), typeof(ImportBenchmarks), typeof(ClientCreationBenchmarks),
        typeof(LoopbackGetBenchmarks), typeof(WebhookVerificationBenchmarks),
    ];

    private static readonly Type[] _server =
    [
        typeof(FreshWorldBenchmarks), typeof(FakeCallBenchmarks), typeof(SnapshotBenchmarks), typeof(SegmentRefreshBenchmarks), typeof(GraphQLBenchmarks),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="path">The file; <c>-</c> for the console only.</param>
    /// <param name="rest"><c>--job short</c> for a quick look, <c>--only PART</c> for the cases whose class or run is called so.</param>
    public static async Task WriteAsync(string path, string[] rest)
    {
        bool isShort = rest.Contains("short");
        int only = Array.IndexOf(rest, "--only");
        string part = only >= 0 ? rest[only + 1] : "";
        InterleavedRun run = new(isShort);
        long begun = Stopwatch.GetTimestamp();
        StringBuilder text = new();
        text.AppendLine("## The client").AppendLine();
        foreach (Type type in _client.Where(type => type.Name.Contains(part, StringComparison.OrdinalIgnoreCase))) await AddAsync(type);
        if (Wants("Heap")) Add(await HeapRun.RunAsync(isShort));
        if (Wants("FirstCall")) Add(await ColdRun.FirstCallsAsync(isShort));
        text.AppendLine("## The reference server").AppendLine();
        foreach (Type type in _server.Where(type => type.Name.Contains(part, StringComparison.OrdinalIgnoreCase))) await AddAsync(type);
        if (Wants("Port")) Add(await PortRun.RunAsync(isShort));
        if (Wants("ColdStart"))
        {
            (BenchmarkTable table, string memory) = await ColdRun.ServersAsync(isShort);
            Add(table);
            Add(memory + Environment.NewLine);
        }

        if (path != "-") await File.WriteAllTextAsync(path, Head(isShort, Stopwatch.GetElapsedTime(begun)) + text.ToString().TrimEnd() + Environment.NewLine);

        bool Wants(string name) => name.Contains(part, StringComparison.OrdinalIgnoreCase);

        async Task AddAsync(Type type)
        {
            foreach (BenchmarkTable table in await run.RunAsync(type)) Add(table);
            GC.Collect();
        }

        void Add(object section)
        {
            Console.WriteLine(section);
            text.AppendLine(section.ToString());
        }
    }

    private static string Head(bool isShort, TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $$"""
        # Benchmarks

        Written by one command ({{(isShort ? "this time with `--job short`, " : "")}}{{took.TotalMinutes:F1}} minutes; `--job short` for a quick look, `--only Get` for a part, `-` as file for the console):

        ```
        dotnet run -c Release --project tests/Outreach.Benchmarks -- --write docs/benchmarks.md
        ```

        Without `--write` the same classes run under BenchmarkDotNet (`-- --filter "*Get*" --job short`).

        Measured on {{RuntimeInformation.FrameworkDescription}}, {{RuntimeInformation.OSDescription}}, {{Environment.ProcessorCount}} cores ({{RuntimeInformation.ProcessArchitecture}}). **The machine may be shared with other
        work while this runs**: absolute times are rough. The alternatives of a case therefore run in turns, round by round in one process, and two ratios are given: best round
        against best round, and the median of the ratios within the rounds. Trust a difference that both show.

        - *raw HttpClient*: `HttpClient` and source-generated System.Text.Json by hand, with the same safety: time-out, status check, error body read, a 429 repeated after Retry-After.
        - *RestSharp 114.1.0* as documented, with source-generated System.Text.Json. *Flurl.Http 2.4.2*, the newest on the package feed of this project (it is from 2019, its JSON is Newtonsoft's).
        - All on the same `HttpMessageHandler` in memory, with the contract's example of a contact (0.8 kB); once over loopback.
        - *allocated*: all threads, per call; over loopback the server's share is in it.


        """);
}
