using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>One call of the control API.</summary>
internal sealed class ControlCall(ControlApi api, HttpContext context, IReadOnlyDictionary<string, string> values, ReadOnlyMemory<byte> body)
{
    private const int MostRows = 10_000;

    private FakeWorld? _world;

    /// <summary>The control API.</summary>
    public ControlApi Api => api;

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Bytes => body;

    /// <summary>The HTTP request's own context.</summary>
    public HttpContext Context => context;

    /// <summary>The caller's patience.</summary>
    public CancellationToken Cancelled => context.RequestAborted;

    /// <summary>The world that the call is about.</summary>
    public FakeWorld World => _world ??= Present();

    /// <summary>That world's fake.</summary>
    public OutreachFake Fake => World.Fake;

    /// <summary>A path parameter's value.</summary>
    public string Path(string name) => values[name];

    /// <summary>A path parameter that is a whole number.</summary>
    public long PathNumber(string name)
        => long.TryParse(Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw ControlProblem.NotFound($"'{Path(name)}' is no number.");

    /// <summary>A query value; null when it is not given.</summary>
    public string? Query(string name) => context.Request.Query.TryGetValue(name, out var found) && found.Count > 0 ? found[0] : null;

    /// <summary>A query value that names an API; null when it is not given.</summary>
    public string? QueryApi(string name)
        => Query(name) is not { } api || ContractDocument.Apis.Contains(api) ? Query(name) : throw new ControlProblem(400, "Bad query", $"{name}: '{api}' is none of {string.Join(", ", ContractDocument.Apis)}.");

    /// <summary>A pattern of operations; null when it is not given.</summary>
    public string? Pattern(string place, string? operation)
        => operation is null || Fake.Faults.Knows(operation) ? operation : throw new BadDocumentException($"{place}: {FaultPlan.NoOperation(operation)}.");

    /// <summary>A query value that is a whole number; null when it is not given.</summary>
    public long? QueryNumber(string name)
        => Query(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw new ControlProblem(400, "Bad query", $"{name}: '{text}' is no whole number{(text.Length > 0 && text.All(char.IsAsciiDigit) ? $" up to {long.MaxValue}" : "")}.");

    /// <summary>Most rows that the caller wants.</summary>
    public int Limit() => QueryNumber("limit") switch
    {
        null => 100,
        >= 1 and <= MostRows and var limit => (int)limit,
        _ => throw new ControlProblem(400, "Bad query", $"limit: '{Query("limit")}' is not from 1 to {MostRows}."),
    };

    /// <summary>A query value that is true or false; null when it is not given.</summary>
    public bool? QueryFlag(string name) => Query(name) switch
    {
        null => null,
        "true" or "1" or "" => true,
        "false" or "0" => false,
        var text => throw new ControlProblem(400, "Bad query", $"{name}: '{text}' is neither true nor false."),
    };

    /// <summary>Does something to the world that a caller of its APIs cannot; when it ends, the webhooks that it brought are delivered.</summary>
    /// <param name="act">What; an <see cref="ArgumentException"/> tells of something that there is none of.</param>
    public async ValueTask<T> ActAsync<T>(Func<T> act)
    {
        T result;
        try
        {
            result = act();
        }
        catch (ArgumentException e)
        {
            throw ControlProblem.NotFound(e.Message.Split(" (Parameter", 2)[0]);
        }

        await Fake.SettleAsync(Cancelled).ConfigureAwait(false);
        return result;
    }

    /// <summary>Does something that gives nothing.</summary>
    public async ValueTask<ControlAnswer> ActAsync(Action act)
    {
        await ActAsync(() =>
        {
            act();
            return true;
        }).ConfigureAwait(false);
        return ControlAnswer.Done;
    }

    /// <summary>The body as a JSON object; an empty body stands for an empty object.</summary>
    public StrictObject Body()
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.IsEmpty ? "{}"u8.ToArray() : body);
            return new StrictObject(document.RootElement.Clone(), "");
        }
        catch (JsonException e)
        {
            throw new BadDocumentException($"The body is no JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }

    private FakeWorld Present()
    {
        FakeWorld world = Named();
        api.Worlds.Touch(world);
        world.Fake.Clock.CatchUp();
        return world;
    }

    private FakeWorld Named()
    {
        string? name = context.Request.Headers.TryGetValue("X-Fake-World", out var header) && header.Count > 0 ? header[0] : Query("world");
        if (name is null && context.Request.Headers.TryGetValue("X-Fake-Key", out var key))
            return api.Worlds.WithKey(key.ToString()) ?? throw ControlProblem.NotFound("No world knows the key of X-Fake-Key; it was never given out, or its world was dropped, or it expired.");
        return name is null ? api.Worlds.Default : api.Worlds.Find(name) ?? throw ControlProblem.NotFound($"There is no world '{name}'; it was never made, or it was dropped, or it expired.");
    }
}
