namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The schema of contracts/crm.graphql, built once: it never changes, so all worlds share it.</summary>
internal static class CrmSchema
{
    private static readonly Lazy<Schema> Built = new(Load);

    public static Schema Instance => Built.Value;

    private static Schema Load()
    {
        using var stream = typeof(CrmSchema).Assembly.GetManifestResourceStream("contracts/crm.graphql")
            ?? throw new InvalidOperationException("The assembly lacks its resource contracts/crm.graphql.");
        using var reader = new StreamReader(stream);
        return Schema.Build(reader.ReadToEnd(), new Dictionary<string, ScalarCoercion>
        {
            ["DateTime"] = new DateTimeScalar(),
            ["JSON"] = new JsonScalar(),
        });
    }
}
