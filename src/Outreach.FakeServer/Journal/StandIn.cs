namespace Outreach.FakeServer;

/// <summary>
/// Stands in for a key that is not the fake's own, so that no record of a run ever holds one. Length and kinds of characters stay,
/// and so does the beginning that the services show as the key's prefix; of a token of three parts all but the signature.
/// </summary>
internal static class StandIn
{
    /// <summary>The stand-in for a credential.</summary>
    public static string For(string key)
    {
        int keep = key.Count(c => c == '.') == 2 ? key.LastIndexOf('.') + 1 : Math.Min(16, key.Length / 2);
        Permutation digits = new(Permutation.Hash(0, key));
        return string.Create(key.Length, (key, keep, digits), static (text, state) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                char c = state.key[i];
                uint draw = (uint)(state.digits.Forward((ulong)i) >> 32);
                text[i] = i < state.keep ? c : c switch
                {
                    >= '0' and <= '9' => (char)('0' + (draw % 10)),
                    >= 'a' and <= 'f' => (char)('a' + (draw % 6)),
                    >= 'g' and <= 'z' => (char)('g' + (draw % 20)),
                    >= 'A' and <= 'F' => (char)('A' + (draw % 6)),
                    >= 'G' and <= 'Z' => (char)('G' + (draw % 20)),
                    _ => c,
                };
            }
        });
    }
}
