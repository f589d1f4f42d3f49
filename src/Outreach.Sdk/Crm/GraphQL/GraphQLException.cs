namespace Outreach.Sdk.Crm;

/// <summary>A GraphQL call was answered with errors, or without data.</summary>
public sealed class GraphQLException : OutreachException
{
    /// <summary>Reports the errors of an answer.</summary>
    public GraphQLException(IReadOnlyList<GraphQLError> errors)
        : base(Text(errors)) => Errors = errors;

    /// <summary>The errors, in the service's order; empty when the answer had neither data nor errors.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    private static string Text(IReadOnlyList<GraphQLError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.Count == 0) return "The GraphQL answer has no data.";
        GraphQLError first = errors[0];
        string code = first.Extensions is { Code.Length: > 0 } extensions ? $"{extensions.Code}: " : "";
        return errors.Count == 1 ? $"{code}{first.Message}" : $"{code}{first.Message} (and {errors.Count - 1} more)";
    }
}
