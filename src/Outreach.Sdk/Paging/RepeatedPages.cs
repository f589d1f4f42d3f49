using System.Net;

namespace Outreach.Sdk;

/// <summary>
/// Notices a list that would never end since the service gives the same items whatever page is asked for. One page may come again in
/// good faith, when so many items are added meanwhile that it moves on; so many in a row mean that the service does not page.
/// </summary>
internal struct RepeatedPages
{
    private const int Most = 5;

    private int? _last;
    private int _alike;

    /// <summary>Looks at the next page.</summary>
    /// <exception cref="OutreachResponseException">It has the same items as the ones before.</exception>
    public void Refuse<T>(Operation operation, Page<T> page)
    {
        if (page.Likeness is null || page.Items.Count == 0 || page.Likeness != _last)
        {
            _last = page.Likeness;
            _alike = 1;
        }
        else if (++_alike == Most)
        {
            throw new OutreachResponseException($"{operation.Name}: {Most} pages in a row have the same items, so the list would never end.")
            {
                Operation = operation.Name,
                Attempts = 1,
                StatusCode = HttpStatusCode.OK,
            };
        }
    }
}
