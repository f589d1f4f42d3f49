using Outreach.Sdk.Markus;

namespace Samples;

/// <summary>A bar of plain text, redrawn in place on a terminal and drawn once when the output goes elsewhere.</summary>
internal sealed class ProgressBar(int total) : IProgress<ImportProgress>
{
    private const int Width = 40;
    private int _rows;

    public void Report(ImportProgress value)
    {
        _rows = value.Rows;
        if (!Console.IsOutputRedirected) Console.Write($"\r{Line}");
    }

    public void End() => Console.WriteLine(Console.IsOutputRedirected ? Line : "");

    private string Line
    {
        get
        {
            int done = total == 0 ? Width : Width * _rows / total;
            return $"   [{new string('#', done)}{new string('.', Width - done)}] {_rows} of {total} rows";
        }
    }
}
