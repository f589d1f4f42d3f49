using System.Runtime.CompilerServices;
using System.Text;

namespace Samples;

/// <summary>Reads CSV as RFC 4180 describes it, row by row, with the line at which each row begins.</summary>
internal static class CsvReader
{
    private const int LongestRow = 1_000_000;

    /// <exception cref="FormatException">A quote is opened and not closed.</exception>
    public static async IAsyncEnumerable<(int Line, IReadOnlyList<string> Fields)> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int line = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            int first = ++line;
            if (IsOpen(text))
            {
                StringBuilder row = new(text);
                while (true)
                {
                    if (row.Length > LongestRow || await reader.ReadLineAsync(cancellationToken) is not { } more) throw new FormatException($"line {first}: a quote is opened and not closed.");
                    row.Append('\n').Append(more);
                    line++;
                    if (IsOpen(more)) break;
                }

                text = row.ToString();
            }

            if (text.Length > 0) yield return (first, Split(text));
        }
    }

    // A line with an odd number of quotes opens a quoted field that it does not close, or closes one.
    private static bool IsOpen(string line) => line.AsSpan().Count('"') % 2 == 1;

    private static List<string> Split(string row)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < row.Length; i++)
        {
            char c = row[i];
            if (c == '"' && quoted && i + 1 < row.Length && row[i + 1] == '"') field.Append(row[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c != ',' || quoted) field.Append(c);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
