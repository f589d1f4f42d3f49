namespace Outreach.FakeServer;

/// <summary>A state file cannot be used; the message says in one line what is wrong and where, and the file is left as it is.</summary>
public sealed class StateFileException : IOException
{
    /// <summary>Names the file and what is wrong with it.</summary>
    public StateFileException(string path, string reason, Exception? inner = null)
        : base($"State file {path}: {reason}", inner) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
