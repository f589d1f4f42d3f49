using Microsoft.AspNetCore.Builder;

namespace Outreach.FakeServer;

/// <summary>The fake in an ASP.NET Core pipeline: behind Kestrel, TestServer or WebApplicationFactory.</summary>
public static class OutreachFakeApplicationBuilderExtensions
{
    /// <summary>
    /// Ends the pipeline with the fake: the four APIs below <c>/markus</c>, <c>/reachkit</c>, <c>/mailmark</c> and <c>/crm</c>,
    /// under their own hosts and paths too, and the control API below <c>/_fake/v1</c>.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="fake">The default world.</param>
    /// <param name="control">Who may use the control API; null for callers on this machine.</param>
    public static IApplicationBuilder UseOutreachFake(this IApplicationBuilder app, OutreachFake fake, ControlApiOptions? control = null)
    {
        ArgumentNullException.ThrowIfNull(fake);
        return app.UseOutreachFake(new FakeWorlds(fake, TimeProvider.System), control);
    }

    /// <summary>Ends the pipeline with several worlds of the fake.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="worlds">The worlds.</param>
    /// <param name="control">Who may use the control API; null for callers on this machine.</param>
    public static IApplicationBuilder UseOutreachFake(this IApplicationBuilder app, FakeWorlds worlds, ControlApiOptions? control = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(worlds);
        FakeMiddleware middleware = new(worlds, new ControlApi(worlds, control ?? new ControlApiOptions(), stateFile: null));
        app.Run(middleware.InvokeAsync);
        return app;
    }
}
