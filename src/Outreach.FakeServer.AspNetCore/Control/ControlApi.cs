using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The test control over HTTP, for tests in any language.</summary>
internal sealed class ControlApi
{
    /// <summary>Where it lives.</summary>
    public static readonly PathString Prefix = new("/_fake/v1");

    private static readonly ControlRoute[] Table =
    [
        .. HostControl.Routes,
        .. WorldControl.Routes,
        .. ClockControl.Routes,
        .. FixtureControl.Routes,
        .. KeyControl.Routes,
        .. FaultControl.Routes,
        .. JournalControl.Routes,
        .. FailureControl.Routes,
        .. MailControl.Routes,
        .. WebhookControl.Routes,
        .. LimitControl.Routes,
        .. MarkusControl.Routes,
        .. ReachkitControl.Routes,
        .. MailmarkControl.Routes,
        .. CrmControl.Routes,
        .. SnapshotControl.Routes,
        .. EventControl.Routes,
        .. FidelityControl.Routes,
    ];

    private readonly ControlGuard _guard;

    public ControlApi(FakeWorlds worlds, ControlApiOptions options, StateFile? stateFile, CancellationToken stopping = default)
    {
        Stopping = stopping;
        Worlds = worlds;
        Options = options;
        StateFile = stateFile;
        _guard = new ControlGuard(options);
    }

    /// <summary>The operations.</summary>
    public static IReadOnlyList<ControlRoute> Routes => Table;

    /// <summary>The worlds of the port.</summary>
    public FakeWorlds Worlds { get; }

    /// <summary>Who may use it, and how much of it.</summary>
    public ControlApiOptions Options { get; }

    /// <summary>The file that holds the worlds between runs; null for none.</summary>
    public StateFile? StateFile { get; }

    /// <summary>Ends long answers when the host stops.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Serves a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="path">The path below <see cref="Prefix"/>.</param>
    public async Task InvokeAsync(HttpContext context, PathString path)
    {
        ControlAnswer answer;
        try
        {
            answer = await AnswerAsync(context, path.Value ?? "").ConfigureAwait(false);
        }
        catch (ControlProblem problem)
        {
            answer = ControlAnswer.Problem(problem.Status, problem.Title, problem.Message);
        }
        catch (BadDocumentException problem)
        {
            answer = ControlAnswer.Problem(StatusCodes.Status400BadRequest, "Bad body", problem.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException and not IOException)
        {
            answer = ControlAnswer.Problem(StatusCodes.Status500InternalServerError, "The fake failed", $"{e.GetType().Name}: {e.Message}");
        }

        await answer.WriteAsync(context).ConfigureAwait(false);
    }

    private async ValueTask<ControlAnswer> AnswerAsync(HttpContext context, string path)
    {
        string[] segments = path.Split('/');
        List<string> methods = [];
        foreach (ControlRoute route in Table)
        {
            if (route.Match(segments) is not { } values) continue;
            if (!route.Takes(context.Request.Method))
            {
                methods.Add(route.Method);
                continue;
            }

            if (_guard.Refuse(context, route.IsOpen) is { } refusal) return refusal;
            if (await RequestReader.ReadBodyAsync(context, Options.MaxBody).ConfigureAwait(false) is not { } body)
                return ControlAnswer.Problem(StatusCodes.Status413PayloadTooLarge, "Body too long", $"A body is at most {Options.MaxBody} bytes.");
            if (context.Request.Query.Keys.FirstOrDefault(name => name != "world" && !route.Queries.Contains(name, StringComparer.Ordinal)) is { } unknown)
                throw new ControlProblem(StatusCodes.Status400BadRequest, "Bad query", $"{unknown}: is unknown here; known are {string.Join(", ", [.. route.Queries, "world"])}.");
            return await route.Answer(new ControlCall(this, context, values, body)).ConfigureAwait(false);
        }

        if (_guard.Refuse(context, open: false) is { } stop) return stop;
        if (path.Length <= 1) return ControlAnswer.Problem(404, "Not found", $"{Prefix} is the control API; see {Prefix}/openapi.json.");
        if (methods.Count == 0) return ControlAnswer.Problem(404, "Not found", $"The control API has no {path}; see {Prefix}/openapi.json.");
        context.Response.Headers.Allow = string.Join(", ", methods);
        return ControlAnswer.Problem(405, "Method not allowed", $"{path} takes {string.Join(", ", methods)}.");
    }
}
