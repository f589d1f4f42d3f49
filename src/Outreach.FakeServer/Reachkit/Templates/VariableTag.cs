using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary><c>{{name}}</c> and <c>{{name|fallback}}</c>.</summary>
/// <param name="Text">Text of the tag.</param>
/// <param name="Name">Normalised name of the variable.</param>
/// <param name="Fallback">What is written if the value is blank; may be empty.</param>
internal sealed record VariableTag(string Text, string Name, string Fallback) : MergeTag(Text)
{
    /// <inheritdoc/>
    public override void Append(StringBuilder output, MergePlace place, MergeValues values, string variantId)
        => MergeOutput.Append(output, values.Find(Name) ?? Fallback, place);
}
