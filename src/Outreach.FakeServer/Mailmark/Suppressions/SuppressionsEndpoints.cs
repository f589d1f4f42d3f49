using Outreach.Sdk.Mailmark;

namespace Outreach.FakeServer.Mailmark;

/// <summary>Suppression lists over the wire.</summary>
internal static class SuppressionsEndpoints
{
    public static void Map(Action<string, Func<MailmarkCall, FakeResponse>> map) => map("suppressions.list", List);

    private static FakeResponse List(MailmarkCall call)
    {
        OneOrMany<SuppressionPage> pages = call.IsOrg
            ? new([.. call.DomainsInScope().Select(domain => Page(call, domain.Id, domain.Name))], IsList: true)
            : new([Page(call, call.DomainId, call.State.Domains.Find(call.DomainId)?.Name)], IsList: false);
        return MailmarkResponse.Json(pages, MailmarkJson.Default.OneOrManySuppressionPage);
    }

    private static SuppressionPage Page(MailmarkCall call, string domainId, string? name)
    {
        double limit = ScriptRules.ParseInt(call.Query("limit")) is { } given and not 0 ? Math.Clamp(given, 1, 500) : 100;
        double? after = ScriptRules.ParseInt(call.Query("after")) is { } cursor and not 0 ? cursor : null;
        List<SuppressionRow> all = [.. call.State.SuppressionsOfDomain[domainId].OrderByDescending(row => row.UnsubscribedAt).ThenBy(row => row.Ordinal)];
        List<SuppressionRow> left = after is null ? all : [.. all.Where(row => row.UnsubscribedAt < after)];
        return new SuppressionPage
        {
            Domain = name,
            Total = all.Count,
            Items = [.. left.Take((int)limit).Select(row => new Suppression { Email = row.Email, UnsubscribedAt = Millis.Instant(row.UnsubscribedAt), Source = new(row.Source) })],
            HasMore = left.Count > limit,
        };
    }
}
