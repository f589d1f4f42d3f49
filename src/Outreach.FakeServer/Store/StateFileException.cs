namespace Outreach.FakeServer;

/// <summary>A state file cannot be used; the message says in one line what is wrong and where, and the file is left as it is.</summary>
public sealed class StateFileException : IOException
{
    private const int Longest = 500;

    /// <summary>Names the file and what is wrong with it.</summary>
    public StateFileException(string path, string reason, Exception? inner = null)
        : base($"State file {path}: {Line(reason)}", inner) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    // Names and values of the file are in it, whatever they hold.
    private static string Line(string reason)
    {
        string line = string.Concat(reason.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
