namespace Outreach.Benchmarks.Report;

/// <summary>One alternative: its times per call in nanoseconds, round by round, beside those of the baseline in the same rounds.</summary>
internal sealed record BenchmarkRow(string Name, IReadOnlyList<double> Times, IReadOnlyList<double> Baseline)
{
    public double? Bytes { get; init; }

    public double? BaselineBytes { get; init; }

    public double Best => Times.Min();

    public double Median => MedianOf(Times);

    public double BestRatio => Best / Baseline.Min();

    /// <summary>The median of the ratios of the rounds: what disturbs a whole round disturbs both sides.</summary>
    public double MedianRatio => MedianOf([.. Times.Zip(Baseline, (time, other) => time / other)]);

    private static double MedianOf(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
