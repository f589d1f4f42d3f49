using Microsoft.Win32.SafeHandles;

namespace Outreach.Mcp;

/// <summary>Standard error on its own.</summary>
internal static class StandardError
{
    /// <summary>
    /// Opens it. On Unix the console writes to output and error under one lock: while a client leaves the log unread until its pipe is full,
    /// no answer would go out either.
    /// </summary>
    public static TextWriter Open()
    {
        if (OperatingSystem.IsWindows()) return Console.Error;
        try
        {
            FileStream stream = new(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            // A file never fills up, and others may write to its end too.
            return stream.CanSeek ? Console.Error : TextWriter.Synchronized(new StreamWriter(stream) { AutoFlush = true });
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Console.Error;
        }
    }
}
