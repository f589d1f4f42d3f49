using System.Text.Json;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer;

/// <summary>What a fixture document can say of the CRM: profiles as other services would have fed them.</summary>
internal static class CrmSection
{
    /// <summary>Puts it in; writes the ids of the profiles.</summary>
    public static void Load(OutreachFake fake, StrictObject section, Utf8JsonWriter ids)
    {
        ids.WriteStartArray("customers");
        foreach (StrictObject customer in section.Objects("customers") ?? []) ids.WriteStringValue(customer.Make(() => fake.Crm.AddCustomer(Read(customer)).Id));
        ids.WriteEndArray();
        section.End();
    }

    // The record's own required members are given by the fake where the document leaves them out.
    private static Customer Read(StrictObject customer)
    {
        Check(customer);
        return Read(customer, customer.Element);
    }

    /// <summary>Lays members over a profile.</summary>
    public static Customer Patch(Customer customer, StrictObject changes)
    {
        Check(changes);
        JsonElement old = JsonSerializer.SerializeToElement(customer, CrmJson.Default.Customer);
        using JsonDocument patched = JsonDocument.Parse(JsonBody.Write((old, changes.Element), static (writer, pair) =>
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in pair.old.EnumerateObject())
                if (!pair.Element.TryGetProperty(member.Name, out _)) member.WriteTo(writer);
            foreach (JsonProperty member in pair.Element.EnumerateObject()) member.WriteTo(writer);
            writer.WriteEndObject();
        }));
        return Read(changes, patched.RootElement);
    }

    private static void Check(StrictObject customer)
    {
        foreach (JsonProperty member in customer.Element.EnumerateObject())
            if (CrmJson.Default.Customer.Properties.All(known => known.Name != member.Name)) throw customer.Bad(member.Name, "is no member of a customer");
    }

    private static Customer Read(StrictObject customer, JsonElement members)
    {
        try
        {
            return members.Deserialize(CrmJson.Default.Customer)!;
        }
        catch (JsonException e)
        {
            throw new BadDocumentException(customer.PlaceOf($"{e.Path?.TrimStart('$', '.')}: is of another type than the API's."));
        }
    }
}
