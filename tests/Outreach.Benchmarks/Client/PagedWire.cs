using System.Globalization;
using System.Text;

namespace Outreach.Benchmarks.Client;

/// <summary>Pages of 100 contacts out of one buffer, in which only the first contact's id and the page's figures change.</summary>
internal sealed class PagedWire
{
    private readonly WireAnswer _answer;
    private readonly int _pages;
    private readonly int _id;
    private readonly int _number;
    private readonly int _hasMore;

    public PagedWire(int items)
    {
        _pages = items / 100;
        _answer = ContactBodies.Page(100, 1, _pages);
        string text = Encoding.UTF8.GetString(_answer.Body);
        _id = text.IndexOf(ContactBodies.Id, StringComparison.Ordinal);
        _number = text.LastIndexOf("\"page\":", StringComparison.Ordinal) + "\"page\":".Length;
        _hasMore = text.LastIndexOf("\"has_more\":", StringComparison.Ordinal) + "\"has_more\":".Length;
    }

    public WireAnswer Answer(HttpRequestMessage request)
    {
        ReadOnlySpan<char> query = request.RequestUri!.Query;
        int at = query.IndexOf("page=") + "page=".Length;
        int end = query[at..].IndexOf('&');
        int page = int.Parse(end < 0 ? query[at..] : query.Slice(at, end), NumberStyles.None, CultureInfo.InvariantCulture);
        Span<byte> number = _answer.Body.AsSpan(_number, 6);
        number.Fill((byte)' ');
        page.TryFormat(number, out _, default, CultureInfo.InvariantCulture);
        page.TryFormat(_answer.Body.AsSpan(_id, 8), out _, "D8", CultureInfo.InvariantCulture);
        (page < _pages ? "true "u8 : "false"u8).CopyTo(_answer.Body.AsSpan(_hasMore));
        return _answer;
    }
}
