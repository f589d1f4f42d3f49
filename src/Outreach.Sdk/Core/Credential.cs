using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Outreach.Sdk;

/// <summary>Puts an API's key onto a request. It shows the key nowhere else.</summary>
[DebuggerDisplay("Credential")]
internal sealed class Credential
{
    private readonly Func<CancellationToken, ValueTask<string>>? _provider;
    private readonly ReachkitKeyPlacement _placement;
    private volatile string? _value;

    /// <summary>A key that stays the same.</summary>
    public Credential(string key, ReachkitKeyPlacement placement = ReachkitKeyPlacement.Bearer)
    {
        _placement = placement;
        _value = placement switch
        {
            ReachkitKeyPlacement.Bearer => "Bearer " + key,
            ReachkitKeyPlacement.Header => key,
            _ => "api_key=" + Uri.EscapeDataString(key),
        };
    }

    /// <summary>A token that is asked for.</summary>
    public Credential(Func<CancellationToken, ValueTask<string>> provider) => _provider = provider;

    /// <summary>Whether a new token can be had after a 401.</summary>
    public bool CanRenew => _provider is not null;

    /// <summary>The query parameter that carries the key; null when a header does.</summary>
    public string? Query => _placement == ReachkitKeyPlacement.Query ? _value : null;

    /// <summary>The value to send; null when the provider must be asked first.</summary>
    public string? Current => _value;

    /// <summary>Asks the provider.</summary>
    public async ValueTask<string> AskAsync(CancellationToken cancellationToken)
    {
        string token = await _provider!(cancellationToken).ConfigureAwait(false);
        if (!IsWellFormed(token)) throw new InvalidOperationException("The token provider gave a token that is blank or holds white space, control or non-ASCII characters.");
        return _value = "Bearer " + token;
    }

    /// <summary>Forgets a token that was refused, unless another call has already got a new one.</summary>
    public void Forget(string refused) => Interlocked.CompareExchange(ref _value, null, refused);

    public void Apply(HttpRequestHeaders headers, string value)
    {
        if (_placement == ReachkitKeyPlacement.Bearer) headers.TryAddWithoutValidation("Authorization", value);
        else if (_placement == ReachkitKeyPlacement.Header) headers.TryAddWithoutValidation("X-API-Key", value);
    }

    /// <summary>Takes the key out of a text that came from outside: a service may repeat in its error what it was sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sent">What was sent to identify the caller.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Mask(string? text, string sent)
    {
        string key = sent.StartsWith("Bearer ", StringComparison.Ordinal) ? sent["Bearer ".Length..]
            : sent.StartsWith("api_key=", StringComparison.Ordinal) ? Uri.UnescapeDataString(sent["api_key=".Length..])
            : sent;
        // So short a key is no secret, and its letters may stand in any text.
        return key.Length < 8 ? text : text?.Replace(key, "***", StringComparison.Ordinal);
    }

    /// <summary>Whether a key can travel in a header: visible ASCII only, and some of it.</summary>
    public static bool IsWellFormed(string? key) => !string.IsNullOrEmpty(key) && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    public override string ToString() => nameof(Credential);
}
