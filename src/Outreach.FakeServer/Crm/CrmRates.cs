namespace Outreach.FakeServer.Crm;

/// <summary>Rates as the API shows them.</summary>
internal static class CrmRates
{
    /// <summary>A fraction with four decimals, at most 1 though more may be recorded than was delivered; null when the divisor is 0.</summary>
    public static double? Of(long part, long whole) => whole == 0 ? null : Math.Min(1, Math.Round((double)part / whole, 4, MidpointRounding.AwayFromZero));
}
