namespace Outreach.Sdk;

/// <summary>What the calls of a bulk job have in common.</summary>
internal static class BulkCall
{
    public static RequestOptions Options(RequestOptions? options)
        => (options ?? new()) with { IsBulk = true };

    /// <summary>Whether a write may have been done although it failed.</summary>
    public static bool IsUnclear(OutreachException error) => error switch
    {
        OutreachConnectionException connection => !connection.WasNotSent,
        OutreachResponseException => true,
        OutreachApiException api => (int)api.StatusCode is >= 500 or 408,
        _ => true,
    };
}
