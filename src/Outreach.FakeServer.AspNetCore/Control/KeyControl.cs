using Microsoft.AspNetCore.Http;

namespace Outreach.FakeServer;

/// <summary>The keys of a world.</summary>
internal static class KeyControl
{
    /// <summary>The operations.</summary>
    public static IEnumerable<ControlRoute> Routes =>
    [
        new("GET", "/keys", "keys.list", call => new(List(call))),
        new("POST", "/keys", "keys.create", call => new(Create(call))),
    ];

    private static ControlAnswer List(ControlCall call) => ControlAnswer.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("apis");
        foreach (ApiModule module in call.Fake.World.Modules)
        {
            writer.WriteStartObject();
            writer.WriteString("api", module.Name);
            writer.WriteString("key", module.DefaultKey);
            writer.WriteStartArray("scopes");
            foreach (string scope in module.Scopes) writer.WriteStringValue(scope);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static ControlAnswer Create(ControlCall call)
    {
        StrictObject body = call.Body();
        string api = body.NeedText("api");
        IReadOnlyList<string> scopes = body.Texts("scopes") ?? [];
        body.End();
        try
        {
            string key = call.Fake.CreateKey(api, scopes);
            return ControlAnswer.Json(
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("api", api);
                    writer.WriteString("key", key);
                    writer.WriteEndObject();
                },
                StatusCodes.Status201Created);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new BadDocumentException(e.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
