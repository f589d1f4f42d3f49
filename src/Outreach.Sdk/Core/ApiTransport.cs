using System.Text.Json.Serialization.Metadata;

namespace Outreach.Sdk;

/// <summary>Sends the operations of one API: what all its resource clients stand on.</summary>
internal abstract class ApiTransport
{
    /// <summary>Sends a call without a body and reads its result.</summary>
    public abstract Task<TResult> SendAsync<TResult>(OperationCall call, JsonTypeInfo<TResult> resultType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call with a JSON body and reads its result.</summary>
    public abstract Task<TResult> SendAsync<TBody, TResult>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TResult> resultType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call whose answer has no content.</summary>
    public abstract Task SendAsync(OperationCall call, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call with a JSON body whose answer has no content.</summary>
    public abstract Task SendAsync<TBody>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call whose result is a list that is not paged.</summary>
    public abstract Task<IReadOnlyList<TItem>> SendListAsync<TItem>(OperationCall call, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call with a JSON body whose result is a list that is not paged.</summary>
    public abstract Task<IReadOnlyList<TItem>> SendListAsync<TBody, TItem>(OperationCall call, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call whose result is one page of a list.</summary>
    public abstract Task<Page<TItem>> SendPageAsync<TItem>(OperationCall call, JsonTypeInfo<List<TItem>> itemsType, RequestOptions? options, CancellationToken cancellationToken);

    /// <summary>Sends a call whose answer is a file, and gives its bytes as they arrive.</summary>
    public abstract Task<Download> SendStreamAsync(OperationCall call, RequestOptions? options, CancellationToken cancellationToken);
}
