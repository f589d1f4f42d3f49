namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>An input value as written in a document (section 2.9).</summary>
internal abstract record Value(Location Location);

/// <summary>The use of a variable.</summary>
internal sealed record VariableValue(string Name, Location Location) : Value(Location);

/// <summary>An integer, as written.</summary>
internal sealed record IntValue(string Text, Location Location) : Value(Location);

/// <summary>A number with fraction or exponent, as written.</summary>
internal sealed record FloatValue(string Text, Location Location) : Value(Location);

/// <summary>A string, without quotes and escapes.</summary>
internal sealed record StringValue(string Text, Location Location) : Value(Location);

/// <summary>true or false.</summary>
internal sealed record BooleanValue(bool Flag, Location Location) : Value(Location);

/// <summary>null.</summary>
internal sealed record NullValue(Location Location) : Value(Location);

/// <summary>The name of an enum's value.</summary>
internal sealed record EnumValue(string Name, Location Location) : Value(Location);

/// <summary>A list.</summary>
internal sealed record ListValue(IReadOnlyList<Value> Items, Location Location) : Value(Location);

/// <summary>An input object.</summary>
internal sealed record ObjectValue(IReadOnlyList<ObjectField> Fields, Location Location) : Value(Location);

/// <summary>A member of an input object.</summary>
internal sealed record ObjectField(string Name, Value Value, Location Location);
