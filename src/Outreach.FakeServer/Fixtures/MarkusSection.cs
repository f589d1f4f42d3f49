using System.Text.Json;
using Outreach.FakeServer.Markus;
using Outreach.Sdk.Markus;

namespace Outreach.FakeServer;

/// <summary>What a fixture document can say of Markus: plan, credits and connected accounts of the default account, further accounts.</summary>
internal static class MarkusSection
{
    /// <summary>Puts it in; writes the ids of the connections, and id and key of each further account.</summary>
    public static void Load(OutreachFake fake, StrictObject section, Utf8JsonWriter ids)
    {
        Write(fake.Markus.Account, section, ids);
        ids.WriteStartArray("accounts");
        foreach (StrictObject account in section.Objects("accounts") ?? [])
        {
            MarkusAccount made = account.Make(() => fake.Markus.CreateAccount(account.NeedText("name")));
            ids.WriteStartObject();
            ids.WriteString("id", made.Id);
            ids.WriteString("key", made.ApiKey);
            Write(made, account, ids);
            account.End();
            ids.WriteEndObject();
        }

        ids.WriteEndArray();
        section.End();
    }

    private static void Write(MarkusAccount account, StrictObject section, Utf8JsonWriter ids)
    {
        if (section.IsGiven("plan")) section.Make(() => account.PlanId = section.Text("plan"));
        if (section.Whole("credits", 0, 1_000_000) is { } credits) account.Credits = (int)credits;
        if (section.Whole("creditPriceCents", 1, 1_000_000) is { } price) account.CreditPriceCents = (int)price;
        if (section.Objects("connections") is not { } connections) return;
        ids.WriteStartArray("connections");
        foreach (StrictObject connection in connections)
        {
            string channel = connection.Word("channel", [.. Channel.Known.Select(known => known.Value!)]) ?? throw connection.Bad("channel", "is missing");
            ids.WriteStringValue(connection.Make(() => account.Connect(new Channel(channel), connection.NeedText("handle"), (int)(connection.Whole("dailyLimit", 1, 1_000_000) ?? 100), connection.Text("displayName"))));
            connection.End();
        }

        ids.WriteEndArray();
    }
}
