namespace Outreach.FakeServer.Reachkit;

/// <summary>Letters of variants by their place in a step: A, B, … Z, AA, AB, …</summary>
internal static class VariantLetter
{
    /// <summary>Gives the letter of the variant at a zero-based place.</summary>
    public static string At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        string letters = "";
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) letters = (char)('A' + rest % 26) + letters;
        return letters;
    }
}
