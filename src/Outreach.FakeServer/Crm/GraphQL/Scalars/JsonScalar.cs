using System.Text.Json;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>JSON: any value. Coerced to a <see cref="JsonElement"/>; a literal may hold variables at any place.</summary>
internal sealed class JsonScalar : ScalarCoercion
{
    public override bool TryRead(Value literal, IReadOnlyDictionary<string, object?>? variables, out object? value)
        => Yes(JsonForm.ToElement(writer => Write(writer, literal, variables)), out value);

    public override bool TryRead(JsonElement json, out object? value) => Yes(json.Clone(), out value);

    public override bool TryWrite(object result, out object? value) => Yes(result, out value);

    private static void Write(Utf8JsonWriter writer, Value literal, IReadOnlyDictionary<string, object?>? variables)
    {
        switch (literal)
        {
            case VariableValue variable:
                JsonForm.Write(writer, variables?.GetValueOrDefault(variable.Name));
                break;
            case IntValue number:
                writer.WriteRawValue(number.Text);
                break;
            case FloatValue number:
                writer.WriteRawValue(number.Text);
                break;
            case StringValue text:
                writer.WriteStringValue(text.Text);
                break;
            case EnumValue name:
                writer.WriteStringValue(name.Name);
                break;
            case BooleanValue flag:
                writer.WriteBooleanValue(flag.Flag);
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item, variables);
                writer.WriteEndArray();
                break;
            case ObjectValue obj:
                writer.WriteStartObject();
                foreach (var field in obj.Fields)
                {
                    // A variable without a value leaves its member out, as in an input object.
                    if (field.Value is VariableValue variable && variables?.ContainsKey(variable.Name) is not true) continue;
                    writer.WritePropertyName(field.Name);
                    Write(writer, field.Value, variables);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
