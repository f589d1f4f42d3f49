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
        foreach (StrictObject customer in section.Objects("customers") ?? []) ids.WriteStringValue(fake.Crm.AddCustomer(Read(customer)).Id);
        ids.WriteEndArray();
        section.End();
    }

    private static Customer Read(StrictObject customer)
    {
        // The record's own required members are given by the fake where the document leaves them out.
        JsonElement full = customer.Element;
        foreach (JsonProperty member in full.EnumerateObject())
            if (CrmJson.Default.Customer.Properties.All(known => known.Name != member.Name)) throw customer.Bad(member.Name, "is no member of a customer");
        try
        {
            return full.Deserialize(CrmJson.Default.Customer)!;
        }
        catch (JsonException e)
        {
            throw new BadDocumentException(customer.PlaceOf($"{e.Path?.TrimStart('$', '.')}: is of another type than the API's."));
        }
    }
}
