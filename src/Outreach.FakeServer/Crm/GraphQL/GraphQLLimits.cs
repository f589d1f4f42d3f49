namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>How much one request may ask for. All are far above what a client needs and far below what hurts.</summary>
internal sealed record GraphQLLimits
{
    public static GraphQLLimits Default { get; } = new();

    /// <summary>For texts of our own, such as a schema: only the nesting stays bounded.</summary>
    public static GraphQLLimits Trusted { get; } = new() { MaxDocumentLength = int.MaxValue, MaxTokens = int.MaxValue };

    /// <summary>Characters of a document.</summary>
    public int MaxDocumentLength { get; init; } = 256 * 1024;

    /// <summary>Lexical tokens of a document.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Nested selection sets, values and types that the parser follows.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>Nested fields of an operation, its fragments included.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Fragments that spread fragments that spread fragments.</summary>
    public int MaxFragmentDepth { get; init; } = 50;

    /// <summary>Fields of an operation, counted each time that a fragment brings them in.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>Fields with an alias in a document.</summary>
    public int MaxAliases { get; init; } = 1_000;

    /// <summary>Lists within lists of the introspection types, which otherwise grow with every level.</summary>
    public int MaxIntrospectionDepth { get; init; } = 3;

    /// <summary>Fields and list items of a result.</summary>
    public int MaxResultValues { get; init; } = 500_000;

    /// <summary>Errors after which validation stops.</summary>
    public int MaxErrors { get; init; } = 100;
}
