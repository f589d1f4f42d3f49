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
    private volatile SentKey? _current;
    private volatile SentKey? _latest;

    /// <summary>A key that stays the same.</summary>
    public Credential(string key, ReachkitKeyPlacement placement = ReachkitKeyPlacement.Bearer)
    {
        _placement = placement;
        _current = _latest = new SentKey(key, placement switch
        {
            ReachkitKeyPlacement.Bearer => "Bearer " + key,
            ReachkitKeyPlacement.Header => key,
            _ => "api_key=" + Uri.EscapeDataString(key),
        });
    }

    /// <summary>A token that is asked for.</summary>
    public Credential(Func<CancellationToken, ValueTask<string>> provider) => _provider = provider;

    /// <summary>Whether a new token can be had after a 401.</summary>
    public bool CanRenew => _provider is not null;

    /// <summary>The query parameter that carries the key; null when a header does.</summary>
    public string? Query => _placement == ReachkitKeyPlacement.Query ? _current!.Value : null;

    /// <summary>What to send; null when the provider must be asked first.</summary>
    public SentKey? Current => _current;

    /// <summary>Asks the provider.</summary>
    public async ValueTask<SentKey> AskAsync(CancellationToken cancellationToken)
    {
        string token = await _provider!(cancellationToken).ConfigureAwait(false);
        if (!IsWellFormed(token)) throw new InvalidOperationException("The token provider gave a token that is blank or holds white space, control or non-ASCII characters.");
        return _current = _latest = new SentKey(token, "Bearer " + token);
    }

    /// <summary>Forgets a token that was refused, unless another call has already got a new one.</summary>
    public void Forget(SentKey refused) => Interlocked.CompareExchange(ref _current, null, refused);

    /// <summary>Takes the key out of a text that came from outside.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Mask(string? text) => _latest is { } key ? key.Mask(text) : text;

    public void Apply(HttpRequestHeaders headers, SentKey key)
    {
        if (_placement == ReachkitKeyPlacement.Bearer) headers.TryAddWithoutValidation("Authorization", key.Value);
        else if (_placement == ReachkitKeyPlacement.Header) headers.TryAddWithoutValidation("X-API-Key", key.Value);
    }

    /// <summary>Whether a key can travel in a header: visible ASCII only, and some of it.</summary>
    public static bool IsWellFormed(string? key) => !string.IsNullOrEmpty(key) && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    public override string ToString() => nameof(Credential);
}
