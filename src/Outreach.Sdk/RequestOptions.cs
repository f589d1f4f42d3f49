using System.Buffers;

namespace Outreach.Sdk;

/// <summary>What one call does differently from the client's options.</summary>
public sealed record RequestOptions
{
    private static readonly SearchValues<char> _token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "X-API-Key", "Cookie", "Host", "Connection", "Content-Length", "Content-Type",
        "Content-Encoding", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect",
    };

    /// <summary>Headers that are sent besides the client's own; null for none.</summary>
    /// <exception cref="ArgumentException">A name is none or belongs to the client (<c>Authorization</c>, <c>Host</c>, <c>Content-…</c>), or a value holds control or non-ASCII characters.</exception>
    public IReadOnlyDictionary<string, string>? Headers
    {
        get;
        init
        {
            // Checked is what is kept: the caller may change theirs at any time.
            field = value is null ? null : new Dictionary<string, string>(value);
            foreach ((string name, string text) in field ?? new Dictionary<string, string>())
            {
                if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(_token)) throw new ArgumentException($"'{name}' is no name of a header.", nameof(Headers));
                if (_reserved.Contains(name)) throw new ArgumentException($"The header '{name}' belongs to the client.", nameof(Headers));
                if (text is null || text.AsSpan().ContainsAnyExceptInRange(' ', '~')) throw new ArgumentException($"The value of the header '{name}' is null or holds control or non-ASCII characters.", nameof(Headers));
            }
        }
    }

    /// <summary>In place of <see cref="OutreachClientOptions.AttemptTimeout"/>; null leaves that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither above 0 and at most 1 day nor infinite.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        init => field = value is null || OptionsCheck.IsTimeout(value.Value) ? value : throw new ArgumentOutOfRangeException(nameof(AttemptTimeout), value, "Above 0 and at most 1 day, or infinite.");
    }

    /// <summary>In place of <see cref="OutreachClientOptions.MaxRetries"/>; 0 switches repetitions off; null leaves that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 100.</exception>
    public int? MaxRetries
    {
        get;
        init => field = value is null or (>= 0 and <= 100) ? value : throw new ArgumentOutOfRangeException(nameof(MaxRetries), value, "From 0 to 100.");
    }

    /// <summary>Told about the answer that ended the call, good or bad, before the call returns or throws; not when no answer came. It must not throw.</summary>
    public Action<ResponseInfo>? OnResponse { get; init; }

    /// <summary>Whether the call is part of a bulk call.</summary>
    internal bool IsBulk { get; init; }
}
