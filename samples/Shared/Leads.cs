using System.Runtime.CompilerServices;
using System.Text;
using Outreach.Sdk.Markus;

namespace Samples;

/// <summary>Reads leads from a CSV file in UTF-8, one at a time.</summary>
internal static class Leads
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">The file is no such CSV; the message says where.</exception>
    public static async IAsyncEnumerable<Lead> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using StreamReader reader = new(file, Strict);
        Dictionary<string, int>? columns = null;
        await foreach ((int line, IReadOnlyList<string> fields) in CsvReader.ReadAsync(reader, cancellationToken))
        {
            if (columns is null)
            {
                columns = Columns(line, fields);
                continue;
            }

            string? Field(string name) => columns.TryGetValue(name, out int i) && i < fields.Count && fields[i].Length > 0 ? fields[i] : null;
            yield return new Lead(line, new ImportContactRow
            {
                Name = Field("name"),
                Email = Field("email"),
                Company = Field("company"),
                Title = Field("title"),
                Type = Field("type") is { } type ? new ContactType(type) : null,
                Location = new() { City = Field("city"), Country = Field("country") },
            });
        }
    }

    private static Dictionary<string, int> Columns(int line, IReadOnlyList<string> fields)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < fields.Count; i++)
            if (!columns.TryAdd(fields[i].Trim(), i)) throw new FormatException($"line {line}: there are two columns '{fields[i].Trim()}'.");
        return columns.ContainsKey("email") ? columns : throw new FormatException($"line {line}: there is no column 'email'; the columns are {string.Join(", ", columns.Keys)}.");
    }
}
