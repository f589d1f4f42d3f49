namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The codes that the engine itself gives; a resolver brings its own.</summary>
internal static class GraphQLErrorCode
{
    /// <summary>The text is no GraphQL document.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document, the operation's name or the variables do not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A field's arguments are wrong in a way that shows only when it runs.</summary>
    public const string ArgumentInvalid = "VALIDATION_ERROR";

    /// <summary>A resolver's value does not fit the field's type.</summary>
    public const string Internal = "INTERNAL_ERROR";
}
