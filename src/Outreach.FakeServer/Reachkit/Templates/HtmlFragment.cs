using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Outreach.FakeServer.Reachkit;

/// <summary>Parses HTML as a browser would inside a page's body.</summary>
internal static class HtmlFragment
{
    /// <summary>Gives the top nodes of a piece of HTML.</summary>
    public static INodeList Parse(string html)
    {
        var parser = new HtmlParser();
        return parser.ParseFragment(html, parser.ParseDocument("").Body!);
    }

    /// <summary>Whether an element goes with all that is in it.</summary>
    public static bool IsDropped(IElement element) => element.LocalName is "script" or "style" or "head" or "title";

    /// <summary>Gives the characters of a piece of HTML without its markup.</summary>
    public static string TextOf(string html)
    {
        var text = new StringBuilder(html.Length);
        Stack<INode> open = [];
        Push(open, Parse(html));
        while (open.TryPop(out var node))
        {
            if (node is IText characters) text.Append(characters.Data);
            else if (node is IElement element && !IsDropped(element)) Push(open, ChildrenOf(element));
        }

        return text.ToString();
    }

    /// <summary>Gives the nodes inside an element; those of a template stand apart from it.</summary>
    public static INodeList ChildrenOf(IElement element)
        => element is AngleSharp.Html.Dom.IHtmlTemplateElement template ? template.Content.ChildNodes : element.ChildNodes;

    private static void Push(Stack<INode> open, INodeList nodes)
    {
        for (int i = nodes.Length - 1; i >= 0; i--) open.Push(nodes[i]);
    }
}
