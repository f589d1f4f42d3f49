using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Outreach.Benchmarks.Server;

/// <summary>A minimal API that answers everything with the same bytes: what a server costs that does nothing.</summary>
internal static class BareApp
{
    /// <summary>Runs it until its input ends; prints where it listens.</summary>
    public static async Task RunAsync()
    {
        (WebApplication app, Uri address) = await StartAsync("""{"success":true}"""u8.ToArray());
        Console.WriteLine($"Bare app listening on {address.GetLeftPart(UriPartial.Authority)}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    /// <summary>Starts it on a free port of loopback.</summary>
    public static async Task<(WebApplication App, Uri Address)> StartAsync(byte[] body)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.MapGet("/{**path}", () => Results.Bytes(body, "application/json"));
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            request.HttpContext.Response.StatusCode = StatusCodes.Status201Created;
            return Results.Bytes(body, "application/json");
        });
        await app.StartAsync();
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }
}
