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
        new("POST", "/keys/revoke", "keys.revoke", RevokeAsync),
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
            if (module.DefaultTenant is { } tenant) writer.WriteString("tenant", tenant);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static ControlAnswer Create(ControlCall call)
    {
        StrictObject body = call.Body();
        string api = body.NeedText("api");
        IReadOnlyList<string>? scopes = body.Texts("scopes");
        Func<string> create = api switch
        {
            "markus" => OfMarkus(call.Fake, body, scopes),
            "reachkit" => OfReachkit(call.Fake, body, scopes),
            "crm" => OfCrm(call.Fake, body, scopes),
            _ => () => call.Fake.CreateKey(api, scopes ?? []),
        };
        body.End();
        try
        {
            string key = create();
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

    private static Func<string> OfMarkus(OutreachFake fake, StrictObject body, IReadOnlyList<string>? scopes)
    {
        string? account = body.Text("account");
        if (body.Time("expiresAt") is { } expiry)
            return scopes is null ? () => fake.Markus.Of(account).CreateExpiringKey(expiry) : throw body.Bad("scopes", "a key that expires has full access");
        return account is null ? () => fake.CreateKey("markus", scopes ?? []) : () => fake.Markus.Of(account).CreateKey([.. scopes ?? []]);
    }

    private static Func<string> OfReachkit(OutreachFake fake, StrictObject body, IReadOnlyList<string>? scopes)
    {
        string? workspace = body.Text("workspace");
        bool another = body.Flag("another") ?? workspace is not null;
        return another && scopes is null or [] ? () => fake.Reachkit.Of(workspace).AddKey() : () => fake.CreateKey("reachkit", scopes ?? []);
    }

    private static Func<string> OfCrm(OutreachFake fake, StrictObject body, IReadOnlyList<string>? scopes)
    {
        IReadOnlyList<string>? tenants = body.Texts("tenants");
        string? subject = body.Text("subject"), name = body.Text("name");
        double? lifetime = body.Number("lifetimeSeconds", -StrictObject.MostMilliseconds / 1000, StrictObject.MostMilliseconds / 1000);
        if (tenants is null && subject is null && name is null && lifetime is null) return () => fake.CreateKey("crm", scopes ?? []);
        if (scopes?.FirstOrDefault(scope => !fake.Crm.AllScopes.Contains(scope)) is { } unknown) throw body.Bad("scopes", $"crm has no scope '{unknown}'; its scopes are {string.Join(", ", fake.Crm.AllScopes)}");
        return () => fake.Crm.IssueToken(scopes, tenants, subject, name, lifetime is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static async ValueTask<ControlAnswer> RevokeAsync(ControlCall call)
    {
        StrictObject body = call.Body();
        string api = body.Word("api", "reachkit", "mailmark") ?? throw body.Bad("api", "is missing");
        string key = body.NeedText("key");
        body.End();
        return await call.ActAsync(() =>
        {
            if (api == "reachkit") call.Fake.Reachkit.Of(key).RevokeKey(key);
            else call.Fake.Mailmark.RevokeKey(key);
        }).ConfigureAwait(false);
    }
}
