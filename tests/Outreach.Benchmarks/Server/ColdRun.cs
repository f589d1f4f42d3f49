using System.Diagnostics;
using System.Globalization;
using Outreach.Benchmarks.Report;

namespace Outreach.Benchmarks.Server;

/// <summary>What needs processes of its own: cold starts, first calls, memory when idle.</summary>
internal static class ColdRun
{
    private static readonly string[] _libraries = ["raw", "Outreach.Sdk", "RestSharp", "Flurl.Http"];

    /// <summary>From starting the process to the first answer.</summary>
    public static async Task<(BenchmarkTable Table, string Memory)> ServersAsync(bool isShort)
    {
        using PackedTool packed = await PackedTool.PackAsync();
        List<double> bare = [];
        List<double> installed = [];
        List<double> tool = [];
        long bareMemory = 0;
        long toolMemory = 0;
        for (int round = 0; round < (isShort ? 3 : 9); round++)
        {
            (double time, bareMemory) = await StartAsync("Outreach.Benchmarks.dll", "--bare-app");
            bare.Add(time);
            (time, toolMemory) = await StartAsync(packed.Assembly, "serve", "--port", "0");
            installed.Add(time);
            (time, _) = await StartAsync("outreach-fake.dll", "serve", "--port", "0");
            tool.Add(time);
        }

        return (new BenchmarkTable("Cold start to the first answer on a port (bar 1.2 ×)", [new("bare minimal API", bare, bare), new("outreach-fake serve, installed from its package", installed, bare), new("outreach-fake serve, built from source", tool, bare)]),
            string.Create(CultureInfo.InvariantCulture, $"Memory when idle, after the first answer (working set of the process): bare minimal API {bareMemory / 1e6:F0} MB, `outreach-fake serve` {toolMemory / 1e6:F0} MB."));
    }

    /// <summary>Client and first GET in a process that has just begun, on the handler in memory.</summary>
    public static async Task<BenchmarkTable> FirstCallsAsync(bool isShort)
    {
        Dictionary<string, List<double>> times = _libraries.ToDictionary(library => library, _ => new List<double>());
        for (int round = 0; round < (isShort ? 3 : 9); round++)
        {
            foreach (string library in _libraries)
            {
                using Process process = Start("Outreach.Benchmarks.dll", "--first-call", library);
                string printed = await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
                times[library].Add(double.Parse(printed, CultureInfo.InvariantCulture) * 1e6);
            }
        }

        return new BenchmarkTable("Client and first GET in a cold process", [.. _libraries.Select(library => new BenchmarkRow(library == "raw" ? "raw HttpClient" : library, times[library], times["raw"]))]);
    }

    private static async Task<(double Time, long Memory)> StartAsync(params string[] arguments)
    {
        using HttpClient http = new();
        long begun = Stopwatch.GetTimestamp();
        using Process process = Start(arguments);
        try
        {
            string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{arguments[0]} ended before it listened.");
            using HttpResponseMessage response = await http.GetAsync(new Uri($"{line[line.IndexOf("http", StringComparison.Ordinal)..]}/markus/api/v1/contacts"));
            double time = Stopwatch.GetElapsedTime(begun).TotalNanoseconds;
            process.Refresh();
            return (time, process.WorkingSet64);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static Process Start(params string[] arguments)
        => Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, arguments[0]), .. arguments[1..]])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
}
