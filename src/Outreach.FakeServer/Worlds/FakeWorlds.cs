using System.Collections.Concurrent;
using System.Globalization;

namespace Outreach.FakeServer;

/// <summary>
/// Several worlds behind one port. A request names its world with the header <c>X-Fake-World</c>; without it the API key does,
/// since a key belongs to the world that gave it out; a key that no world knows goes to the default world, which answers the
/// documented 401.
/// </summary>
public sealed class FakeWorlds
{
    /// <summary>The name of the world that is always there.</summary>
    public const string DefaultName = "default";

    private const int MostKeys = 10_000;
    private const int MostLeft = 100;

    private readonly ConcurrentDictionary<string, FakeWorld> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeWorld> _worlds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _left = new();
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private int _made;
    private ulong _seeds;

    /// <summary>Begins with one world.</summary>
    /// <param name="fake">The default world.</param>
    /// <param name="time">The real time, which idle worlds expire by.</param>
    /// <param name="most">Most worlds at once, the default one included.</param>
    /// <param name="idle">Real time without a request after which a world is dropped; null for one hour.</param>
    public FakeWorlds(OutreachFake fake, TimeProvider time, int most = 1000, TimeSpan? idle = null)
    {
        ArgumentNullException.ThrowIfNull(fake);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        _time = time;
        Most = most;
        Idle = idle ?? TimeSpan.FromHours(1);
        Default = new FakeWorld(DefaultName, fake, Timeout.InfiniteTimeSpan, time.GetUtcNow());
        _worlds[DefaultName] = Default;
    }

    /// <summary>The world that is always there.</summary>
    public FakeWorld Default { get; }

    /// <summary>Most worlds at once.</summary>
    public int Most { get; }

    /// <summary>Real time without a request after which a world is dropped, unless it was made with a time of its own.</summary>
    public TimeSpan Idle { get; }

    /// <summary>The worlds, the default one first, the others by name.</summary>
    public IReadOnlyList<FakeWorld> All => [Default, .. _worlds.Values.Where(world => world != Default).OrderBy(world => world.Name, StringComparer.Ordinal)];

    /// <summary>A world by its name; null when there is none.</summary>
    public FakeWorld? Find(string name) => _worlds.GetValueOrDefault(name);

    /// <summary>Adds a world.</summary>
    /// <param name="fake">The world.</param>
    /// <param name="name">Its name, of letters, digits, dots, dashes and underscores; null for <c>world-1</c> and so on.</param>
    /// <param name="idle">Real time without a request after which it is dropped; null for <see cref="Idle"/>.</param>
    /// <exception cref="ArgumentException">The name is taken or has another form.</exception>
    /// <exception cref="InvalidOperationException">There are as many worlds as there may be.</exception>
    public FakeWorld Add(OutreachFake fake, string? name = null, TimeSpan? idle = null)
    {
        ArgumentNullException.ThrowIfNull(fake);
        if (name is not null && !IsName(name))
            throw new ArgumentException("A world's name is 1 to 64 letters, digits, dots, dashes and underscores.", nameof(name));
        lock (_lock)
        {
            Expire();
            if (_worlds.Count >= Most) throw new InvalidOperationException($"There are {Most} worlds already, as many as there may be; drop one first.");
            name ??= NextName();
            FakeWorld world = new(name, fake, idle ?? Idle, _time.GetUtcNow());
            if (!_worlds.TryAdd(name, world)) throw new ArgumentException($"There is a world '{name}' already.", nameof(name));
            return world;
        }
    }

    /// <summary>
    /// A seed for a new world, other than those of the worlds that are there, so that its keys are its own.
    /// </summary>
    public ulong NextSeed()
    {
        lock (_lock)
        {
            HashSet<ulong> taken = [.. _worlds.Values.Select(world => world.Fake.Options.Seed)];
            ulong seed;
            do seed = Default.Fake.Options.Seed + ++_seeds;
            while (taken.Contains(seed));
            return seed;
        }
    }

    /// <summary>Drops a world; false when there is none of that name. The default world stays.</summary>
    public bool Drop(string name)
    {
        if (name == DefaultName || !_worlds.TryRemove(name, out FakeWorld? world)) return false;
        Forget(world);
        return true;
    }

    /// <summary>Drops the worlds that had no request for their time.</summary>
    public void Expire()
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (FakeWorld world in _worlds.Values)
            if (world.Idle != Timeout.InfiniteTimeSpan && now - world.LastUsed >= world.Idle && Drop(world.Name)) End(world);
    }

    /// <summary>What worlds that expired were told to fail on and nobody was told of, the first 100.</summary>
    internal IReadOnlyCollection<string> Left => _left;

    /// <summary>Whether a text is a world's name.</summary>
    internal static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>Tells that a world is in use.</summary>
    internal void Touch(FakeWorld world) => world.Touch(_time.GetUtcNow());

    /// <summary>The world that gave out a key, or the default world where that lets any key in; null when no world knows it.</summary>
    internal FakeWorld? WithKey(string key) => Owner(key) ?? (Default.Fake.Options.AcceptAnyKey ? Default : null);

    /// <summary>The world that a request is for; null when it names one that is not there.</summary>
    internal FakeWorld? Of(FakeRequest request)
    {
        FakeWorld? world = request.Header("X-Fake-World") is { } name ? Find(name) : _worlds.Count == 1 ? Default : ByKey(request);
        if (world is not null && world != Default) world.Touch(_time.GetUtcNow());
        return world;
    }

    private static string? Credential(FakeRequest request)
    {
        if (request.Header("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header[7..].Trim();
        return request.Header("X-API-Key") ?? (request.QueryString.Contains("api_key", StringComparison.Ordinal) ? request.QueryValue("api_key") : null);
    }

    private FakeWorld ByKey(FakeRequest request) => Credential(request) is { } key ? Owner(key) ?? Default : Default;

    private FakeWorld? Owner(string key)
    {
        if (_byKey.TryGetValue(key, out FakeWorld? known) && Find(known.Name) == known) return known;
        foreach (FakeWorld world in All)
        {
            bool owns;
            lock (world.Fake.World.Gate) owns = world.Fake.World.Modules.Any(module => module.OwnsKey(key));
            if (!owns) continue;
            if (_byKey.Count >= MostKeys) _byKey.Clear();
            _byKey[key] = world;
            return world;
        }

        return null;
    }

    // Nobody waits for a world that expires: what its disposal would throw is kept for whoever ends the host.
    private void End(FakeWorld world)
    {
        Failures found = world.Fake.FailuresSoFar();
        if (!found.IsEmpty && _left.Count < MostLeft) _left.Enqueue(world.Told(found.Tell(() => world.Fake.ReproCommand())));
        world.Fake.Close();
    }

    private void Forget(FakeWorld world)
    {
        foreach ((string key, FakeWorld owner) in _byKey)
            if (owner == world) _byKey.TryRemove(key, out _);
    }

    private string NextName()
    {
        string name;
        do name = string.Create(CultureInfo.InvariantCulture, $"world-{++_made}");
        while (_worlds.ContainsKey(name));
        return name;
    }
}
