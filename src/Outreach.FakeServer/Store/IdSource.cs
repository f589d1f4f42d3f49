namespace Outreach.FakeServer;

/// <summary>
/// Identifiers that belong to no table: secrets, request ids, tokens. Each is drawn from (seed, purpose, n), so one more of a
/// kind shifts none of another.
/// </summary>
internal sealed class IdSource(ulong seed, Counters counters)
{
    private const string LettersAndDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The next text of a purpose, of lower-case letters and digits.</summary>
    public string Text(string purpose, int length, string alphabet = LettersAndDigits) => TextAt(purpose, Take(purpose), length, alphabet);

    /// <summary>Takes the next number of a purpose; for a secret that should be made again when needed instead of being stored.</summary>
    public long Take(string purpose) => counters.Next("id:" + purpose);

    /// <summary>The text that a number of a purpose stands for.</summary>
    public string TextAt(string purpose, long number, int length, string alphabet = LettersAndDigits)
    {
        ulong n = (ulong)number;
        Permutation digits = new(Permutation.Hash(seed, purpose));
        return string.Create(length, (digits, n, alphabet), static (text, state) =>
        {
            ulong pool = 0;
            for (int i = 0; i < text.Length; i++)
            {
                if (i % 8 == 0) pool = state.digits.Forward((state.n << 8) | (uint)(i / 8));
                text[i] = state.alphabet[(int)(pool % (uint)state.alphabet.Length)];
                pool /= (uint)state.alphabet.Length;
            }
        });
    }

    /// <summary>The next UUID of a purpose.</summary>
    public string Uuid(string purpose) => new UuidForm(seed, purpose).Make((int)counters.Next("id:" + purpose));
}
