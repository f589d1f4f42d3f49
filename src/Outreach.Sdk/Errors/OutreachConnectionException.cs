namespace Outreach.Sdk;

/// <summary>
/// No complete answer came: the connection failed or broke, or the attempt took too long. What a write did is unknown, unless
/// the connection was refused.
/// </summary>
public sealed class OutreachConnectionException : OutreachException
{
    /// <summary>Makes one.</summary>
    public OutreachConnectionException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>Whether the attempt was given up because it took longer than the attempt timeout.</summary>
    public bool IsTimeout { get; init; }

    /// <summary>Whether no connection was made at all, so that the API knows nothing of the last attempt.</summary>
    public bool WasNotSent { get; init; }
}
