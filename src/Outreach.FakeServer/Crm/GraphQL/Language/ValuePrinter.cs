using System.Globalization;
using System.Text;

namespace Outreach.FakeServer.Crm.GraphQL;

/// <summary>Writes a value as it stands in a document, in one canonical form.</summary>
internal static class ValuePrinter
{
    public static string Print(Value value)
    {
        var text = new StringBuilder();
        Print(value, text);
        return text.ToString();
    }

    private static void Print(Value value, StringBuilder text)
    {
        switch (value)
        {
            case VariableValue variable:
                text.Append('$').Append(variable.Name);
                break;
            case IntValue number:
                text.Append(number.Text);
                break;
            case FloatValue number:
                text.Append(number.Text);
                break;
            case StringValue characters:
                PrintString(characters.Text, text);
                break;
            case BooleanValue flag:
                text.Append(flag.Flag ? "true" : "false");
                break;
            case EnumValue name:
                text.Append(name.Name);
                break;
            case ListValue list:
                text.Append('[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Print(list.Items[i], text);
                }

                text.Append(']');
                break;
            case ObjectValue obj:
                text.Append('{');
                for (var i = 0; i < obj.Fields.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    text.Append(obj.Fields[i].Name).Append(": ");
                    Print(obj.Fields[i].Value, text);
                }

                text.Append('}');
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void PrintString(string characters, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in characters)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
