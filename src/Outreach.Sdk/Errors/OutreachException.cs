namespace Outreach.Sdk;

/// <summary>The root of what this client throws. The caller's cancellation is no error and stays an <see cref="OperationCanceledException"/>.</summary>
public class OutreachException : Exception
{
    /// <summary>Makes one.</summary>
    public OutreachException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>The operation, such as <c>markus.campaigns.get</c>; null when unknown.</summary>
    public string? Operation { get; init; }

    /// <summary>How often the request was sent; 0 when it was not.</summary>
    public int Attempts { get; init; }
}
