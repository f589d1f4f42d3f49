using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Normalisation of variable names: <c>First Name</c>, <c>first_name</c> and <c>firstName</c> are one (contract section 3.7).</summary>
internal static class MergeName
{
    /// <summary>Gives the normalised form of a name.</summary>
    public static string Normalise(string name)
    {
        if (IsNormal(name)) return name;
        var output = new StringBuilder(name.Length + 4);
        Rune before = default;
        bool first = true;
        int position = 0;
        while (position < name.Length)
        {
            Rune.DecodeFromUtf16(name.AsSpan(position), out var rune, out int used);
            position += used;
            if (Rune.IsLetterOrDigit(rune))
            {
                if (!first && Rune.IsUpper(rune) && StartsWord(before, name, position)) Separate(output);
                output.Append(Rune.ToLowerInvariant(rune));
            }
            else
            {
                Separate(output);
            }

            before = rune;
            first = false;
        }

        if (output.Length > 0 && output[^1] == '_') output.Length--;
        return output.ToString();
    }

    // An upper-case letter starts a word after a lower-case letter or a digit, and after an upper-case one if a lower-case one follows.
    private static bool StartsWord(Rune before, string name, int next)
    {
        if (Rune.IsLower(before) || Rune.IsDigit(before)) return true;
        return Rune.IsUpper(before) && next < name.Length
            && Rune.DecodeFromUtf16(name.AsSpan(next), out var following, out _) == System.Buffers.OperationStatus.Done
            && Rune.IsLower(following);
    }

    private static void Separate(StringBuilder output)
    {
        if (output.Length > 0 && output[^1] != '_') output.Append('_');
    }

    // Most names arrive normal, and every lead's variables pass here.
    private static bool IsNormal(string name)
    {
        char before = '_';
        foreach (char c in name)
        {
            if (c == '_' ? before == '_' : !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))) return false;
            before = c;
        }

        return before != '_' || name.Length == 0;
    }
}
