using System.Runtime.CompilerServices;
using Outreach.Sdk.Markus;

namespace QuickStart;

/// <summary>Reads leads from a CSV file, one at a time.</summary>
internal static class Leads
{
    public static async IAsyncEnumerable<ImportContactRow> ReadAsync(string file, List<int> lines, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using StreamReader reader = File.OpenText(file);
        Dictionary<string, int>? columns = null;
        await foreach ((int line, IReadOnlyList<string> fields) in CsvReader.ReadAsync(reader, cancellationToken))
        {
            if (columns is null)
            {
                columns = fields.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i);
                continue;
            }

            lines.Add(line);
            string? Field(string name) => columns.TryGetValue(name, out int i) && i < fields.Count && fields[i].Length > 0 ? fields[i] : null;
            yield return new ImportContactRow
            {
                Name = Field("name"),
                Email = Field("email"),
                Company = Field("company"),
                Title = Field("title"),
                Type = Field("type") is { } type ? new ContactType(type) : null,
                Location = new() { City = Field("city"), Country = Field("country") },
            };
        }
    }
}
