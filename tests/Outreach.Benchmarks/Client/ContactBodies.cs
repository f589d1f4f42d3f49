using System.Globalization;
using System.Text;

namespace Outreach.Benchmarks.Client;

/// <summary>The bodies that the wire carries: the contract's example of a contact.</summary>
internal static class ContactBodies
{
    public const string Id = "c1a5e7b2-0d3f-4f6a-8b9c-1e2d3c4b5a69";

    public const string Contact = """
        {"id":"c1a5e7b2-0d3f-4f6a-8b9c-1e2d3c4b5a69","campaign_id":"7d3c2f0e-5b1a-4c8e-9f47-2a6b8c1d0e11","name":"Dana Reyes","email":"dana@harborbean.example","company":"Harbor Bean Roasters","title":"Head of purchasing","type":"business","phone":"+1 503 555 0147","website":"https://harborbean.example/","social":{"instagram":"harborbeanroasters","twitter":"harborbean","linkedin":"dana-reyes-coffee"},"location":{"city":"Portland","region":"OR","country":"US","address":"1420 NW Dock Street"},"tags":["wave-1"],"notes":"Met at the Seattle expo.","custom_fields":{"favorite_origin":"Huila"},"status":"contacted","source":"manual","relevance_score":null,"last_contacted_at":"2026-03-03T13:00:00Z","last_replied_at":null,"created_at":"2026-03-02T09:15:00Z","updated_at":"2026-03-03T11:40:00Z","deleted_at":null}
        """;

    public static readonly WireAnswer One = new($$"""{"success":true,"data":{{Contact}}}""");

    public static readonly WireAnswer Throttled = new(429, Encoding.UTF8.GetBytes("""{"success":false,"error":{"code":"RATE_001","message":"Too many requests.","request_id":"req_1"}}"""), "0");

    public static WireAnswer Page(int items, int number, int pages)
        => new($$"""{"success":true,"data":[{{string.Join(',', Enumerable.Repeat(Contact, items))}}],"pagination":{"page":{{number.ToString(CultureInfo.InvariantCulture).PadLeft(6)}},"limit":{{items}},"total":{{items * pages}},"total_pages":{{pages}},"has_more":{{(number < pages ? "true " : "false")}} } }""");

    public static WireAnswer Imported(int rows)
        => new($$"""{"success":true,"data":{"total":{{rows}},"created":{{rows}},"skipped":0,"failed":0,"results":[{{string.Join(',', Enumerable.Range(0, rows).Select(i => $$"""{"index":{{i}},"status":"created","email":"lead{{i}}@company.example","contact_id":"{{Id}}"}"""))}}]} }""");
}
