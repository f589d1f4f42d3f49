using System.Globalization;
using System.Text;

namespace Outreach.Benchmarks.Report;

/// <summary>The alternatives of one case as a Markdown table.</summary>
internal sealed record BenchmarkTable(string Title, IReadOnlyList<BenchmarkRow> Rows)
{
    /// <summary>Whether the figures are read as calls per second.</summary>
    public bool AreThroughputs { get; init; }

    public override string ToString()
    {
        StringBuilder text = new();
        bool bytes = Rows.Any(row => row.Bytes is not null);
        text.AppendLine(CultureInfo.InvariantCulture, $"### {Title}").AppendLine();
        text.AppendLine($"| | best | median | ratio of best | median ratio |{(bytes ? " allocated | ratio |" : "")}");
        text.AppendLine($"|---|---:|---:|---:|---:|{(bytes ? "---:|---:|" : "")}");
        foreach (BenchmarkRow row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Figure(row.Best)} | {Figure(row.Median)} | {Ratio(row.BestRatio)} | {Ratio(row.MedianRatio)} |");
            if (bytes) text.Append(CultureInfo.InvariantCulture, $" {Size(row.Bytes)} | {(row.BaselineBytes > 0 ? row.Bytes / row.BaselineBytes : null):F2} |");
            text.AppendLine();
        }

        return text.ToString();
    }

    private string Figure(double nanoseconds)
        => AreThroughputs ? string.Create(CultureInfo.InvariantCulture, $"{1e9 / nanoseconds:N0}/s") : Time(nanoseconds);

    private string Ratio(double ratio) => (AreThroughputs ? 1 / ratio : ratio).ToString("F2", CultureInfo.InvariantCulture);

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:F0} ns"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:F2} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:F2} ms"),
    };

    private static string Size(double? bytes) => bytes switch
    {
        null => "",
        < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} B"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N2} MB"),
    };
}
