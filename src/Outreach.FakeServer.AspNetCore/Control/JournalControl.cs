using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The journal of a world.</summary>
internal static class JournalControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/journal", "journal.list", call => new(List(call))) { Queries = ["operation", "status", "errorCode", "unmatched", "since", "bodies", "limit"] },
        new("DELETE", "/journal", "journal.clear", call => new(Clear(call))),
        new("POST", "/journal/assert", "journal.assert", call => new(Assert(call))),
        new("GET", "/journal/record", "journal.record", call => new(Record(call))),
    ];

    /// <summary>Writes an entry.</summary>
    public static void Write(Utf8JsonWriter writer, JournalEntry entry, bool bodies)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", entry.Number);
        writer.WriteString("at", Rfc3339.WriteExact(entry.At));
        writer.WriteString("api", entry.Api);
        writer.WriteString("operation", entry.Operation);
        writer.WriteString("method", entry.Method);
        writer.WriteString("path", entry.Path);
        writer.WriteString("query", entry.Query);
        writer.WriteNumber("status", entry.Status);
        writer.WriteString("errorCode", entry.ErrorCode);
        writer.WriteString("fault", entry.Fault);
        if (bodies)
        {
            WriteHeaders(writer, "requestHeaders", entry.RequestHeaders);
            writer.WriteString("requestBody", Encoding.UTF8.GetString(entry.RequestBody.Span));
            WriteHeaders(writer, "responseHeaders", entry.ResponseHeaders);
            writer.WriteString("responseBody", Encoding.UTF8.GetString(entry.ResponseBody.Span));
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes headers as a list of names and values, in order.</summary>
    public static void WriteHeaders(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> headers)
    {
        writer.WriteStartArray(name);
        foreach ((string header, string value) in headers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", header);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static ControlAnswer List(ControlCall call)
    {
        string operation = call.Pattern("operation", call.Query("operation")) ?? "*";
        long since = call.QueryNumber("since") ?? 0;
        long? status = call.QueryNumber("status");
        string? code = call.Query("errorCode");
        bool? unmatched = call.QueryFlag("unmatched");
        bool bodies = call.QueryFlag("bodies") ?? true;
        int limit = call.Limit();
        List<JournalEntry> found =
        [
            .. call.Fake.Journal.Where(entry => entry.Number > since && Glob.Matches(operation, entry.Operation ?? "") && (status is null || entry.Status == status)
                && (code is null || entry.ErrorCode == code) && (unmatched is null || unmatched == (entry.Operation is null))),
        ];
        return ControlAnswer.Json(writer => Write(writer, found.Count, found.Take(limit), bodies));
    }

    private static ControlAnswer Assert(ControlCall call)
    {
        StrictObject body = call.Body();
        RequestPattern pattern = new()
        {
            Operation = call.Pattern("operation", body.Text("operation")),
            Method = body.Text("method"),
            Path = body.Text("path"),
            Query = Texts(body, "query"),
            Headers = Texts(body, "headers"),
            Body = body.Any("body")?.GetRawText(),
            Status = (int?)body.Whole("status", 0, 999),
            ErrorCode = body.Text("errorCode"),
        };
        int? times = (int?)body.Whole("times", 0, int.MaxValue);
        bool noErrors = body.Flag("noErrors") ?? false;
        body.End();
        if (noErrors && body.Element.EnumerateObject().Count() > 1) throw body.Bad("noErrors", "stands alone: it is about all requests");
        try
        {
            if (noErrors)
            {
                call.Fake.Journal.AssertNoErrors();
                return ControlAnswer.Json(writer => Write(writer, call.Fake.Journal.Count, [], bodies: true));
            }

            IReadOnlyList<JournalEntry> found = call.Fake.Journal.AssertReceived(pattern, times);
            return ControlAnswer.Json(writer => Write(writer, found.Count, found.Take(100), bodies: true));
        }
        catch (FakeAssertionException e)
        {
            throw new ControlProblem(StatusCodes.Status409Conflict, "Not as expected", e.Message);
        }
    }

    private static Dictionary<string, string>? Texts(StrictObject body, string name)
    {
        if (body.Object(name) is not { } members) return null;
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (JsonProperty member in members.Element.EnumerateObject()) texts[member.Name] = members.NeedText(member.Name);
        return texts;
    }

    private static ControlAnswer Record(ControlCall call)
    {
        using MemoryStream record = new();
        call.Fake.WriteRecord(record);
        return ControlAnswer.Bytes(record.ToArray(), "application/json");
    }

    private static void Write(Utf8JsonWriter writer, int total, IEnumerable<JournalEntry> entries, bool bodies)
    {
        writer.WriteStartObject();
        writer.WriteNumber("total", total);
        writer.WriteStartArray("entries");
        foreach (JournalEntry entry in entries) Write(writer, entry, bodies);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ControlAnswer Clear(ControlCall call)
    {
        call.Fake.Journal.Clear();
        return ControlAnswer.Done;
    }
}
