namespace Outreach.Sdk;

/// <summary>How a list operation is paged.</summary>
public enum PagingStyle
{
    /// <summary>Not paged: one answer holds everything, or the operation is no list.</summary>
    None,

    /// <summary>By page number.</summary>
    Page,

    /// <summary>By the number of items to skip and to take.</summary>
    Offset,

    /// <summary>By a cursor taken from the page before.</summary>
    Cursor,
}
