namespace Outreach.Sdk;

/// <summary>A file that an API serves: its bytes as they arrive, and what the service says about them. Dispose it when read.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="FileName">Name of the file, without folders; null when the service gives none.</param>
/// <param name="ContentType">Media type, such as <c>application/pdf</c>.</param>
/// <param name="Length">Number of bytes; null when unknown before the end.</param>
public sealed record Download(Stream Content, string? FileName, string ContentType, long? Length) : IAsyncDisposable, IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
