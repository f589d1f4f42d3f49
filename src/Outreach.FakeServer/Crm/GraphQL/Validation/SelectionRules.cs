namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>The walk through all selections with their types: fields (5.3), arguments (5.4), type conditions and spreads (5.5).</summary>
internal sealed class SelectionRules
{
    private readonly ValidationContext _context;
    private readonly DefinitionFacts _facts;
    private readonly ValueRules _values;
    private readonly DirectiveRules _directives;

    private SelectionRules(ValidationContext context, DefinitionFacts facts)
    {
        _context = context;
        _facts = facts;
        _values = new(context, facts);
        _directives = new(context, _values);
    }

    public static void Check(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions.OfType<ExecutableDefinition>())
        {
            var rules = new SelectionRules(context, context.FactsOf(definition));
            if (definition is OperationDefinition operation) rules.Check(operation);
            else if (definition is FragmentDefinition fragment) rules.Check(fragment);
        }
    }

    private void Check(OperationDefinition operation)
    {
        foreach (var variable in operation.Variables)
        {
            _directives.Check(variable.Directives, "VARIABLE_DEFINITION");
            if (variable.DefaultValue is { } value && _context.Schema.Find(variable.Type) is { IsInput: true } type) _values.Check(value, type);
        }

        _directives.Check(operation.Directives, operation.Operation switch
        {
            OperationType.Query => "QUERY",
            OperationType.Mutation => "MUTATION",
            _ => "SUBSCRIPTION",
        });
        Walk(operation.SelectionSet, _context.Schema.RootType(operation.Operation));
    }

    private void Check(FragmentDefinition fragment)
    {
        _directives.Check(fragment.Directives, "FRAGMENT_DEFINITION");
        Walk(fragment.SelectionSet, TypeCondition(fragment.TypeCondition));
    }

    private void Walk(SelectionSet selections, CompositeType? parent)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case Field field:
                    WalkField(field, parent);
                    break;
                case InlineFragment inline:
                    _directives.Check(inline.Directives, "INLINE_FRAGMENT");
                    var condition = inline.TypeCondition is null ? parent : TypeCondition(inline.TypeCondition);
                    CheckPossible(parent, condition, inline.Location);
                    Walk(inline.SelectionSet, condition);
                    break;
                case FragmentSpread spread:
                    _directives.Check(spread.Directives, "FRAGMENT_SPREAD");
                    _facts.Spreads.Add(spread);
                    if (_context.Fragments.TryGetValue(spread.Name, out var fragment))
                        CheckPossible(parent, _context.Schema.Find(fragment.TypeCondition) as CompositeType, spread.Location);
                    else _context.Report($"There is no fragment named \"{spread.Name}\".", spread.Location);
                    break;
            }
        }
    }

    private void WalkField(Field field, CompositeType? parent)
    {
        _directives.Check(field.Directives, "FIELD");
        var definition = parent is null ? null : _context.Schema.FindField(parent, field.Name);
        if (definition is null)
        {
            if (parent is not null) _context.Report($"Type \"{parent}\" has no field \"{field.Name}\".", field.Location);

            // The rest of the field is of unknown type, but its fragments and variables are used all the same.
            _values.CollectVariables(field.Arguments);
            if (field.SelectionSet is not null) Walk(field.SelectionSet, null);
            return;
        }

        _values.CheckArguments(field.Arguments, definition.Arguments, $"Field \"{parent}.{field.Name}\"", field.Location);
        if (definition.Type.Named is CompositeType composite)
        {
            if (field.SelectionSet is null) _context.Report($"Field \"{field.Name}\" of type {definition.Type} needs a selection of its fields.", field.Location);
            else Walk(field.SelectionSet, composite);
        }
        else if (field.SelectionSet is not null)
        {
            _context.Report($"Field \"{field.Name}\" of type {definition.Type} has no fields to select.", field.SelectionSet.Location);
            Walk(field.SelectionSet, null);
        }
    }

    private CompositeType? TypeCondition(NamedTypeReference reference)
    {
        switch (_context.Schema.Find(reference))
        {
            case CompositeType type:
                return type;
            case null:
                _context.Report($"There is no type named \"{reference.Name}\".", reference.Location);
                return null;
            default:
                _context.Report($"A fragment cannot be on \"{reference.Name}\": it is no object type, interface or union.", reference.Location);
                return null;
        }
    }

    private void CheckPossible(CompositeType? parent, CompositeType? condition, Location location)
    {
        if (parent is null || condition is null || parent == condition) return;
        if (!_context.Schema.PossibleTypes(parent).Intersect(_context.Schema.PossibleTypes(condition)).Any())
            _context.Report($"A fragment on \"{condition}\" can never apply to \"{parent}\".", location);
    }
}
