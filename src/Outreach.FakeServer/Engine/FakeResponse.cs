namespace Outreach.FakeServer;

/// <summary>An answer, before a way in turns it into HTTP.</summary>
public sealed class FakeResponse
{
    private byte[]? _joined;

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The headers, in order; Content-Length is left to the way out.</summary>
    public IList<KeyValuePair<string, string>> Headers { get => field ??= []; init; }

    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get => List is null ? field : _joined ??= List.Join(); init; }

    /// <summary>The content type; null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body of a list, in pieces; null for any other body.</summary>
    internal ListBody? List { get; init; }

    /// <summary>The body's length in bytes.</summary>
    internal int Length => List?.Length ?? Body.Length;

    /// <summary>What a fault does to the connection instead of, or while, answering.</summary>
    internal TransportFault? TransportFault { get; init; }

    /// <summary>How long, in virtual time, the answer is held back by a fault.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>Set when this is not the answer yet.</summary>
    internal PendingAnswer? Pending { get; init; }

    /// <summary>The code of an error answer, for the journal; null for a success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The first header of a name, which is compared without case; null when there is none.</summary>
    public string? Header(string name)
    {
        foreach (KeyValuePair<string, string> header in Headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return header.Value;
        return null;
    }

    /// <summary>Adds a header.</summary>
    internal FakeResponse With(string name, string value)
    {
        Headers.Add(new(name, value));
        return this;
    }

    /// <summary>Stands for an answer that somebody outside of the world is waited for; headers that it gets are added to the answer.</summary>
    internal static FakeResponse Later(Task ready, Func<FakeResponse> finish) => new() { Status = 202, Pending = new PendingAnswer(ready, finish) };

    /// <summary>Changes the answer, now or once it is there.</summary>
    internal FakeResponse Then(Func<FakeResponse, FakeResponse> change) => Pending is { } pending ? Waiting(() => change(pending.Finish())) : change(this);

    /// <summary>Answers what goes wrong while a pending answer is finished.</summary>
    internal FakeResponse Catch<TError>(Func<TError, FakeResponse> render) where TError : Exception
    {
        if (Pending is not { } pending) return this;
        return Waiting(() =>
        {
            try
            {
                return pending.Finish();
            }
            catch (TError error)
            {
                return render(error);
            }
        });
    }

    internal FakeResponse Copy(int? status = null, byte[]? body = null, string? contentType = null, TransportFault? fault = null, TimeSpan delay = default)
        => new()
        {
            Status = status ?? Status,
            Headers = Headers,
            Body = body is not null ? body : List is null ? Body : default,
            List = body is null ? List : null,
            ContentType = contentType ?? ContentType,
            TransportFault = fault ?? TransportFault,
            Delay = delay,
            ErrorCode = ErrorCode,
        };

    private FakeResponse Waiting(Func<FakeResponse> finish) => new() { Status = Status, Headers = Headers, Pending = Pending! with { Finish = finish } };
}
