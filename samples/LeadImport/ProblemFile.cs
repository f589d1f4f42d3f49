using Outreach.Sdk.Markus;

namespace LeadImport;

/// <summary>The rows that did not get in, as CSV. A run that goes on after a kill may list the rows of one slice again.</summary>
internal sealed class ProblemFile(string path)
{
    private readonly List<string> _lines = [];

    public string Path => path;

    public static ProblemFile Begin(string path, bool goOn)
    {
        if (!goOn) File.Delete(path);
        return new ProblemFile(path);
    }

    public void Add(int line, BulkImportRowResult row)
        => _lines.Add($"{line},{Quoted(row.Email)},{Quoted(row.Error?.Code ?? row.Status.Value)},{Quoted(row.Error?.Message)}");

    /// <summary>Writes what was added since the last time.</summary>
    public void Save()
    {
        if (_lines.Count == 0) return;
        if (!File.Exists(path)) _lines.Insert(0, "line,email,code,message");
        File.AppendAllLines(path, _lines);
        _lines.Clear();
    }

    private static string Quoted(string? text) => $"\"{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
