using System.Text.Json;

namespace Outreach.FakeServer;

/// <summary>Counts requests in fixed windows that start at multiples of their length in Unix time.</summary>
internal sealed class RateLimiter : IStatePart
{
    private Dictionary<(string Owner, string Bucket), Window> _windows = [];

    /// <inheritdoc/>
    public string Name => "limits";

    /// <summary>Looks at a bucket without counting.</summary>
    /// <param name="owner">Whose bucket it is: a key or a token's subject.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="now">The world's time.</param>
    public BucketState Peek(string owner, Bucket bucket, DateTimeOffset now)
    {
        long start = now.ToUnixTimeSeconds() / bucket.WindowSeconds * bucket.WindowSeconds;
        int used = _windows.TryGetValue((owner, bucket.Name), out Window window) && window.Start == start ? window.Used : 0;
        return new BucketState(bucket, used, start + bucket.WindowSeconds, now);
    }

    /// <summary>Counts one request in a bucket, whether or not it is full.</summary>
    public BucketState Count(string owner, Bucket bucket, DateTimeOffset now)
    {
        BucketState state = Peek(owner, bucket, now);
        _windows[(owner, bucket.Name)] = new Window(state.Reset - bucket.WindowSeconds, state.Used + 1);
        return state with { Used = state.Used + 1 };
    }

    object IStatePart.Capture() => new Dictionary<(string, string), Window>(_windows);

    void IStatePart.Restore(object capture) => _windows = new((Dictionary<(string, string), Window>)capture);

    void IStatePart.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((string name, Window window) in _windows.Select(pair => ($"{pair.Key.Owner} {pair.Key.Bucket}", pair.Value)).OrderBy(pair => pair.Item1, StringComparer.Ordinal))
        {
            writer.WriteStartArray(name);
            writer.WriteNumberValue(window.Start);
            writer.WriteNumberValue(window.Used);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    void IStatePart.Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new FormatException("is no object.");
        _windows = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            int space = member.Name.LastIndexOf(' ');
            if (space < 0) throw new FormatException($"'{member.Name}' names no bucket; it is an owner, a space and a bucket.");
            if (!IsWindow(member.Value, out Window window)) throw new FormatException($"'{member.Name}': is not [start of the window in Unix seconds, requests in it].");
            if (!_windows.TryAdd((member.Name[..space], member.Name[(space + 1)..]), window)) throw new FormatException($"'{member.Name}' is there twice.");
        }
    }

    private static bool IsWindow(JsonElement value, out Window window)
    {
        window = default;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2 || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Number)) return false;
        if (!value[0].TryGetInt64(out long start) || !value[1].TryGetInt32(out int used) || used < 0) return false;
        window = new Window(start, used);
        return true;
    }

    private readonly record struct Window(long Start, int Used);
}
