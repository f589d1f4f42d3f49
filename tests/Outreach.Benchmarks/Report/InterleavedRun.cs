using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Outreach.Benchmarks.Report;

/// <summary>
/// Runs the methods of a benchmark class in turns, round by round, in this process. On a machine that others use too, a ratio of
/// neighbours in time holds where two runs one after the other do not.
/// </summary>
internal sealed class InterleavedRun(bool isShort)
{
    private readonly int _rounds = isShort ? 7 : 25;
    private readonly TimeSpan _round = TimeSpan.FromMilliseconds(isShort ? 10 : 25);
    private readonly TimeSpan _warmUp = TimeSpan.FromMilliseconds(isShort ? 250 : 800);
    private readonly TimeSpan _budget = TimeSpan.FromSeconds(isShort ? 3 : 12);

    /// <summary>Measures a class, once for each value of its parameter if it has one.</summary>
    public async Task<IReadOnlyList<BenchmarkTable>> RunAsync(Type type)
    {
        PropertyInfo? parameter = type.GetProperties().SingleOrDefault(property => property.IsDefined(typeof(ParamsAttribute)));
        List<BenchmarkTable> tables = [];
        foreach (object? value in parameter?.GetCustomAttribute<ParamsAttribute>()!.Values ?? [null])
        {
            object instance = Activator.CreateInstance(type)!;
            parameter?.SetValue(instance, value);
            Marked<GlobalSetupAttribute>(type)?.Invoke(instance, null);
            string title = type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? type.Name;
            tables.Add(new BenchmarkTable(value is null ? title : $"{title}: {parameter!.Name.ToLowerInvariant()} {value:N0}", await MeasureAsync(instance)));
            Marked<GlobalCleanupAttribute>(type)?.Invoke(instance, null);
        }

        return tables;
    }

    private async Task<IReadOnlyList<BenchmarkRow>> MeasureAsync(object instance)
    {
        MethodInfo[] methods = [.. instance.GetType().GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute))).OrderByDescending(method => Attribute(method).Baseline)];
        Func<int, Task>[] loops = [.. methods.Select(method => Loop(instance, method))];
        int[] calls = new int[loops.Length];
        for (int turn = 0; turn < 2; turn++)
            for (int i = 0; i < loops.Length; i++) calls[i] = await WarmAsync(loops[i]);

        List<double>[] times = [.. loops.Select(_ => new List<double>())];
        long begun = Stopwatch.GetTimestamp();
        for (int round = 0; round < _rounds && (round < 3 || Stopwatch.GetElapsedTime(begun) < _budget); round++)
        {
            for (int turn = 0; turn < loops.Length; turn++)
            {
                int i = (round + turn) % loops.Length;
                long start = Stopwatch.GetTimestamp();
                await loops[i](calls[i]);
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls[i]);
            }
        }

        double[] bytes = new double[loops.Length];
        for (int i = 0; i < loops.Length; i++) bytes[i] = await BytesAsync(loops[i], Math.Min(calls[i], 2_000));
        return [.. methods.Select((method, i) => new BenchmarkRow(Attribute(method).Description ?? method.Name, times[i], times[0]) { Bytes = bytes[i], BaselineBytes = bytes[0] })];
    }

    private async Task<int> WarmAsync(Func<int, Task> loop)
    {
        await loop(1);
        long begun = Stopwatch.GetTimestamp();
        int calls = 0;
        for (int n = 1; Stopwatch.GetElapsedTime(begun) < _warmUp; n = Math.Min(n * 2, 1_000))
        {
            await loop(n);
            calls += n;
        }

        return Math.Max(1, (int)(calls * (_round / Stopwatch.GetElapsedTime(begun))));
    }

    // The least of three: what other threads allocate in between is not the call's.
    private static async Task<double> BytesAsync(Func<int, Task> loop, int calls)
    {
        double least = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await loop(calls);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)calls);
        }

        return least;
    }

    private static BenchmarkAttribute Attribute(MethodInfo method) => method.GetCustomAttribute<BenchmarkAttribute>()!;

    private static MethodInfo? Marked<TAttribute>(Type type) where TAttribute : Attribute
        => type.GetMethods().SingleOrDefault(method => method.IsDefined(typeof(TAttribute), inherit: true));

    private static Func<int, Task> Loop(object instance, MethodInfo method)
    {
        if (typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            Func<Task> call = method.CreateDelegate<Func<Task>>(instance);
            return async n =>
            {
                for (int i = 0; i < n; i++) await call().ConfigureAwait(false);
            };
        }

        if (method.ReturnType == typeof(void))
        {
            Action call = method.CreateDelegate<Action>(instance);
            return n =>
            {
                for (int i = 0; i < n; i++) call();
                return Task.CompletedTask;
            };
        }

        return (Func<int, Task>)typeof(InterleavedRun).GetMethod(nameof(ValueLoop), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(method.ReturnType).Invoke(null, [instance, method])!;
    }

    private static Func<int, Task> ValueLoop<T>(object instance, MethodInfo method)
    {
        Func<T> call = method.CreateDelegate<Func<T>>(instance);
        T? last = default;
        return n =>
        {
            for (int i = 0; i < n; i++) last = call();
            GC.KeepAlive(last);
            return Task.CompletedTask;
        };
    }
}
