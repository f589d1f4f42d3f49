using System.Globalization;

namespace Outreach.FakeServer;

/// <summary>What the data of a job must be for its kind to be carried out.</summary>
/// <param name="Form">In words, such as <c>a whole number</c>.</param>
/// <param name="Fits">Whether data are that.</param>
internal sealed record JobData(string Form, Func<string?, bool> Fits)
{
    /// <summary>Whatever there is, or nothing.</summary>
    public static JobData Any { get; } = new("anything", static _ => true);

    /// <summary>A text that may be empty.</summary>
    public static JobData Text { get; } = new("a text", static data => data is not null);

    /// <summary>A number from 0 up.</summary>
    public static JobData Number { get; } = new("a whole number from 0", static data => int.TryParse(data, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    /// <summary>An instant in ticks of UTC.</summary>
    public static JobData Instant { get; } = new("an instant in ticks", static data => long.TryParse(data, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks);

    /// <summary>Lines, the last of which may hold more line breaks.</summary>
    public static JobData Lines(int least) => new(string.Create(CultureInfo.InvariantCulture, $"{least} lines"), data => data?.AsSpan().Count('\n') >= least - 1);
}
