using System.Runtime.CompilerServices;

namespace Outreach.Sdk;

/// <summary>The two paging loops: a page is held at a time, and a list that never ends by itself is still left.</summary>
internal static class Pages
{
    /// <summary>Reads by page number until a page is empty or says that it is the last.</summary>
    public static async IAsyncEnumerable<T> ByNumberAsync<T>(Operation operation, int? first, Func<int, CancellationToken, Task<Page<T>>> fetch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RepeatedPages repeated = default;
        for (int number = first ?? 1; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Page<T> page = await fetch(number, cancellationToken).ConfigureAwait(false);
            repeated.Refuse(operation, page);
            foreach (T item in page.Items) yield return item;
            if (page.Items.Count == 0) yield break;
            if (!(page.HasMore ?? (page.TotalPages is not { } pages || number < pages))) yield break;
        }
    }

    /// <summary>Reads by offset until a page is empty or says that it is the last.</summary>
    public static async IAsyncEnumerable<T> ByOffsetAsync<T>(Operation operation, int? first, Func<int, CancellationToken, Task<Page<T>>> fetch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RepeatedPages repeated = default;
        int skip = first ?? 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Page<T> page = await fetch(skip, cancellationToken).ConfigureAwait(false);
            repeated.Refuse(operation, page);
            foreach (T item in page.Items) yield return item;
            skip += page.Items.Count;
            if (page.Items.Count == 0) yield break;
            if (!(page.HasMore ?? (page.Total is not { } total || skip < total))) yield break;
        }
    }
}
