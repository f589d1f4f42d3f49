using System.Runtime.CompilerServices;
using System.Text;

namespace QuickStart;

/// <summary>Reads CSV as RFC 4180 describes it, row by row, with the line at which each row begins.</summary>
internal static class CsvReader
{
    public static async IAsyncEnumerable<(int Line, IReadOnlyList<string> Fields)> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int line = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            int first = ++line;
            while (text.Count(c => c == '"') % 2 == 1 && await reader.ReadLineAsync(cancellationToken) is { } more)
            {
                text += '\n' + more;
                line++;
            }

            if (text.Length > 0) yield return (first, Split(text));
        }
    }

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
