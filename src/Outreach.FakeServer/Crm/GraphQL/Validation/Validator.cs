namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Holds a document against a schema by the rules of section 5, and against the limits.</summary>
internal static class Validator
{
    /// <summary>The problems of the document; empty when it can be executed.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, Document document, GraphQLLimits? limits = null)
    {
        var context = new ValidationContext(schema, document, limits ?? GraphQLLimits.Default);
        try
        {
            OperationRules.Check(context);
            SelectionRules.Check(context);
            var ordered = FragmentRules.Check(context);
            VariableRules.Check(context);

            // Whatever expands fragments has to wait until they are known to end.
            if (ordered is not null && LimitRules.Check(context, ordered)) OverlappingFieldsRule.Check(context);
        }
        catch (TooManyErrorsException)
        {
            context.Errors.Add(new("Too many errors, validation stopped.", GraphQLErrorCode.ValidationFailed, []));
        }

        return context.Errors;
    }
}
