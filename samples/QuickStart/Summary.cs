using Outreach.FakeServer;

namespace QuickStart;

/// <summary>The figures at the end.</summary>
internal static class Summary
{
    public static void Print(ImportReport report, OutreachFake fake, TimeSpan waited, int retries, TimeSpan virtualTime, TimeSpan realTime)
    {
        int throttled = fake.Journal.Count(entry => entry.Status == 429);
        (string Name, string Value)[] rows =
        [
            ("imported", $"{report.Created}"),
            ("duplicates", $"{report.Duplicates}"),
            ("invalid", $"{report.Invalid}"),
            ("messages sent", $"{fake.Outbox.Count}"),
            ("requests", $"{fake.Journal.Total}"),
            ("429 answers", $"{throttled}"),
            ("retries", $"{retries}"),
            ("waited (virtual)", $"{waited.TotalSeconds:0} s"),
            ("virtual time", $"{virtualTime.Days} d {virtualTime.Hours} h {virtualTime.Minutes} min"),
            ("real time", $"{realTime.TotalSeconds:0.00} s"),
        ];
        Console.WriteLine();
        foreach ((string name, string value) in rows) Console.WriteLine($"   {name,-18}{value,16}");
    }
}
