namespace Outreach.FakeServer.Crm;

/// <summary>Rates as the API shows them.</summary>
internal static class CrmRates
{
    /// <summary>A fraction with four decimals; null when the divisor is 0.</summary>
    public static double? Of(long part, long whole) => whole == 0 ? null : Math.Round((double)part / whole, 4, MidpointRounding.AwayFromZero);
}
