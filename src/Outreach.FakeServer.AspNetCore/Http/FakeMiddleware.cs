using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The one middleware: the control API under its prefix, the four services everywhere else.</summary>
internal sealed class FakeMiddleware(FakeWorlds worlds, ControlApi? control)
{
    /// <summary>Serves a request to its end.</summary>
    public Task InvokeAsync(HttpContext context)
        => control is not null && context.Request.Path.StartsWithSegments(ControlApi.Prefix, out PathString rest)
            ? control.InvokeAsync(context, rest)
            : ServeAsync(context);

    private async Task ServeAsync(HttpContext context)
    {
        if (await RequestReader.ReadAsync(context, worlds.Default.Fake.Options.MaxRequestBody).ConfigureAwait(false) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return;
        }

        if (worlds.Of(request) is not { } world)
        {
            await ControlAnswer.Problem(StatusCodes.Status404NotFound, "No such world", $"There is no world '{request.Header("X-Fake-World")}'; it was never made, or it was dropped, or it expired.").WriteAsync(context).ConfigureAwait(false);
            return;
        }

        FakeResponse response;
        try
        {
            response = await world.Fake.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Over a port nobody sees the exception, which in the process would reach the caller.
            await ControlAnswer.Problem(StatusCodes.Status500InternalServerError, "The fake failed", $"{request.Method} {request.Path}: {e.GetType().Name}: {e.Message}").WriteAsync(context).ConfigureAwait(false);
            return;
        }

        await ResponseWriter.WriteAsync(context, response).ConfigureAwait(false);
    }
}
