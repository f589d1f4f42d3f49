if (args is ["--reachkit-scale", ..]) await Outreach.Benchmarks.Reachkit.ReachkitScaleRun.RunAsync();
else BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
