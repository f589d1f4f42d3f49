using System.Diagnostics;
using System.Globalization;

namespace Outreach.Benchmarks.Client;

/// <summary>The first call of a process: prints its time in milliseconds, client included.</summary>
internal static class FirstCall
{
    public static async Task RunAsync(string library)
    {
        WireHandler handler = new(static _ => ContactBodies.One);
        long begun = Stopwatch.GetTimestamp();
        IContactCaller caller = Callers.Make(library, handler);
        await caller.GetAsync();
        Console.WriteLine(Stopwatch.GetElapsedTime(begun).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
    }
}
