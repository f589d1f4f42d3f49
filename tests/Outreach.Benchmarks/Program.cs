using BenchmarkDotNet.Running;
using Outreach.Benchmarks.Client;
using Outreach.Benchmarks.Reachkit;
using Outreach.Benchmarks.Report;
using Outreach.Benchmarks.Server;

// What runs in a process of its own comes first, so that it loads nothing of BenchmarkDotNet.
switch (args)
{
    case ["--bare-app"]: await BareApp.RunAsync(); break;
    case ["--first-call", string library]: await FirstCall.RunAsync(library); break;
    case ["--reachkit-scale", ..]: await ReachkitScaleRun.RunAsync(); break;
    case ["--write", string path, .. string[] rest]: await BenchmarkReport.WriteAsync(path, rest); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(BenchmarkReport).Assembly).Run([.. args, "--inProcess"]); break;
}
