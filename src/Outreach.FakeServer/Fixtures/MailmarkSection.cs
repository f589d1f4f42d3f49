using System.Text.Json;
using Outreach.FakeServer.Mailmark;

namespace Outreach.FakeServer;

/// <summary>What a fixture document can say of Mailmark: the document of <c>contracts/mailmark.fixtures.md</c>, which replaces all of Mailmark.</summary>
internal static class MailmarkSection
{
    /// <summary>Puts it in; writes the ids given, per table in row order.</summary>
    public static void Load(OutreachFake fake, StrictObject section, Utf8JsonWriter ids, bool adds = false)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> given;
        try
        {
            given = adds ? fake.Mailmark.AddDocument(section.Element) : fake.Mailmark.Load(section.Element);
        }
        catch (MailmarkFixtureException e)
        {
            throw new BadDocumentException(section.PlaceOf(e.Message));
        }

        foreach ((string table, IReadOnlyList<string> rows) in given)
        {
            ids.WriteStartArray(table);
            foreach (string id in rows) ids.WriteStringValue(id);
            ids.WriteEndArray();
        }
    }
}
