using System.Text;

namespace Outreach.FakeServer.Reachkit;

/// <summary>One merge tag, ready to be rendered.</summary>
/// <param name="Text">What stands between the braces, without markup and with entities decoded.</param>
internal abstract record MergeTag(string Text)
{
    /// <summary>Reads the text of a tag (contract section 3.7).</summary>
    public static MergeTag Read(string text)
    {
        int bar = text.IndexOf('|', StringComparison.Ordinal);
        string first = (bar < 0 ? text : text[..bar]).Trim();
        string rest = bar < 0 ? "" : text[(bar + 1)..];
        if (bar >= 0 && first == "SPINTAX") return new SpintaxTag(text, rest.Split('|', StringSplitOptions.TrimEntries));
        if (bar >= 0 && first == "LOOM")
        {
            string[] parts = rest.Split('|', 2, StringSplitOptions.TrimEntries);
            return new LoomTag(text, MergeName.Normalise(parts[0]), parts.Length > 1 ? parts[1] : "");
        }

        return new VariableTag(text, MergeName.Normalise(first), rest.Trim());
    }

    /// <summary>Writes what the tag stands for.</summary>
    public abstract void Append(StringBuilder output, MergePlace place, MergeValues values, string variantId);
}
