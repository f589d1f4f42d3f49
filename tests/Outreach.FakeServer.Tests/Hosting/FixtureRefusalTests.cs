using Outreach.FakeServer.Crm;
using Outreach.FakeServer.Tests.Store;
using Outreach.Sdk.Crm;

namespace Outreach.FakeServer.Tests.Hosting;

/// <summary>A fixture that leads to nothing is refused by its place, and nothing of its document is left.</summary>
public sealed class FixtureRefusalTests
{
    // Each document begins with things that could be taken.
    private const string Begin = """
        "recipients": [{ "address": "*", "reactions": [{ "kind": "open" }] }],
        "calls": [{ "as": "c", "operation": "markus.campaigns.create", "body": { "name": "Q1", "objective_type": "custom" } }
        """;

    public static TheoryData<string, string, string> Documents => new()
    {
        { "an operation", """, { "operation": "markus.campaigns.make" }]""", "calls[1].operation: there is no 'markus.campaigns.make'." },
        { "a call", """, { "operation": "markus.campaigns.get", "path": { "campaign_id": "${d.data.id}" } }]""", "calls[1].path.campaign_id: no earlier call is named 'd'." },
        { "a member of an answer", """, { "operation": "markus.campaigns.get", "path": { "campaign_id": "${c.data.uid}" } }]""", "calls[1].path.campaign_id: the answer of 'c' has no 'data.uid'." },
        { "a place of a list", """, { "operation": "markus.campaigns.get", "path": { "campaign_id": "${c.data.channels[7]}" } }]""", "calls[1].path.campaign_id: the answer of 'c' has no 'data.channels[7]'." },
        { "a reference with a blank", """, { "operation": "markus.campaigns.get", "path": { "campaign_id": "${ c.data.id }" } }]""", "calls[1].path.campaign_id: '${ c.data.id }' is no reference; *" },
        { "a reference without its end", """, { "operation": "markus.contacts.create", "body": { "campaign_id": "${c.data.id" } }]""", "calls[1].body: '${c.data.id' is no reference; *" },
        { "a reference of nothing", """, { "operation": "markus.contacts.create", "body": { "campaign_id": "${}" } }]""", "calls[1].body: '${}' is no reference; *" },
        { "an id", """, { "operation": "markus.campaigns.get", "path": { "campaign_id": "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10" } }]""", "calls[1]: markus.campaigns.get was answered 404 *CAMP_001*" },
        { "an id in a body", """, { "operation": "markus.contacts.create", "body": { "email": "a@x.example", "campaign_id": "0b7b1a52-6a0e-4c7e-9d39-2f1b8d1f6a10" } }]""", "calls[1]: markus.contacts.create was answered 4*" },
        { "a key", """, { "operation": "markus.campaigns.list", "key": "mk_live_nothing" }]""", "calls[1]: markus.campaigns.list was answered 401 *" },
        { "an operation of a fault", """], "faults": [{ "operation": "markus.campaigns.make", "effect": { "kind": "drop" } }]""", "faults[0].operation: no operation fits 'markus.campaigns.make'*" },
        { "an error code", """], "faults": [{ "operation": "markus.*", "effect": { "kind": "error", "code": "NOPE_1" } }]""", "faults[0].effect.code: markus: there is no error code 'NOPE_1'." },
        { "an API of a rule", """], "recipients": [{ "address": "*", "api": "marcus", "reactions": [] }]""", "*" },
        { "a section", """], "marcus": {}""", "marcus: is unknown here; *" },
        { "a plan", """], "markus": { "plan": "gold" }""", "markus: There is no plan 'gold'; *" },
        { "a plan of a further account", """], "markus": { "accounts": [{ "name": "A" }, { "name": "B", "plan": "gold" }] }""", "markus.accounts[1]: There is no plan 'gold'; *" },
        { "a channel", """], "markus": { "connections": [{ "channel": "fax", "handle": "x" }] }""", "markus.connections[0].channel: 'fax' is none of *" },
        { "an address", """], "reachkit": { "inboxes": [{ "email": "a@x.example" }, { "email": "nobody" }] }""", "reachkit.inboxes[1]: 'nobody' is not an address." },
        { "an event", """], "reachkit": { "webhooks": [{ "url": "https://a.example", "events": ["lead.lost"] }] }""", "reachkit.webhooks[0]: Reachkit has no event 'lead.lost'." },
        { "a profile", """], "crm": { "customers": [{ "firstName": "Ann" }, { "firstName": "Bea", "mergedIntoId": "nobody" }] }""", "crm.customers[1]: There is no customer 'nobody' for a profile to be merged into." },
        { "a user of Mailmark", """], "mailmark": { "domains": [{ "user": "nobody", "domain": "x.example" }] }""", "mailmark.domains[0].user: no user 'nobody'*" },
        { "a mailbox of Mailmark", """], "mailmark": { "sequences": [{ "mailbox": "a@x.example", "name": "S", "steps": [] }] }""", "mailmark.sequences[0].mailbox: no mailbox 'a@x.example'*" },
        { "a sequence of Mailmark", """], "mailmark": { "enrollments": [{ "sequence": "S", "contactEmail": "a@x.example" }] }""", "mailmark.enrollments[0].sequence: no sequence 'S'*" },
        { "a member that is there twice", """], "markus": {}, "markus": {}""", "The document has 'markus' twice in one object, at line 2, byte *." },
        { "half a character", """], "markus": { "accounts": [{ "name": "\ud800" }] }""", "The document: half a surrogate pair is no text; *" },
        { "the end of the document", "", "The document is cut or no JSON, at line 2, byte *." },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task It_is_refused(string what, string rest, string message)
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        string before = StateFileParts.Of(fake.World).GetRawText();
        string begin = rest.Contains("\"recipients\"", StringComparison.Ordinal) ? Begin[Begin.IndexOf("\"calls\"", StringComparison.Ordinal)..] : Begin;

        fake.Invoking(it => it.LoadFixtures($"{{{begin}{rest}}}")).Should().Throw<FormatException>(what).WithMessage(message).Which.Message.Should().NotContain("\n");

        (StateFileParts.Of(fake.World).GetRawText() == before).Should().BeTrue();
        fake.Recipients.Rules.Should().BeEmpty();
    }

    [Fact]
    public async Task A_profile_is_merged_into_one_that_is_there_and_not_itself()
    {
        await using OutreachFake fake = await OutreachFake.StartAsync();
        CrmFake crm = fake.Crm;
        Customer ann = crm.AddCustomer(new Customer { FirstName = "Ann" });
        Customer bea = crm.AddCustomer(new Customer { FirstName = "Bea", MergedIntoId = ann.Id });
        string before = StateFileParts.Of(fake.World).GetRawText();

        crm.Invoking(it => it.AddCustomer(new Customer { MergedIntoId = "nobody" })).Should().Throw<ArgumentException>().WithMessage("There is no customer 'nobody'*");
        crm.Invoking(it => it.SetCustomer(ann.Id, old => old with { MergedIntoId = "nobody" })).Should().Throw<ArgumentException>().WithMessage("There is no customer 'nobody'*");
        crm.Invoking(it => it.SetCustomer(ann.Id, old => old with { MergedIntoId = bea.Id })).Should().Throw<ArgumentException>().WithMessage($"Customer '{ann.Id}' cannot be merged into itself.*");

        (StateFileParts.Of(fake.World).GetRawText() == before).Should().BeTrue();
    }
}
