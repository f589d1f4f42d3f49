namespace Outreach.Sdk;

/// <summary>Turns the bytes of a successful answer into its result. Structs implement it, so that each call gets code of its own and nothing is allocated.</summary>
internal interface IAnswerReader<TResult>
{
    /// <summary>Whether the bytes are wanted at all.</summary>
    static abstract bool ReadsBody { get; }

    /// <summary>Whether the answer is handed over as a stream.</summary>
    static virtual bool IsStream => false;

    /// <summary>Whether an answer without content is one too.</summary>
    static virtual bool AllowsEmpty => false;

    /// <summary>Reads the result.</summary>
    /// <exception cref="System.Text.Json.JsonException">The bytes are no JSON, or of another shape.</exception>
    TResult Read(ApiProfile profile, ReadOnlySpan<byte> body);
}
