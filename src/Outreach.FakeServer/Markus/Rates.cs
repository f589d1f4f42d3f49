namespace Outreach.FakeServer.Markus;

/// <summary>Fractions as the contract states them.</summary>
internal static class Rates
{
    /// <summary>A part of a whole, 0 to 1, rounded to four decimals; 0 when the whole is 0.</summary>
    public static double Of(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4, MidpointRounding.AwayFromZero);
}
