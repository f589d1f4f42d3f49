using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary><c>{{SPINTAX|a|b|…}}</c>: one of the options, the same for a lead and a variant at every rendering.</summary>
/// <param name="Text">Text of the tag.</param>
/// <param name="Options">The options, at least one.</param>
internal sealed record SpintaxTag(string Text, string[] Options) : MergeTag(Text)
{
    /// <inheritdoc/>
    public override void Append(StringBuilder output, MergePlace place, MergeValues values, string variantId)
        => MergeOutput.Append(output, Options[IndexFor(values.LeadId, variantId)], place);

    /// <summary>Gives the index of the option for a lead and a variant: FNV-1a-32 of <c>leadId:variantId:text</c> modulo the count.</summary>
    public int IndexFor(string leadId, string variantId)
    {
        uint hash = Fnv1a.Add(Fnv1a.Empty, leadId);
        hash = Fnv1a.Add(Fnv1a.Add(hash, ":"), variantId);
        hash = Fnv1a.Add(Fnv1a.Add(hash, ":"), Text);
        return (int)(hash % (uint)Options.Length);
    }
}
