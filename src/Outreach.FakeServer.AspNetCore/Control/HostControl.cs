using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The port as a whole: readiness, its own description, state file.</summary>
internal static class HostControl
{
    private static readonly Lazy<byte[]> Document = new(ReadDocument);

    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/ready", "ready", call => new(Ready(call))) { IsOpen = true },
        new("GET", "/openapi.json", "openapi", _ => new(ControlAnswer.Bytes(Document.Value, "application/json"))),
        new("POST", "/state", "state.save", call => new(SaveState(call))),
    ];

    private static byte[] ReadDocument()
    {
        using Stream stream = typeof(HostControl).Assembly.GetManifestResourceStream("control.openapi.json")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static ControlAnswer Ready(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", "ready");
        writer.WriteString("version", typeof(HostControl).Assembly.GetName().Version?.ToString(3));
        writer.WriteNumber("worlds", call.Api.Worlds.All.Count);
        writer.WriteEndObject();
    });

    private static ControlAnswer SaveState(ControlCall call)
    {
        if (call.Api.StateFile is not { } file) throw new ControlProblem(StatusCodes.Status409Conflict, "No state file", "The host was started without a state file.");
        try
        {
            file.Save(call.Api.Worlds);
        }
        catch (StateFileException e)
        {
            throw new ControlProblem(StatusCodes.Status500InternalServerError, "State not written", e.Message);
        }

        return ControlAnswer.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", file.Path);
            writer.WriteEndObject();
        });
    }
}
