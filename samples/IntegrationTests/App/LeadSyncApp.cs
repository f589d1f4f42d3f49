using Outreach.Sdk;
using Outreach.Sdk.AspNetCore;
using Outreach.Sdk.Markus;

namespace LeadSync;

/// <summary>The app: leads come in over HTTP, go out to Markus, and what becomes of them comes back by webhook.</summary>
public static class LeadSyncApp
{
    /// <summary>Builds the app.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">The last word on services and configuration, which is where a test puts the fake.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddOutreach(builder.Configuration.GetSection("Outreach"));
        builder.Services.Configure<OutreachWebhookOptions>(builder.Configuration.GetSection("Webhooks"));
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddSingleton<LeadBook>();
        builder.Services.AddScoped<LeadSyncService>();
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.MapPut("/campaigns/{name}", SyncAsync);
        app.MapGet("/leads/{email}", (string email, LeadBook book) => book.Find(email) is { } lead ? Results.Ok(lead) : Results.NotFound());
        app.MapOutreachWebhooks("/hooks/markus")
            .On<MessageOpenedEvent, LeadBook>((opened, book, _) => book.Note(opened.Data.ContactId, LeadState.Interested))
            .On<MessageBouncedEvent, LeadBook>((bounced, book, _) => book.Note(bounced.Data.ContactId, LeadState.BadAddress))
            .On<ConversationReplyReceivedEvent, LeadBook>((reply, book, _) => book.Note(reply.Data.ContactId, LeadState.Answered, reply.Data.Message?.Body));
        return app;
    }

    // The request can be sent again as it is: a second time finds the campaign and passes over the leads that are there.
    private static async Task<IResult> SyncAsync(string name, IReadOnlyList<Lead> leads, LeadSyncService sync, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            return Results.Ok(await sync.SyncAsync(name, leads, cancellationToken));
        }
        catch (OutreachRateLimitException e) when (e.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            return Results.Problem($"Markus asks to wait ({e.Code}).", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (OutreachException e) when (e is OutreachConnectionException or OutreachApiException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError })
        {
            return Results.Problem("Markus cannot be reached; try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
