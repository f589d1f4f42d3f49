using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.FakeServer.Mailmark;

/// <summary>The forms of Mailmark's answers.</summary>
internal static class MailmarkResponse
{
    /// <summary>A JSON answer: the bare value, no wrapper.</summary>
    public static FakeResponse Json<T>(T value, JsonTypeInfo<T> type, int status = 200)
        => new() { Status = status, Body = JsonBody.Write(value, type), ContentType = "application/json" };

    /// <summary>A JSON object of one member.</summary>
    public static FakeResponse Json(int status, string member, string text, string? code = null) => new()
    {
        Status = status,
        Body = JsonBody.Write((member, text), static (writer, pair) =>
        {
            writer.WriteStartObject();
            writer.WriteString(pair.member, pair.text);
            writer.WriteEndObject();
        }),
        ContentType = "application/json",
        ErrorCode = code,
    };

    /// <summary>A text of another kind.</summary>
    public static FakeResponse Text(int status, string text, string contentType = "text/plain;charset=UTF-8", string? code = null)
        => new() { Status = status, Body = Encoding.UTF8.GetBytes(text), ContentType = contentType, ErrorCode = code };

    /// <summary>A refusal: the text is all there is, and an unknown route is not even JSON.</summary>
    public static FakeResponse Refusal(MailmarkError error)
        => error.Code == "route_not_found" ? Text(error.Status, error.Message, code: error.Code) : Json(error.Status, "error", error.Message, error.Code);

    /// <summary>What every answer carries for browsers.</summary>
    public static FakeResponse WithCors(FakeResponse response) => response
        .With("Access-Control-Allow-Origin", "https://www.mailmark.dev")
        .With("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS")
        .With("Access-Control-Allow-Headers", "Authorization, Content-Type");
}
