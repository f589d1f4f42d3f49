using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>What the control API answers.</summary>
internal sealed class ControlAnswer
{
    private ControlAnswer(int status, ReadOnlyMemory<byte> body, string? contentType)
    {
        Status = status;
        Body = body;
        ContentType = contentType;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The content type; null without a body.</summary>
    public string? ContentType { get; }

    /// <summary>Writes the answer bit by bit instead; null for an answer with a body.</summary>
    public Func<HttpContext, Task>? Stream { get; private init; }

    /// <summary>No content.</summary>
    public static ControlAnswer Done { get; } = new(StatusCodes.Status204NoContent, default, null);

    /// <summary>A JSON answer.</summary>
    public static ControlAnswer Json(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK)
        => new(status, JsonBody.Write(write, static (writer, state) => state(writer)), "application/json");

    /// <summary>Bytes as they are.</summary>
    public static ControlAnswer Bytes(ReadOnlyMemory<byte> body, string contentType, int status = StatusCodes.Status200OK) => new(status, body, contentType);

    /// <summary>An answer that is written bit by bit.</summary>
    public static ControlAnswer Streamed(Func<HttpContext, Task> stream) => new(StatusCodes.Status200OK, default, null) { Stream = stream };

    /// <summary>A problem document (RFC 9457).</summary>
    public static ControlAnswer Problem(int status, string title, string detail) => new(
        status,
        JsonBody.Write((status, title, detail), static (writer, problem) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", problem.title);
            writer.WriteNumber("status", problem.status);
            writer.WriteString("detail", problem.detail);
            writer.WriteEndObject();
        }),
        "application/problem+json");

    /// <summary>Sends the answer.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Stream is not null) return Stream(context);
        if (ContentType is null) return Task.CompletedTask;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Body.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        return context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
